// Programme files: what publications print of an aid programme. Each is typed once and shared by them.
import { z } from 'zod';
import type { Problem } from '../../diagnostics/problem.ts';
import { type CodeNotes, error } from '../../diagnostics/problem-code.ts';
import { findNearMiss, isClearMiss } from '../../diagnostics/suggestions.ts';
import { LIMITS } from '../../limits.ts';
import { type Finding, locateFindings } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import { setValue } from '../../source/value-changes.ts';
import { checkPhrases } from '../../templates/check-phrases.ts';
import type { TemplateFile } from '../../templates/read-template-yaml.ts';
import type { TemplateFolder } from '../../templates/template-folder.ts';
import { DEFAULT_LANGUAGE } from '../../text/languages/index.ts';
import type { Typesetter } from '../../text/typography.ts';
import { body, day, emailAddress, list, text, webAddress } from './schema-pieces.ts';

/** Problem codes of an issue's programme. */
export const PROGRAMME_CODES = {
  'programme-unknown': error(
    'The programme says who pays for an issue and who publishes it.',
    'automatic',
  ),
  'delegation-unknown': error('The Delegation’s address would be missing.', 'automatic'),
  'programme-date': error(
    'What is printed depends on the date; for a date before all entries there are no words.',
  ),
  'programme-part': error('The programme has no words for this part, so nothing would be printed.'),
} satisfies CodeNotes;

/** Folder of the programme files in a template. */
const FOLDER = 'programmes';
/** A programme's file, with the language of its words unless it is the default one. */
const FILE = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.([a-z]{2,3}))?\.yaml$/;
const NO_BREAK_SPACE = '\u00a0';
/** Lines of an address. */
const MAX_LINES = 10;

const since = () => day().describe('First day on which this entry is valid.');

/** Keys of a person or an office that answers questions. */
export const contactKeys = (email: z.ZodType<string>) =>
  z.strictObject({
    name: text().describe('Name of the person or the office.'),
    role: text().optional().describe('Role of the person.'),
    phone: text().optional().describe('Phone number as it is printed.'),
    email: email.optional().describe('E-mail address.'),
  });

/** Keys of an EU Delegation. */
export const delegationKeys = (web: z.ZodType<string>, email: z.ZodType<string>) =>
  z.strictObject({
    name: text().describe('Name of the Delegation.'),
    address: list(text(), MAX_LINES).optional().describe('Address, a list of its lines.'),
    phone: text().optional().describe('Phone number as it is printed.'),
    fax: text().optional().describe('Fax number as it is printed.'),
    email: email.optional().describe('E-mail address.'),
    website: web.optional().describe('Web address.'),
    facebook: web.optional().describe('Address of the page on Facebook.'),
  });

/** Keys of the organization that carries out a programme. */
export const implementerKeys = () =>
  z.strictObject({
    statement: text().describe('The words that say who carries out the programme.'),
    name: text().optional().describe('Name of the organization, printed below the statement.'),
    address: list(text(), MAX_LINES).optional().describe('Address, a list of its lines.'),
  });

/** Keys of the words that say who pays. */
export const funderKeys = () =>
  z.strictObject({
    statement: text().describe('The words beside the emblem that say who pays.'),
    disclaimer: text(LIMITS.leadLength)
      .optional()
      .describe('Who is responsible for the content; printed last.'),
  });

const logo = () =>
  z.strictObject({
    file: text().describe('SVG file in the folder of programme files.'),
    alt: text().describe('What the logo says, read aloud.'),
  });

/** Schema of a programme file. It is lazy because it is large, and a file from the cache is not checked again. */
export const programmeSchema = z.lazy(() =>
  z.strictObject({
    name: text().describe('Short name with the phase, as texts use it.'),
    phase: z.int().min(1),
    title: text().describe('Full name without the phase.'),
    website: webAddress(),
    readMore: text(LIMITS.leadLength),
    about: body(),
    contact: contactKeys(emailAddress()).optional(),
    implementer: implementerKeys().extend({ logos: z.array(logo()).default([]) }),
    funder: funderKeys(),
    delegations: z.record(
      z.string(),
      list(
        delegationKeys(webAddress(), emailAddress()).extend({ since: since() }),
        LIMITS.listEntries,
      ),
    ),
    europeanUnion: z.strictObject({
      text: text(LIMITS.leadLength),
      figures: list(
        z.strictObject({ since: since(), memberStates: z.int(), years: z.int() }),
        LIMITS.listEntries,
      ),
    }),
    vision: body(),
    mission: list(text(LIMITS.leadLength), LIMITS.listEntries),
  }),
);

/** A programme's words and facts. */
export type Programme = z.output<typeof programmeSchema>;
/** The Delegation of the European Union of a programme. */
export type Delegation = Programme['delegations'][string][number];
/** Figures of the European Union that its paragraph prints. */
export type UnionFigures = Programme['europeanUnion']['figures'][number];

/** The programmes of a template by name, with the files that were read. */
export interface Programmes {
  readonly byName: ReadonlyMap<string, Programme>;
  readonly files: readonly TemplateFile<Programme>[];
}

