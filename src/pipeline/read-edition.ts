// Reads an edition: a first edition from its file, a further one from its own and the first one's.
import { basename, dirname, join } from 'node:path';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { findPublication } from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import type { EDITION_CODES } from '../publications/shared/editions/edition-codes.ts';
import { type Finding, locatedEdits, locateFindings } from '../source/finding.ts';
import { FIRST_EDITION, isEdition, languageInName } from '../source/issue-file.ts';
import { mapPlaces } from '../source/map-places.ts';
import type { ValuePath } from '../source/positions.ts';
import { readSource } from '../source/read-source.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';
import { setValue, type ValueEdit } from '../source/value-changes.ts';
import { LANGUAGE_CODES, languageOf } from '../text/languages/index.ts';

/** An edition as the rules see it. */
export interface ReadIssue {
  readonly publication: AnyPublication;
  /** The issue; where its file has errors, its valid parts. */
  readonly issue: unknown;
  /** Whether the whole issue is valid. */
  readonly isComplete: boolean;
  /** Locates the values of the issue in the edition's file. */
  readonly document: SourceDocument;
  /** Whether the value at this place is as the author wrote it. */
  isValidAt(path: ValuePath): boolean;
  /** Whether a value is written in this edition; of a further one the facts are not. */
  isWrittenHere(path: ValuePath): boolean;
  readonly problems: readonly Problem[];
}

/** An edition, or why it cannot be read. */
export type ReadEdition =
  | ReadIssue
  | {
      readonly publication?: undefined;
      readonly document: SourceDocument | undefined;
      readonly problems: readonly Problem[];
    };

/** Where editions are read from. */
export interface EditionSources {
  readonly issuesFolder: string;
  readonly host: Host;
  /** Texts by path that are checked in place of the files'. */
  readonly texts?: ReadonlyMap<string, string> | undefined;
}

