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
import { type Capitalizer, createCapitalizer, withoutBackticks } from '../shared/titles.ts';
import { checkLabels, listLabels } from './contents-labels.ts';
import { issueName, naming, readName } from './naming.ts';
import { daysOf } from './quarter.ts';
import { listPassages } from './review-newsletter.ts';
import { listArticles, listOwnStatements, listPhotos, type Newsletter } from './schema.ts';
import type { Words } from './words.ts';

/** Input of the rules beside the newsletter. */
export interface ValidationContext {
  readonly words: Pick<Words, 'keepCase'>;
  readonly programmes: Programmes;
  readonly findMissing: MissingCharacterFinder;
  /** The project's folder of issues. Folders in it must be named after their issues. */
  readonly issuesFolder: string;
  /** Example texts of a new newsletter, which editors must replace. */
  readonly examples: readonly string[];
  readonly readBody: BodyReader;
  readonly printAddress: AddressPrinter;
}

/** Applies the rules that the schema cannot express. */
export function validateNewsletter(
  newsletter: Newsletter,
  document: SourceDocument,
  {
    words,
    programmes,
    findMissing,
    issuesFolder,
    examples,
    readBody,
    printAddress,
  }: ValidationContext,
): Finding[] {
  const programme = programmes.byName.get(newsletter.programme);
  const vision = newsletter.closing?.vision;
  const printed = listPrinted(newsletter, createCapitalizer(newsletter.language, words.keepCase));
  const bodies = [
    ...listArticles(newsletter).map(({ article, path }) => ({
      text: readBody(article.body),
      path: [...path, 'body'],
    })),
    ...(typeof vision === 'string'
      ? [{ text: readBody(vision), path: ['closing', 'vision'] }]
      : []),
  ];
  return [
    ...checkFolder(newsletter, document.file, issuesFolder),
    ...checkProgramme(newsletter.programme, programmes, ['programme']),
    ...(programme
      ? checkProgrammeParts(newsletter, programme, daysOf(newsletter.period).last, ['period'])
      : []),
    ...checkLabels(newsletter),
    ...findExampleTexts(listPassages(newsletter), examples),
    ...bodies.flatMap(({ text, path }) => checkBody(text, path, document)),
    ...bodies.flatMap(({ text, path }) => checkLinks(text, path)),
    ...findAddressMistakes(listOwnAddresses(newsletter)),
    ...findSecondSchemes(printed.filter(({ isAddress }) => !isAddress)),
    ...checkCharacters(printed, findMissing, printAddress),
  ];
}

/** A folder elsewhere may have any name unless it is that of a newsletter. */
function checkFolder(
  { programme, number }: Newsletter,
  file: string,
  issuesFolder: string,
): Finding[] {
  const folder = dirname(file);
  const name = basename(folder);
  const named = readName(name);
  if (!named && dirname(folder) !== issuesFolder) return [];
  if (named?.programme === programme && named.number === number) return [];
  const right = issueName(programme, number);
  return [
    {
      code: 'newsletter-folder',
      message: `the folder is named ${name}, but this is number ${number} of ${programme}`,
      path: ['number'],
      dependsOn: [['programme']],
      hints: [
        naming.isName(right)
          ? `Rename the folder to ${right}, or correct the number and the programme.`
          : `Rename the folder as ${naming.form}.`,
      ],
    },
  ];
}

/** Returns the texts of a newsletter that are printed or read aloud. */
function listPrinted(
  newsletter: Newsletter,
  capitalize: Capitalizer,
): (PrintedText & { readonly isAddress?: boolean })[] {
  const articles = listArticles(newsletter).flatMap((placed): PrintedText[] => {
    const { article, path } = placed;
    const print = article.capitals === false ? withoutBackticks : capitalize;
    return [
      { text: article.title, path: [...path, 'title'], print },
      { text: article.body, path: [...path, 'body'] },
      ...listPhotos(placed).flatMap(({ photo, path: own }) =>
        (['alt', 'caption', 'credit'] as const).flatMap((key) =>
          photo[key] === undefined ? [] : [{ text: photo[key], path: [...own, key] }],
        ),
      ),
    ];
  });
  const addresses = new Set(listOwnAddresses(newsletter).map(({ path }) => path.join('.')));
  return [
    ...articles,
    ...listLabels(newsletter),
    ...listOwnStatements(newsletter),
    ...listOwnWords(newsletter).map((text) => ({
      ...text,
      isAddress: addresses.has(text.path.join('.')),
    })),
  ];
}
