import { join } from 'node:path';
import type { World } from '../host/host.ts';
import { foldersAbove, type OwnFiles, printOwnFiles } from './own-files.ts';
import type { FolderUpdate } from './plan-update.ts';
import type { FolderKind } from './write-folder.ts';
import { explainFailure, sweepFolder, unfinishedPath, WriteFailure } from './write-together.ts';

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
export async function makeRoom(
  { folder, draft }: Places,
  files: readonly string[],
  world: World,
): Promise<void> {
  const made: string[] = [];
  let trial = unfinishedPath(join(draft, 'trial'), world);
  try {
    await world.writeFile(trial, new Uint8Array());
    for (const name of ['', ...new Set(files.flatMap(foldersAbove))]) {
      const place = join(folder, name);
      if ((await world.kindOf(place)) === undefined) {
        await world.makeFolder(place);
        made.push(place);
      }
      await sweepFolder(place, world);
      const next = unfinishedPath(join(place, 'trial'), world);
      await world.rename(trial, next).catch((error: unknown) => {
        throw explainFailure(error, place);
      });
      trial = next;
    }
    await world.remove(trial);
  } catch (error) {
    await world.remove(trial).catch(() => {});
    for (const place of made.reverse()) await world.removeEmptyFolder(place);
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
  world: World,
): Promise<void> {
  let listed = printOwnFiles(own, kind.about);
  const list = async (files: OwnFiles) => {
    const text = printOwnFiles(files, kind.about);
    if (text === listed) return;
    await world.writeFile(join(draft, kind.list), Buffer.from(text));
    await world.rename(join(draft, kind.list), join(folder, kind.list));
    listed = text;
  };
  const next: OwnFiles = new Map([...digests].map(([name, digest]) => [name, [digest]]));
  await list(unite(own, next));
  try {
    for (const name of plan.written) await world.rename(join(draft, name), join(folder, name));
    for (const name of plan.stale) await world.remove(join(folder, name));
  } catch (error) {
    const { message } = explainFailure(error, folder);
    throw new WriteFailure(
      `${message}. Some of its files are new now and others old: run \`${kind.command}\` again.`,
      { cause: error },
    );
  }
  const emptied = new Set(plan.stale.flatMap(foldersAbove));
  for (const name of [...emptied].sort().reverse()) {
    await world.removeEmptyFolder(join(folder, name));
  }
  await list(next);
}

/** Own files of either; a file of both may have the bytes of either. */
function unite(own: OwnFiles, next: OwnFiles): OwnFiles {
  const names = new Set([...own.keys(), ...next.keys()]);
  const digestsOf = (name: string) => [own, next].flatMap((files) => files.get(name) ?? []);
  return new Map([...names].map((name) => [name, [...new Set(digestsOf(name))]]));
}