/** Reads the programme files of a template in a language. */
export async function readProgrammes(
  folder: TemplateFolder,
  language: string,
): Promise<Programmes> {
  const names = (await folder.listFiles(FOLDER)).flatMap((file) => {
    const [, name = '', written = DEFAULT_LANGUAGE] = FILE.exec(file) ?? [];
    return name !== '' && written === language ? [{ name, file: `${FOLDER}/${file}` }] : [];
  });
  const check = ({ europeanUnion }: Programme) =>
    checkPhrases({ europeanUnion: { text: europeanUnion.text } }, language);
  const read = names.map(({ file }) =>
    folder.readYaml(file, programmeSchema, `programme-${language}`, check),
  );
  const files = await Promise.all(read);
  const byName = new Map<string, Programme>();
  for (const [index, { value }] of files.entries()) {
    if (value) byName.set(names[index]?.name ?? '', value);
  }
  return { byName, files };
}

/** Returns a typesetter that also keeps the names of programmes on one line, such as CADAP 7. */
export function keepProgrammeNames(typeset: Typesetter, { byName }: Programmes): Typesetter {
  const names = [...byName.values()].map(({ name }) => name);
  const keep = (text: string) =>
    names.reduce((kept, name) => kept.replaceAll(name, name.replaceAll(' ', NO_BREAK_SPACE)), text);
  return (spans) => typeset(spans).map((span) => ({ ...span, text: keep(span.text) }));
}

/** Logos of programmes by file name, as SVG text, and the problems of files that do not exist. */
export interface Logos {
  readonly byFile: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Reads the logos that programme files name. */
export async function readLogos({ files }: Programmes, folder: TemplateFolder): Promise<Logos> {
  const byFile = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { value, document } of files) {
    for (const [index, { file }] of (value?.implementer.logos ?? []).entries()) {
      const svg = await folder.findText(`${FOLDER}/${file}`);
      if (svg !== undefined) byFile.set(file, svg);
      else {
        const finding: Finding = {
          code: 'template-missing',
          message: `the template has no \`${FOLDER}/${file}\``,
          path: ['implementer', 'logos', index, 'file'],
          hints: ['Add the logo as an SVG file, or correct its name.'],
        };
        problems.push(...locateFindings([finding], document, { isValidAt: () => true }));
      }
    }
  }
  return { byFile, problems };
}

/** Finds a programme's name that no file has. */
export function checkProgramme(name: string, { byName }: Programmes, path: ValuePath): Finding[] {
  if (byName.has(name)) return [];
  return [
    {
      code: 'programme-unknown',
      path,
      ...explainUnknown('programme', name, [...byName.keys()], path),
    },
  ];
}

/** An issue's day, and the path of the value that it comes from. */
export interface IssueDay {
  readonly date: string;
  readonly datePath: ValuePath;
}

/** Finds a Delegation that a programme does not have, or does not have yet on a day. */
export function checkDelegation(
  name: string,
  programme: Programme,
  day: IssueDay,
  path: ValuePath,
): Finding[] {
  const entries = Object.hasOwn(programme.delegations, name)
    ? programme.delegations[name]
    : undefined;
  if (!entries) {
    const known = Object.keys(programme.delegations);
    return [
      { code: 'delegation-unknown', path, ...explainUnknown('Delegation', name, known, path) },
    ];
  }
  return checkDate(entries, day, `the Delegation \`${name}\``, path);
}

/** Finds a day for which the paragraph about the European Union has no figures. */
export function checkUnionDate(programme: Programme, day: IssueDay): Finding[] {
  const { figures } = programme.europeanUnion;
  return checkDate(figures, day, 'the paragraph about the European Union', day.datePath);
}

function checkDate(
  entries: readonly { readonly since: string }[],
  { date, datePath }: IssueDay,
  what: string,
  path: ValuePath,
): Finding[] {
  if (entryAt(entries, date)) return [];
  const first = entries.map((entry) => entry.since).sort()[0] ?? '';
  return [
    {
      code: 'programme-date',
      message: `${what} is known since ${first}, but the date is ${date}`,
      path,
      dependsOn: [datePath],
      hints: ['Correct the date, or write these words in the issue itself.'],
    },
  ];
}

function explainUnknown(what: string, name: string, known: readonly string[], path: ValuePath) {
  const near = findNearMiss(name, known);
  return {
    message: `there is no ${what} \`${name}\`${near ? `: did you mean \`${near}\`?` : ''}`,
    hints: [`Write one of ${known.join(', ')}.`],
    ...(near && { edits: [setValue(path, near, isClearMiss(name, near, known))] }),
  };
}

/** Returns the entry that is valid on a day: of those that begin before or on it, the newest. */
export function entryAt<Entry extends { readonly since: string }>(
  entries: readonly Entry[],
  date: string,
): Entry | undefined {
  return entries
    .filter((entry) => entry.since <= date)
    .reduce<Entry | undefined>(
      (newest, entry) => (newest && newest.since > entry.since ? newest : entry),
      undefined,
    );
}
