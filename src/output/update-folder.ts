import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import type { FolderKind } from './own-files.ts';
import { type OwnFiles, parentFolders, serializeOwnFiles } from './own-files.ts';
import type { FolderUpdate } from './plan-update.ts';
import {
  explainWriteFailure,
  removeLeftovers,
  unfinishedPath,
  WriteFailure,
} from './write-together.ts';

/** An output folder, and the draft folder inside it. */
interface Places {
  readonly folder: string;
  readonly draft: string;
}

/**
 * Creates the folders that files need and moves a trial file into each, so that a folder that is not
 * writable or is on another disk is found before anything has changed.
 * @throws WriteFailure
 */
export async function prepareFolders(
  { folder, draft }: Places,
  files: readonly string[],
  host: Host,
): Promise<void> {
  const created: string[] = [];
  let trial = unfinishedPath(join(draft, 'trial'), host);
  try {
    await host.writeFile(trial, new Uint8Array());
    for (const name of ['', ...new Set(files.flatMap(parentFolders))]) {
      const place = join(folder, name);
      if ((await host.kindOf(place)) === undefined) {
        await host.makeFolder(place);
        created.push(place);
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
    for (const place of created.reverse()) await host.removeEmptyFolder(place);
    throw error;
  }
}

/** An update that is ready to be applied. */
export interface ReadyUpdate extends Places {
  readonly kind: FolderKind;
  readonly plan: FolderUpdate;
  /** The command's own files before the update; undefined if the folder has no list. */
  readonly own: OwnFiles | undefined;
  /** Its own files after the update, with their SHA-256. */
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Moves the files into place one by one. Until the end the list names the old files and the new ones, so
 * that after a killed run the next one recognizes both as its own.
 * @throws WriteFailure
 */
export async function updateFolder(
  { folder, draft, kind, plan, own = new Map(), digests }: ReadyUpdate,
  host: Host,
): Promise<void> {
  let listed = serializeOwnFiles(own, kind.about);
  const writeList = async (files: OwnFiles) => {
    const text = serializeOwnFiles(files, kind.about);
    if (text === listed) return;
    await host.writeFile(join(draft, kind.list), Buffer.from(text));
    await host.rename(join(draft, kind.list), join(folder, kind.list));
    listed = text;
  };
  const next: OwnFiles = new Map([...digests].map(([name, digest]) => [name, [digest]]));
  await writeList(mergeOwnFiles(own, next));
  try {
    for (const name of plan.written) await host.rename(join(draft, name), join(folder, name));
    for (const name of plan.stale) await host.remove(join(folder, name));
  } catch (error) {
    const { message } = explainWriteFailure(error, folder);
    throw new WriteFailure(
      `${message}. Some of its files are new and others old: run \`${kind.command}\` again.`,
      { cause: error },
    );
  }
  const emptied = new Set(plan.stale.flatMap(parentFolders));
  for (const name of [...emptied].sort().reverse()) {
    await host.removeEmptyFolder(join(folder, name));
  }
  await writeList(next);
}

/** Returns the files of both; a file in both has the hashes of both. */
function mergeOwnFiles(own: OwnFiles, next: OwnFiles): OwnFiles {
  const names = new Set([...own.keys(), ...next.keys()]);
  const digestsOf = (name: string) => [own, next].flatMap((files) => files.get(name) ?? []);
  return new Map([...names].map((name) => [name, [...new Set(digestsOf(name))]]));
}
