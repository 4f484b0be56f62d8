// A folder that a command shares with others: it owns the files that its list names, and nothing else.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
import type { FolderKind } from './own-files.ts';
import { isSafeName, type OwnFiles, readOwnFiles } from './own-files.ts';
import { createEntryInspector, planUpdate } from './plan-update.ts';
import { prepareFolders, updateFolder } from './update-folder.ts';
import { explainWriteFailure, WriteFailure } from './write-together.ts';

/** Files that are being written, to be put into a folder together. */
export interface FolderDraft {
  /** Where they are until then: in the folder, in one of their own. */
  readonly path: string;
  /** Writes a file; `name` may have folders of its own. @throws WriteFailure */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /**
   * Puts the files into the folder, in the order in which they were written, in place of those of the
   * last time. What others have put there stays; where it is in the way, nothing is changed.
   * @returns files of the last time that were changed since and were therefore left
   * @throws WriteFailure
   */
  finish(): Promise<{ readonly left: readonly string[] }>;
  /** Removes what was written; the folder stays as it was. */
  abandon(): Promise<void>;
}

const DRAFT = /^\.draft\.(\d+)\.unfinished$/;

/**
 * Begins to write a folder. A link to a folder is followed; what killed runs left is removed.
 * @throws WriteFailure when there can be no such folder, or another's files are in the way
 */
export async function beginFolder(
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
      if (!isOwn) throw refuse(path, kind, [kind.home], own);
      await host.makeFolder(folder);
      await sweep(folder, host);
      // In a folder that cannot be listed, a killed run of this number may have left its own.
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
      if (!isSafeName(name) || name === kind.list) throw new Error(`No name of a file: ${name}`);
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
        if (plan.obstacles.length > 0) throw refuse(path, kind, plan.obstacles, own);
        await prepareFolders({ folder, draft }, plan.written, host);
        await updateFolder({ folder, draft, kind, plan, own, digests }, host);
        // What cannot be removed now, the next run removes.
        await host.removeFolder(draft).catch(() => {});
        return { left: plan.left };
      }),
    abandon,
  };
}

/** The folder itself: that which a link leads to. @throws WriteFailure when it is no folder */
async function findFolder(path: string, host: Host): Promise<string> {
  const kind = await host.kindOf(path);
  if (kind === 'folder') return host.realPath(path);
  const isLink = (await host.nameKindOf(path)) === 'link';
  if (kind === undefined && !isLink) return path;
  const names = { file: 'a file', other: 'a device or a pipe' };
  const what = kind === undefined ? 'a link that leads nowhere' : names[kind];
  throw new WriteFailure(`${path} is ${what}, and no folder. Choose a folder with --out.`);
}

function refuse(
  path: string,
  { command, list }: FolderKind,
  obstacles: readonly string[],
  own: OwnFiles | undefined,
): WriteFailure {
  const more = obstacles.length > 3 ? ` and ${obstacles.length - 3} more` : '';
  const names = obstacles.slice(0, 3).join(', ') + more;
  const [were, them] = obstacles.length === 1 ? ['was', 'it'] : ['were', 'them'];
  const older = own
    ? ''
    : ` A folder that an earlier version of this program wrote has no ${list}: delete it once.`;
  return new WriteFailure(
    `${path} is left unchanged: ${names} ${were} not written by \`${command}\`, or changed since, and would be replaced. Move ${them} away, or choose another folder with --out.${older}`,
  );
}

/** Removes the drafts of runs that are no more. */
async function sweep(folder: string, host: Host): Promise<void> {
  for (const name of await host.list(folder)) {
    const writer = Number(DRAFT.exec(name)?.[1] ?? Number.NaN);
    if (Number.isNaN(writer) || (writer !== host.process && host.isRunning(writer))) continue;
    if ((await host.nameKindOf(join(folder, name))) === 'folder') {
      await host.removeFolder(join(folder, name));
    }
  }
}