/** Reads an edition and checks its shape. Comparing editions is part of the editorial rules. */
export async function readEdition(
  file: string,
  options: { readonly editorial: boolean },
  context: EditionSources,
): Promise<ReadEdition> {
  const text = context.texts?.get(file);
  const source =
    text === undefined
      ? await readSource(file, context.issuesFolder, context.host)
      : { text, problems: [] };
  if (source.text === undefined) return { document: undefined, problems: source.problems };
  const { document, problems } = readYaml(source.text, file);
  if (hasErrors(problems)) return { document, problems };
  const read =
    languageInName(file) === undefined
      ? readFirst(document)
      : await readFurther(document, options, context);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** Returns the language of an edition; undefined if it is written in the file, which cannot be read. */
export async function languageOfEdition(
  file: string,
  context: EditionSources,
): Promise<string | undefined> {
  const named = languageInName(file);
  if (named !== undefined) return named;
  const read = await readEdition(file, { editorial: false }, context);
  return read.publication?.languageOf(read.issue);
}

/** Whether an issue is a draft, also if other parts of it have errors. @param file its first edition */
export async function isDraft(file: string, context: EditionSources): Promise<boolean> {
  const read = await readEdition(file, { editorial: false }, context);
  return read.publication?.isDraft?.(read.issue) ?? false;
}

/**
 * Returns the moment before which an issue must not be published, in ISO 8601 with its time zone; undefined if it
 * has none, or errors. @param file its first edition
 */
export async function embargoOf(
  file: string,
  context: EditionSources,
): Promise<string | undefined> {
  const read = await readEdition(file, { editorial: false }, context);
  return read.publication && read.isComplete ? read.publication.embargoOf?.(read.issue) : undefined;
}

function readFirst(document: SourceDocument): ReadEdition {
  if (hasKey(document, 'translates')) {
    const hint = `Beside ${FIRST_EDITION} save it as issue.LANGUAGE.yaml, such as issue.ru.yaml.`;
    const message = `\`translates\` belongs into a further edition, and this is ${isEdition(basename(document.file)) ? 'a first one' : 'not the name of one'}`;
    const range = document.locateKey(['translates']);
    return { document, problems: [problemOf('edition-name', message, hint, document, range)] };
  }
  const { publication, problem } = findPublication(document);
  if (!publication) return { document, problems: [problem] };
  const { value, partial, problems } = checkSchema(publication.schema, document);
  return {
    publication,
    issue: partial.value,
    isComplete: value !== undefined,
    document,
    isValidAt: partial.isValidAt,
    isWrittenHere: () => true,
    problems,
  };
}

async function readFurther(
  document: SourceDocument,
  { editorial }: { readonly editorial: boolean },
  sources: EditionSources,
): Promise<ReadEdition> {
  const language = languageInName(document.file) ?? '';
  const file = join(dirname(document.file), FIRST_EDITION);
  const place = document.locateKey(['translates']);
  const refuse = (
    code: keyof typeof EDITION_CODES,
    message: string,
    hint: string,
    edits: readonly ValueEdit[] = [],
  ) => {
    const problem = problemOf(code, message, hint, document, place);
    return { document, problems: [{ ...problem, ...locatedEdits(document, edits) }] };
  };
  if (!languageOf(language)) {
    const hint = `Languages that can be printed: ${LANGUAGE_CODES.join(', ')}.`;
    return refuse('edition-name', `the file’s name has the unknown language \`${language}\``, hint);
  }
  if ((await sources.host.kindOf(file)) !== 'file') {
    const hint = `Save the first edition beside it as ${FIRST_EDITION}.`;
    return refuse('edition-without-first', `there is no ${FIRST_EDITION} in this folder`, hint);
  }
  const first = await readEdition(file, { editorial: false }, sources);
  if (!first.publication || !first.isComplete) {
    return refuse(...FIRST_ERRORS);
  }
  const { publication, issue } = first;
  const { editions } = publication;
  if (!editions) {
    const hint = 'Remove the file, or keep it in another folder.';
    return refuse('edition-name', `issues of ${publication.name} have one edition only`, hint);
  }
  const { value, partial, problems } = checkSchema(editions.schema, document);
  const firstLanguage = publication.languageOf(issue);
  const translated = editions.translates(partial.value);
  const wrongLanguage =
    language === firstLanguage
      ? `the first edition is in \`${language}\`, too, so this file translates itself`
      : translated !== firstLanguage
        ? `\`translates\` is \`${translated}\`, but the first edition is in \`${firstLanguage}\``
        : undefined;
  if (partial.isValidAt(['translates']) && wrongLanguage !== undefined) {
    const hint =
      language === firstLanguage
        ? `Name the file by its own language, or correct \`language\` in ${FIRST_EDITION}.`
        : `Write \`translates: ${firstLanguage}\`: every edition is a translation of ${FIRST_EDITION}.`;
    const edits = language === firstLanguage ? [] : [setValue(['translates'], firstLanguage, true)];
    return refuse('edition-language', wrongLanguage, hint, edits);
  }
  const merged = editions.merge(issue, partial.value, language);
  const { placeOf } = merged;
  const compared = editorial
    ? editions.compare({
        first: { issue, document: first.document },
        edition: { value: partial.value, document },
        merged,
      })
    : [];
  const found = locateFindings(
    [...merged.findings, ...compared],
    document,
    partial,
    first.document,
  );
  return {
    publication,
    issue: merged.issue,
    isComplete: value !== undefined && !hasErrors(found),
    document: mapPlaces(document, placeOf, ['translates']),
    isValidAt: (path) => partial.isValidAt(placeOf(path) ?? []),
    isWrittenHere: (path) => placeOf(path) !== undefined,
    problems: [...problems, ...found],
  };
}

/** The problem of a further edition whose first one has errors. */
const FIRST_ERRORS = [
  'edition-first-errors',
  `the first edition has errors`,
  `Run npm run check on ${FIRST_EDITION} and fix them first.`,
] as const;

/**
 * Keeps the findings about what is written in an edition. Those about facts are reported with the first
 * edition; its errors are one problem of this one.
 */
export function findingsHere(findings: readonly Finding[], read: ReadIssue): readonly Finding[] {
  const here = findings.filter(({ path }) => read.isWrittenHere(path));
  const isBroken = findings.some(
    ({ path, severity }) => severity !== 'warning' && !read.isWrittenHere(path),
  );
  if (!isBroken) return here;
  const [code, message, hint] = FIRST_ERRORS;
  return [...here, { code, message, path: [], range: read.document.locate([]), hints: [hint] }];
}

function hasKey({ value }: SourceDocument, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function problemOf(
  code: keyof typeof EDITION_CODES,
  message: string,
  hint: string,
  { file }: SourceDocument,
  range: Problem['range'],
): Problem {
  return { code, severity: 'error', file, range, message, hints: [hint] };
}
