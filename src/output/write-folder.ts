// An output folder may hold other people's files: a command owns only the files in its list.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
import type { FolderKind } from './own-files.ts';
import { isSafeName, type OwnFiles, readOwnFiles } from './own-files.ts';
import { createEntryInspector, planUpdate } from './plan-update.ts';
import { prepareFolders, updateFolder } from './update-folder.ts';
import { explainWriteFailure, WriteFailure } from './write-together.ts';

/** New files of a folder, kept in a draft folder until all are written. */
export interface FolderDraft {
  /** Path of the draft folder, which is inside the output folder. */
  readonly path: string;
  /** Writes a file; `name` is a relative path. @throws WriteFailure */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /**
   * Moves the files into the folder in the order in which they were written, and removes those of the
   * previous run that are no longer written. Files of others stay; if one is in the way, nothing is
   * changed.
   * @returns files of the previous run that were kept because someone has changed them
   * @throws WriteFailure
   */
  finish(): Promise<{ readonly kept: readonly string[] }>;
  /** Removes the draft; the folder stays unchanged. */
  abandon(): Promise<void>;
}

const DRAFT = /^\.draft\.(\d+)\.unfinished$/;

/**
 * Creates the draft of an output folder. A link to a folder is followed, and drafts of killed runs are
 * removed.
 * @throws WriteFailure when the folder cannot be written, or its home page is not the command's own
 */
export async function createFolderDraft(
  path: string,
  kind: FolderKind,
  host: Host,
): Promise<FolderDraft> {
  const explaining = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof WriteFailure ? error : explainWriteFailure(error, path);
    }
  };
  const folder = await explaining(() => findFolder(path, host));
  const isNew = (await host.kindOf(folder)) === undefined;
  const draft = join(folder, `.draft.${host.process}.unfinished`);
  const digests = new Map<string, string>();
  const made = new Set<string>();
  const abandon = async () => {
    await host.removeFolder(draft).catch(() => {});
    if (isNew) await host.removeEmptyFolder(folder);
  };
  const readOwn = () => readOwnFiles(folder, kind.list, host);
  try {
    await explaining(async () => {
      const own = await readOwn();
      const found = await createEntryInspector(folder, host)(kind.home);
      const isOwn = found === undefined || own?.get(kind.home)?.includes(found.sha256 ?? '');
      if (!isOwn) throw explainObstacles(path, kind, [kind.home], own);
      await host.makeFolder(folder);
      await removeOldDrafts(folder, host);
      // A folder that cannot be listed may hold the draft of a killed run with the same process ID.
      await host.removeFolder(draft);
      await host.makeFolder(draft);
    });
  } catch (error) {
    await abandon();
    throw error;
  }
  return {
    path: draft,
    async write(name, bytes) {
      if (!isSafeName(name) || name === kind.list) throw new Error(`Invalid file name: ${name}`);
      await explaining(async () => {
        const file = join(draft, name);
        if (!made.has(dirname(file))) await host.makeFolder(dirname(file));
        made.add(dirname(file));
        await host.writeFile(file, bytes);
      });
      digests.set(name, createHash('sha256').update(bytes).digest('hex'));
    },
    finish: () =>
      explaining(async () => {
        const own = await readOwn();
        const plan = await planUpdate(folder, { own: own ?? new Map(), digests }, host);
        if (plan.obstacles.length > 0) throw explainObstacles(path, kind, plan.obstacles, own);
        await prepareFolders({ folder, draft }, plan.written, host);
        await updateFolder({ folder, draft, kind, plan, own, digests }, host);
        // The next run removes a draft that cannot be removed now.
        await host.removeFolder(draft).catch(() => {});
        return { kept: plan.kept };
      }),
    abandon,
  };
}

/** Returns the folder's path with links resolved. @throws WriteFailure when it is not a folder */
async function findFolder(path: string, host: Host): Promise<string> {
  const kind = await host.kindOf(path);
  if (kind === 'folder') return host.realPath(path);
  const isLink = (await host.nameKindOf(path)) === 'link';
  if (kind === undefined && !isLink) return path;
  const names = { file: 'a file', other: 'a device or a pipe' };
  const what = kind === undefined ? 'a broken link' : names[kind];
  throw new WriteFailure(`${path} is ${what}, not a folder. Choose a folder with --out.`);
}

function explainObstacles(
  path: string,
  { command, list }: FolderKind,
  obstacles: readonly string[],
  own: OwnFiles | undefined,
): WriteFailure {
  const more = obstacles.length > 3 ? ` and ${obstacles.length - 3} more` : '';
  const names = obstacles.slice(0, 3).join(', ') + more;
  const [were, have, them] =
    obstacles.length === 1 ? ['was', 'has', 'it'] : ['were', 'have', 'them'];
  const older = own
    ? ''
    : ` A folder written by an earlier version of this program has no ${list}: delete it once.`;
  return new WriteFailure(
    `${path} is left unchanged: ${names} ${were} not written by \`${command}\` or ${have} changed since, and would be replaced. Move ${them} away, or choose another folder with --out.${older}`,
  );
}

/** Removes the drafts of runs that have ended. */
async function removeOldDrafts(folder: string, host: Host): Promise<void> {
  for (const name of await host.list(folder)) {
    const writer = Number(DRAFT.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(writer) || (writer !== host.process && host.isRunning(writer))) continue;
    if ((await host.nameKindOf(join(folder, name))) === 'folder') {
      await host.removeFolder(join(folder, name));
    }
  }
}
