import { basename, dirname, join, resolve } from 'node:path';
import { findLikeFile, findNearMiss } from '../diagnostics/suggestions.ts';
import type { Host } from '../host/host.ts';
import { displayPath } from './terminal.ts';
/** The command line asks for something that cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const ISSUE_NAME = /^\d{4}-\d+$/;
const FILE_NAME = 'issue.yaml';
/** Names that a file of an issue has by mistake, beside its own. */
const MEANT_AS_ISSUE = /^issue\.ya?ml(?:\.txt)?$/i;

/** Which issues a command is to work on. */
export interface IssueChoice {
  /** Names of issues, folders, or paths of issue.yaml files. */
  readonly names: readonly string[];
  readonly all: boolean;
}

/** Paths of the chosen issue.yaml files; the newest issue when nothing is chosen. @throws UsageError */
export async function findIssues(
  { names, all }: IssueChoice,
  issuesFolder: string,
  host: Host,
): Promise<string[]> {
  if (names.length > 0) {
    if (all) throw new UsageError('Give either --all or the issues by name, not both.');
    const found = names.map(async (name) =>
      nameInProject(await findIssue(name, issuesFolder, host), issuesFolder, host),
    );
    return [...new Set(await Promise.all(found))];
  }
  const known = await listIssues(issuesFolder, host);
  await warnOfMisnamed(issuesFolder, host);
  if (known.length === 0) throw new UsageError(`There is no issue in ${issuesFolder} yet.`);
  const chosen = all ? known : known.slice(-1);
  return chosen.map((name) => join(issuesFolder, name, FILE_NAME));
}

/** Names of the project's issues, the oldest first. */
export async function listIssues(folder: string, host: Host): Promise<string[]> {
  const names = (await host.list(folder)).filter((name) => ISSUE_NAME.test(name));
  const rank = (name: string) => {
    const [year, number] = name.split('-').map(Number);
    return (year ?? 0) * 1000 + (number ?? 0);
  };
  return names.sort((a, b) => rank(a) - rank(b));
}

/** Tells of folders that hold an issue and are no issue's by their name, and so would be missed. */
async function warnOfMisnamed(issuesFolder: string, host: Host): Promise<void> {
  const names = (await host.list(issuesFolder)).sort();
  for (const name of names.filter((other) => !ISSUE_NAME.test(other) && !other.startsWith('.'))) {
    const inside = await host.list(join(issuesFolder, name));
    if (!inside.some((file) => MEANT_AS_ISSUE.test(file))) continue;
    const wanted = properName(name) ?? 'YEAR-NUMBER, such as 2025-02';
    host.warn(
      `${displayPath(join(issuesFolder, name), host)} is passed over: name the folder ${wanted}`,
    );
  }
}

/** The name that an issue's folder should bear by the year and the number in the one it has. */
function properName(name: string): string | undefined {
  const [, year = '', number = ''] = /^\D*(\d{4}|\d{2})\D+(\d{1,3})\D*$/.exec(name) ?? [];
  if (year === '') return undefined;
  return `${year.padStart(4, '20')}-${number.padStart(2, '0')}`;
}

async function findIssue(name: string, issuesFolder: string, host: Host): Promise<string> {
  const places = [
    resolve(host.folder, name),
    ...(basename(name) === name ? [join(issuesFolder, name)] : []),
  ];
  let empty: string | undefined;
  for (const place of places) {
    const kind = await host.kindOf(place);
    if (kind === 'file') return place;
    const inside = join(place, FILE_NAME);
    if (kind === 'folder' && (await host.kindOf(inside)) === 'file') return inside;
    if (kind === 'folder') empty = place;
  }
  if (empty !== undefined) {
    const like = findLikeFile(FILE_NAME, await host.list(empty));
    const way = like ? `: rename ${like} to ${FILE_NAME}.` : '.';
    throw new UsageError(`There is no ${FILE_NAME} in ${empty}${way}`);
  }
  const near = findNearMiss(name, await listIssues(issuesFolder, host));
  throw new UsageError(`There is no issue ${name}${near ? `: did you mean ${near}?` : '.'}`);
}

/**
 * The path that the project has for a file of one of its issues, however it was typed: through a link, or
 * in another case where the disk finds it so. An issue known by two paths would be compared with itself.
 */
async function nameInProject(file: string, issuesFolder: string, host: Host): Promise<string> {
  try {
    const paths = [dirname(file), issuesFolder].map((path) => host.realPath(path));
    const [folder = '', home] = await Promise.all(paths);
    return dirname(folder) === home ? join(issuesFolder, basename(folder), basename(file)) : file;
  } catch {
    // There is no folder of issues.
    return file;
  }
}

/** Issues, told apart by the names of their folders. */
export interface DistinctIssues {
  readonly single: readonly string[];
  /** Issues whose folders have the name of an earlier one but for zeros, each with that one. */
  readonly duplicates: readonly (readonly [file: string, earlier: string])[];
}

/** Finds folders that name one issue, as 2025-1 and 2025-01 do: both would be built as one PDF. */
export function findDuplicates(files: readonly string[]): DistinctIssues {
  const owners = new Map<string, string>();
  const duplicates: [string, string][] = [];
  for (const file of files) {
    const name = basename(dirname(file))
      .split('-')
      .map((digits) => String(Number(digits)))
      .join('-');
    const earlier = owners.get(name);
    if (earlier === undefined) owners.set(name, file);
    else duplicates.push([file, earlier]);
  }
  return { single: [...owners.values()], duplicates };
}
