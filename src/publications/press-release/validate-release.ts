import { basename, dirname } from 'node:path';
import type { Finding } from '../../source/finding.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import type { MissingCharacterFinder } from '../../text/missing-characters.ts';
import type { BodyReader } from '../../text/parse-rich-text.ts';
import type { AddressPrinter } from '../../text/readable-address.ts';
import { checkBody, checkCharacters, checkLinks, type PrintedText } from '../shared/check-texts.ts';
import { findAddressMistakes, findSecondSchemes } from '../shared/editorial/addresses.ts';
import { findExampleTexts } from '../shared/editorial/example-texts.ts';
import { checkProgrammeParts, listOwnAddresses, listOwnWords } from '../shared/programme-parts.ts';
import { checkProgramme, type Programmes } from '../shared/programmes.ts';
import { readMoment } from '../shared/schema-pieces.ts';
import { dateInName, issueName, naming } from './naming.ts';
import { listPassages } from './review-release.ts';
import { photoOf, type Release } from './schema.ts';

/** Input of the rules beside the release. */
export interface ValidationContext {
  readonly programmes: Programmes;
  readonly findMissing: MissingCharacterFinder;
  /** The project's folder of issues. Folders in it must be named after their issues. */
  readonly issuesFolder: string;
  /** Example texts of a new issue, which editors must replace. */
  readonly examples: readonly string[];
  readonly readBody: BodyReader;
  readonly printAddress: AddressPrinter;
}

/** Applies the rules that the schema cannot express. */
export function validateRelease(
  release: Release,
  document: SourceDocument,
  { programmes, findMissing, issuesFolder, examples, readBody, printAddress }: ValidationContext,
): Finding[] {
  const { body, about, date } = release;
  const programme = programmes.byName.get(release.programme);
  const bodies = [
    { text: readBody(body), path: ['body'] },
    ...(typeof about === 'string' ? [{ text: readBody(about), path: ['about'] }] : []),
  ];
  const printed = listPrinted(release);
  return [
    ...checkFolder(release, document.file, issuesFolder),
    ...checkProgramme(release.programme, programmes, ['programme']),
    ...(programme ? checkProgrammeParts(release, programme, date) : []),
    ...checkDateline(release),
    ...checkEmbargo(release),
    ...findExampleTexts(listPassages(release), examples),
    ...bodies.flatMap(({ text, path }) => checkBody(text, path, document)),
    ...bodies.flatMap(({ text, path }) => checkLinks(text, path)),
    ...findAddressMistakes(listOwnAddresses(release)),
    ...findSecondSchemes(withoutAddresses(printed, release)),
    ...checkCharacters(printed, findMissing, printAddress),
  ];
}

/** A folder elsewhere may have any name unless it is that of a press release. */
function checkFolder({ date }: Release, file: string, issuesFolder: string): Finding[] {
  const folder = dirname(file);
  const name = basename(folder);
  const named = dateInName(name);
  if (named === date || (named === undefined && dirname(folder) !== issuesFolder)) return [];
  const hints = [
    named === undefined
      ? `Rename the folder as ${naming.form}.`
      : `Rename the folder to ${issueName(date, name.slice(issueName(named, '').length))}, or correct the date.`,
  ];
  const message = `the folder is named ${name}, but the release is of ${date}`;
  return [{ code: 'release-folder', message, path: ['date'], hints }];
}

function checkDateline({ place }: Release): Finding[] {
  if (place !== undefined) return [];
  return [
    {
      code: 'dateline-missing',
      severity: 'warning',
      message: 'the release has no `place`, so neither place nor date is printed',
      path: ['date'],
      dependsOn: [['place']],
      hints: ['Write the place where the event took place: place: Bishkek'],
    },
  ];
}

function checkEmbargo({ embargo, date }: Release): Finding[] {
  if (embargo === undefined || readMoment(embargo).day >= date) return [];
  return [
    {
      code: 'embargo-date',
      severity: 'warning',
      message: `the embargo ends on ${readMoment(embargo).day}, before the date of the release`,
      path: ['embargo'],
      dependsOn: [['date']],
      hints: ['Correct one of the two dates.'],
    },
  ];
}

/** Returns the texts of a release that are printed or read aloud. */
function listPrinted(release: Release): PrintedText[] {
  const keys = ['place', 'headline', 'lead', 'body'] as const;
  const photo = typeof release.photo === 'object' ? photoOf(release) : undefined;
  const inPhoto = ['alt', 'caption', 'credit'] as const;
  return [
    ...keys.map((key) => ({ text: release[key] ?? '', path: [key] })),
    ...inPhoto.map((key) => ({ text: photo?.[key] ?? '', path: ['photo', key] })),
    ...listOwnWords(release),
  ];
}

/** Addresses as a whole are checked by a rule of their own. */
function withoutAddresses(printed: readonly PrintedText[], release: Release): PrintedText[] {
  const addresses = new Set(listOwnAddresses(release).map(({ path }) => path.join('.')));
  return printed.filter(({ path }) => !addresses.has(path.join('.')));
}
