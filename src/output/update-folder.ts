import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import type { FolderKind } from './own-files.ts';
import { type OwnFiles, parentFolders, printOwnFiles } from './own-files.ts';
import type { FolderUpdate } from './plan-update.ts';
import {
  explainWriteFailure,
  removeLeftovers,
  unfinishedPath,
  WriteFailure,
} from './write-together.ts';

/** A folder that is updated from another in it. */
interface Places {
  readonly folder: string;
  readonly draft: string;
}

/**
 * Makes the folders that files need, and sees whether each takes a file from the draft: one that does
 * not, or that is on another disk, is found before anything has changed.
 * @throws WriteFailure
 */
export async function prepareFolders(
  { folder, draft }: Places,
  files: readonly string[],
  host: Host,
): Promise<void> {
  const made: string[] = [];
  let trial = unfinishedPath(join(draft, 'trial'), host);
  try {
    await host.writeFile(trial, new Uint8Array());
    for (const name of ['', ...new Set(files.flatMap(parentFolders))]) {
      const place = join(folder, name);
      if ((await host.kindOf(place)) === undefined) {
        await host.makeFolder(place);
        made.push(place);
      }
      await removeLeftovers(place, host);
      const next = unfinishedPath(join(place, 'trial'), host);
      await host.rename(trial, next).catch((error: unknown) => {
        throw explainWriteFailure(error, place);
      });
      trial = next;
    }
    await host.remove(trial);
  } catch (error) {
    await host.remove(trial).catch(() => {});
    for (const place of made.reverse()) await host.removeEmptyFolder(place);
    throw error;
  }
}

/** An update that is ready to be made. */
export interface ReadyUpdate extends Places {
  readonly kind: FolderKind;
  readonly plan: FolderUpdate;
  /** The command's own files until now; undefined without a list of them. */
  readonly own: OwnFiles | undefined;
  /** Its own files from now on, with their SHA-256. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Moves the files into their places one by one. At each moment the list names all that is the command's
 * own, whether of the last time or of this one: what a killed run leaves, the next one knows for its own.
 * @throws WriteFailure
 */
export async function updateFolder(
  { folder, draft, kind, plan, own = new Map(), digests }: ReadyUpdate,
  host: Host,
): Promise<void> {
  let listed = printOwnFiles(own, kind.about);
  const list = async (files: OwnFiles) => {
    const text = printOwnFiles(files, kind.about);
    if (text === listed) return;
    await host.writeFile(join(draft, kind.list), Buffer.from(text));
    await host.rename(join(draft, kind.list), join(folder, kind.list));
    listed = text;
  };
  const next: OwnFiles = new Map([...digests].map(([name, digest]) => [name, [digest]]));
  await list(unite(own, next));
  try {
    for (const name of plan.written) await host.rename(join(draft, name), join(folder, name));
    for (const name of plan.stale) await host.remove(join(folder, name));
  } catch (error) {
    const { message } = explainWriteFailure(error, folder);
    throw new WriteFailure(
      `${message}. Some of its files are new now and others old: run \`${kind.command}\` again.`,
      { cause: error },
    );
  }
  const emptied = new Set(plan.stale.flatMap(parentFolders));
  for (const name of [...emptied].sort().reverse()) {
    await host.removeEmptyFolder(join(folder, name));
  }
  await list(next);
}

/** Own files of either; a file of both may have the bytes of either. */
function unite(own: OwnFiles, next: OwnFiles): OwnFiles {
  const names = new Set([...own.keys(), ...next.keys()]);
  const digestsOf = (name: string) => [own, next].flatMap((files) => files.get(name) ?? []);
  return new Map([...names].map((name) => [name, [...new Set(digestsOf(name))]]));
}
