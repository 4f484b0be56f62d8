import { basename, dirname, join, resolve } from 'node:path';
import { findNearMiss, findSimilarFile } from '../diagnostics/suggestions.ts';
import type { Host } from '../host/host.ts';
import { languageOfEdition } from '../pipeline/read-edition.ts';
import {
  DEFAULT_PUBLICATION,
  PUBLICATIONS,
  publicationNamed,
  publicationOfFolder,
} from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import {
  compareEditions,
  editionName,
  FIRST_EDITION,
  isEdition,
  issueNameOf,
  languageInName,
} from '../source/issue-file.ts';
import { LANGUAGE_CODES, languageOf } from '../text/languages/index.ts';
import { count, displayPath } from './terminal.ts';

/** Error in the command line. Its message says what to give instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Names of files that are probably meant as an issue. */
const MISNAMED_ISSUE_FILE = /^issue\.ya?ml(?:\.txt)?$/i;

/** The issues that a command works on. */
export interface IssueChoice {
  /** Names of issues, folders, or paths of their files. */
  readonly names: readonly string[];
  readonly all: boolean;
  /** Name of the publication to choose from if no issues are named. */
  readonly publication?: string | undefined;
  /** Language of the editions; those of all languages when none is named. */
  readonly language?: string | undefined;
}

/**
 * Returns the paths of all editions of the chosen issues. By default this is the newest issue of the
 * default publication.
 * @throws UsageError
 */
export async function findIssues(
  { names, all, publication: name, language }: IssueChoice,
  issuesFolder: string,
  host: Host,
): Promise<string[]> {
  const publication = name === undefined ? undefined : requirePublication(name);
  if (language !== undefined) requireLanguage(language);
  const files =
    names.length > 0
      ? await findNamed(names, { all, issuesFolder, host })
      : await findUnnamed({ all, publication, issuesFolder, host });
  await warnAboutMisnamedEditions(files, host);
  return language === undefined ? files : chooseLanguage(files, language, issuesFolder, host);
}

/** Names of files that are meant as editions but would be overlooked, such as issue.RU.yaml, issue.ru.yml. */
const MEANT_AS_EDITION = /^issue\..*\.ya?ml(?:\.txt)?$/i;

/** Warns about files beside the editions of issues that are named almost like one. */
async function warnAboutMisnamedEditions(files: readonly string[], host: Host): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const names = (await host.list(folder)).sort();
    for (const name of names) {
      if (!MEANT_AS_EDITION.test(name) || isEdition(name)) continue;
      host.warn(
        `${displayPath(join(folder, name), host)} is skipped: an edition is named by two or three small letters of its language, such as issue.ru.yaml.`,
      );
    }
  }
}

/** Throws unless a language can be printed. @throws UsageError */
export function requireLanguage(code: string): void {
  if (languageOf(code)) return;
  const near = suggest(findNearMiss(code, LANGUAGE_CODES));
  throw new UsageError(
    `There is no language ${code}${near} Languages: ${LANGUAGE_CODES.join(', ')}.`,
  );
}

/** The editions in a language. @throws UsageError if there are none */
async function chooseLanguage(
  files: readonly string[],
  language: string,
  issuesFolder: string,
  host: Host,
): Promise<string[]> {
  const languages = await Promise.all(
    files.map((file) => languageOfEdition(file, { issuesFolder, host })),
  );
  const chosen = files.filter((_, index) => languages[index] === language);
  if (chosen.length > 0) return chosen;
  const name = issueNameOf(files[0] ?? '');
  throw new UsageError(
    `There is no edition in ${language}. Begin one with \`npm run translate -- ${name} ${language}\`.`,
  );
}

/** Returns the publication with a name. @throws UsageError if there is none */
export function requirePublication(name: string): AnyPublication {
  const publication = publicationNamed(name);
  if (publication) return publication;
  const known = PUBLICATIONS.map((one) => one.name);
  throw new UsageError(
    `There is no publication ${name}${suggest(findNearMiss(name, known))} Publications: ${known.join(', ')}.`,
  );
}

function suggest(near: string | undefined): string {
  return near === undefined ? '.' : `: did you mean ${near}?`;
}

interface Search {
  readonly all: boolean;
  readonly issuesFolder: string;
  readonly host: Host;
}

async function findNamed(names: readonly string[], search: Search): Promise<string[]> {
  const { all, issuesFolder, host } = search;
  if (all) throw new UsageError('Give either --all or the issues by name, not both.');
  const found = names.map(async (name) => {
    const files = await findIssue(name, issuesFolder, host);
    return Promise.all(files.map((file) => projectPathOf(file, issuesFolder, host)));
  });
  return [...new Set((await Promise.all(found)).flat())];
}

