import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { publicationOfFolder } from '../../publications/index.ts';
import { FIRST_EDITION } from '../../source/issue-file.ts';

/** The commit to compare a change with. */
export interface Base {
  /** Its full hash. */
  readonly commit: string;
  /** Paths that differ from it, relative to the project's folder, including removed files. */
  readonly changed: readonly string[];
}

/** Resolves a git revision to a base commit; undefined if this clone does not have it. */
export async function findBase(name: string, root: string, host: Host): Promise<Base | undefined> {
  const git = async (...args: string[]) => {
    const result = await host.run('git', ['-C', root, ...args]);
    return result?.code === 0 ? result.output : undefined;
  };
  const commit = await git(
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  );
  if (commit === undefined) return undefined;
  const changed = await git('diff', '--name-only', '--no-renames', '-z', commit.trim(), '--');
  return changed === undefined
    ? undefined
    : { commit: commit.trim(), changed: changed.split('\0').filter((path) => path !== '') };
}

/** Options for building issues at the base commit. */
export interface BaseBuild {
  readonly commit: string;
  /** Names of issues. */
  readonly issues: readonly string[];
  /** Folder for the checkout; must not exist. */
  readonly checkout: string;
  readonly output: string;
}

/**
 * Builds issues at a commit with the program and packages of that commit, in a temporary git worktree. An
 * issue that the commit does not have or cannot build has no file in the output.
 * @returns the error if the worktree or its packages could not be set up, otherwise undefined
 */
export async function buildBase(
  { commit, issues, checkout, output }: BaseBuild,
  root: string,
  host: Host,
): Promise<string | undefined> {
  const git = (...args: string[]) => host.run('git', ['-C', root, 'worktree', ...args]);
  await git('remove', '--force', checkout);
  const added = await git('add', '--force', '--detach', checkout, commit);
  if (added?.code !== 0) return added?.printed ?? 'git is not installed.';
  try {
    const npm = (...args: string[]) => host.run('npm', ['--prefix', checkout, ...args]);
    const installed = await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
    if (installed?.code !== 0) return installed?.printed ?? 'npm is not installed.';
    const folders = issues.map((name) => join(checkout, 'issues', name));
    for (const folder of folders) {
      if ((await host.kindOf(join(folder, FIRST_EDITION))) !== 'file') continue;
      await npm('run', 'build-issue', '--', folder, '--out', output);
    }
    return undefined;
  } finally {
    await git('remove', '--force', checkout);
  }
}

/** Files outside the issue folders that can change any PDF. */
const PROGRAM = /^(src\/|templates\/|package\.json$|package-lock\.json$)/;
const ISSUE = /^issues\/([^/]+)\//;

/** Names of the issues that a change touches. */
export interface TouchedIssues {
  /** Existing issues whose PDFs may change. */
  readonly present: readonly string[];
  /** Issues whose folders were removed. */
  readonly removed: readonly string[];
}

/**
 * Returns the issues with a changed file in their folder, or all issues if the program or a template has
 * changed, in the order of `known`.
 * @param changed paths relative to the project's folder, with forward slashes
 */
export function findTouchedIssues(
  changed: readonly string[],
  known: readonly string[],
): TouchedIssues {
  const folders = changed.flatMap((path) => ISSUE.exec(path)?.[1] ?? []);
  const touched = new Set(folders.filter((name) => publicationOfFolder(name)));
  const all = changed.some((path) => PROGRAM.test(path));
  return {
    present: known.filter((name) => all || touched.has(name)),
    removed: [...touched].filter((name) => !known.includes(name)).sort(),
  };
}
