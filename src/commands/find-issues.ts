import { basename, join, resolve } from 'node:path';
import { findNearMiss } from '../diagnostics/near-miss.ts';
import type { World } from '../world/world.ts';

/** The command line asks for something that cannot be done; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const ISSUE_NAME = /^\d{4}-\d+$/;
const FILE_NAME = 'issue.yaml';

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
  world: World,
): Promise<string[]> {
  if (names.length > 0) {
    if (all) throw new UsageError('Give either --all or the issues by name, not both.');
    const found = await Promise.all(names.map((name) => findIssue(name, issuesFolder, world)));
    return [...new Set(found)];
  }
  const known = await listIssues(issuesFolder, world);
  if (known.length === 0) throw new UsageError(`There is no issue in ${issuesFolder} yet.`);
  const chosen = all ? known : known.slice(-1);
  return chosen.map((name) => join(issuesFolder, name, FILE_NAME));
}

/** Names of the project's issues, the oldest first. */
export async function listIssues(folder: string, world: World): Promise<string[]> {
  const names = (await world.list(folder)).filter((name) => ISSUE_NAME.test(name));
  const rank = (name: string) => {
    const [year, number] = name.split('-').map(Number);
    return (year ?? 0) * 1000 + (number ?? 0);
  };
  return names.sort((a, b) => rank(a) - rank(b));
}

async function findIssue(name: string, issuesFolder: string, world: World): Promise<string> {
  const places = [
    resolve(world.folder, name),
    ...(basename(name) === name ? [join(issuesFolder, name)] : []),
  ];
  let empty: string | undefined;
  for (const place of places) {
    const kind = await world.kindOf(place);
    if (kind === 'file') return place;
    const inside = join(place, FILE_NAME);
    if (kind === 'folder' && (await world.kindOf(inside)) === 'file') return inside;
    if (kind === 'folder') empty = place;
  }
  if (empty !== undefined) throw new UsageError(`There is no ${FILE_NAME} in ${empty}.`);
  const near = findNearMiss(name, await listIssues(issuesFolder, world));
  throw new UsageError(`There is no issue ${name}${near ? `: did you mean ${near}?` : '.'}`);
}
