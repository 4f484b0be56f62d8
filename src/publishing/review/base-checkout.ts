import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { publicationOfFolder } from '../../publications/index.ts';
import { FIRST_EDITION } from '../../source/issue-file.ts';

/** The commit that a change is compared with. */
export interface Base {
  /** Its full hash. */
  readonly commit: string;
  /** Paths that differ from it, from the project's folder; removed files too. */
  readonly changed: readonly string[];
}

/** A base commit by any name git knows; undefined when this clone does not have it. */
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

/** What building with the base's own program needs. */
export interface BaseBuild {
  readonly commit: string;
  /** Names of issues. */
  readonly issues: readonly string[];
  /** Where the commit is checked out; nothing may stand there. */
  readonly checkout: string;
  readonly output: string;
}

/**
 * Builds issues as they are at a commit, with the program and the packages of that commit, in a
 * work tree of git that is removed afterwards. An issue that it does not have, or cannot build, has
 * no file in the output.
 * @returns what went wrong as a whole; undefined when it could be tried
 */
export async function buildBase(
  { commit, issues, checkout, output }: BaseBuild,
  root: string,
  host: Host,
): Promise<string | undefined> {
  const git = (...args: string[]) => host.run('git', ['-C', root, 'worktree', ...args]);
  await git('remove', '--force', checkout);
  const added = await git('add', '--force', '--detach', checkout, commit);
  if (added?.code !== 0) return added?.printed ?? 'There is no program git.';
  try {
    const npm = (...args: string[]) => host.run('npm', ['--prefix', checkout, ...args]);
    const installed = await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund');
    if (installed?.code !== 0) return installed?.printed ?? 'There is no program npm.';
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

/** Files that every issue is made with, beside its own. */
const PROGRAM = /^(src\/|templates\/|package\.json$|package-lock\.json$)/;
const ISSUE = /^issues\/([^/]+)\//;

/** The issues that a change touches, by name. */
export interface TouchedIssues {
  /** Those whose PDFs it may alter. */
  readonly present: readonly string[];
  /** Those whose folders it removed. */
  readonly removed: readonly string[];
}

/**
 * The issues in whose folders a change altered a file, or all when it altered the program or a
 * template, in the order of `known`.
 * @param changed paths from the project's folder, with slashes
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