async function findUnnamed({
  all,
  publication,
  issuesFolder,
  host,
}: Search & { readonly publication: AnyPublication | undefined }): Promise<string[]> {
  const wanted = publication ?? (all ? undefined : DEFAULT_PUBLICATION);
  const known = await listIssues(issuesFolder, host, wanted);
  await warnAboutMisnamed(issuesFolder, host);
  if (known.length === 0) {
    throw new UsageError(
      `There is no issue ${wanted && wanted !== DEFAULT_PUBLICATION ? `of ${wanted.name} ` : ''}in ${issuesFolder} yet.`,
    );
  }
  const chosen = all ? known : known.slice(-1);
  const editions = chosen.map((name) => listEditions(join(issuesFolder, name), host));
  return (await Promise.all(editions)).flat();
}

/** Returns the names of all issues, or of one publication's, grouped by publication, oldest first. */
export async function listIssues(
  folder: string,
  host: Host,
  publication?: AnyPublication,
): Promise<string[]> {
  const names = await host.list(folder);
  const publications = publication ? [publication] : PUBLICATIONS;
  return publications.flatMap((one) =>
    names.filter((name) => publicationOfFolder(name) === one).sort(one.naming.compare),
  );
}

/** Returns the paths of an issue's editions. The first edition comes first, even if it is missing. */
export async function listEditions(folder: string, host: Host): Promise<string[]> {
  const files = (await host.list(folder)).filter(isEdition);
  return [...new Set([FIRST_EDITION, ...files])]
    .sort(compareEditions)
    .map((file) => join(folder, file));
}

/** Warns about folders that contain an issue but are skipped because they are not named like one. */
async function warnAboutMisnamed(issuesFolder: string, host: Host): Promise<void> {
  const names = (await host.list(issuesFolder)).sort();
  for (const name of names) {
    if (publicationOfFolder(name) || name.startsWith('.')) continue;
    const inside = await host.list(join(issuesFolder, name));
    if (!inside.some((file) => MISNAMED_ISSUE_FILE.test(file))) continue;
    const corrected = PUBLICATIONS.flatMap(({ naming }) => naming.correct(name) ?? []);
    // Names of the other publications have words, those of the default one only numbers.
    const wanted = corrected.at(-1) ?? DEFAULT_PUBLICATION.naming.form;
    host.warn(
      `${displayPath(join(issuesFolder, name), host)} is skipped because of its name. Rename the folder to ${wanted}.`,
    );
  }
}

async function findIssue(name: string, issuesFolder: string, host: Host): Promise<string[]> {
  const places = [
    resolve(host.folder, name),
    ...(basename(name) === name ? [join(issuesFolder, name)] : []),
  ];
  let empty: string | undefined;
  for (const place of places) {
    const kind = await host.kindOf(place);
    if (kind === 'file') return [place];
    // A further edition without the first one is reported where it is read.
    if (kind === 'folder' && (await host.list(place)).some(isEdition)) {
      return listEditions(place, host);
    }
    if (kind === 'folder') empty = place;
  }
  if (empty !== undefined) {
    const like = findSimilarFile(FIRST_EDITION, await host.list(empty));
    const fix = like ? `: rename ${like} to ${FIRST_EDITION}.` : '.';
    throw new UsageError(`There is no ${FIRST_EDITION} in ${empty}${fix}`);
  }
  const near = findNearMiss(name, await listIssues(issuesFolder, host));
  throw new UsageError(`There is no issue ${name}${suggest(near)}`);
}

/**
 * Returns the path below issues/ of an issue's file that was given through a link or, on a disk that ignores
 * case, in another case. An issue known by two paths would be compared with itself.
 */
async function projectPathOf(file: string, issuesFolder: string, host: Host): Promise<string> {
  try {
    const paths = [dirname(file), issuesFolder].map((path) => host.realPath(path));
    const [folder = '', home] = await Promise.all(paths);
    return dirname(folder) === home ? join(issuesFolder, basename(folder), basename(file)) : file;
  } catch {
    // The folder issues/ does not exist.
    return file;
  }
}

/** Counts issues, and editions where an issue has several: 2 issues, 4 editions of 2 issues. */
export function countIssues(files: readonly string[]): string {
  const issues = count(groupEditions(files).length, 'issue');
  return files.length === groupEditions(files).length
    ? issues
    : `${count(files.length, 'edition')} of ${issues}`;
}

/** Groups editions by issue, in the order of the files. */
export function groupEditions(files: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const folder = dirname(file);
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return [...groups.values()];
}

/** Editions grouped by issue and language. */
export interface UniqueIssues {
  readonly unique: readonly string[];
  /** Editions whose folder names the same issue as an earlier folder, each with the earlier edition. */
  readonly duplicates: readonly (readonly [file: string, earlier: string])[];
}

/** Finds folders that name the same issue, such as 2025-1 and 2025-01, which would build the same PDF. */
export function findDuplicates(files: readonly string[]): UniqueIssues {
  const owners = new Map<string, string>();
  const duplicates: [string, string][] = [];
  for (const file of files) {
    const folder = issueNameOf(file);
    const publication = publicationOfFolder(folder);
    const key = publication
      ? JSON.stringify([publication.name, publication.naming.keyOf(folder), languageInName(file)])
      : editionName(file);
    const earlier = owners.get(key);
    if (earlier === undefined) owners.set(key, file);
    else duplicates.push([file, earlier]);
  }
  return { unique: [...owners.values()], duplicates };
}
