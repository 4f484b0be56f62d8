import { basename, dirname, join } from 'node:path';
import type { World } from '../world/world.ts';
import { explainFailure } from './write-together.ts';

/** A folder that is being written beside its place. */
export interface FolderDraft {
  /** Where it stands until it is finished. */
  readonly path: string;
  /** Writes a file of the folder; `name` may have folders of its own. @throws WriteFailure */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Puts the folder in its place; the one that stood there goes. @throws WriteFailure */
  finish(): Promise<void>;
  /** Removes what was written; what stands in the folder's place stays. */
  abandon(): Promise<void>;
}

const UNFINISHED = '.unfinished';
const REPLACED = '.replaced';

/**
 * Begins a folder that is there whole or not at all: it is written beside its place and takes its
 * name at the end. What builds left that were killed is removed, or put back where it stood.
 * @throws WriteFailure
 */
export async function beginFolder(path: string, world: World): Promise<FolderDraft> {
  const nameFor = (ending: string) =>
    join(dirname(path), `.${basename(path)}.${world.process}${ending}`);
  const [unfinished, replaced] = [nameFor(UNFINISHED), nameFor(REPLACED)];
  const explaining = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      throw explainFailure(error, path);
    }
  };
  const made = new Set<string>();
  await explaining(async () => {
    await world.makeFolder(dirname(path));
    await sweep(path, world);
    await world.makeFolder(unfinished);
  });
  return {
    path: unfinished,
    write: (name, bytes) =>
      explaining(async () => {
        const file = join(unfinished, name);
        const folder = dirname(file);
        if (!made.has(folder)) await world.makeFolder(folder);
        made.add(folder);
        await world.writeFile(file, bytes);
        // A file of the draft has its last name; the folder's is what is still to come.
      }),
    finish: () => explaining(() => takePlace({ path, unfinished, replaced }, world)),
    abandon: () => world.removeFolder(unfinished),
  };
}

/** Two renames; when the second fails the first is taken back. */
async function takePlace(
  { path, unfinished, replaced }: { path: string; unfinished: string; replaced: string },
  world: World,
): Promise<void> {
  const stood = (await world.kindOf(path)) !== undefined;
  if (stood) await world.rename(path, replaced);
  try {
    await world.rename(unfinished, path);
  } catch (error) {
    if (stood) await world.rename(replaced, path);
    throw error;
  }
  if (stood) await world.removeFolder(replaced);
}

/** Clears up after builds that were killed: between their two renames the old folder goes back. */
async function sweep(path: string, world: World): Promise<void> {
  const prefix = `.${basename(path)}.`;
  for (const name of await world.list(dirname(path))) {
    const ending = [UNFINISHED, REPLACED].find((known) => name.endsWith(known));
    if (!name.startsWith(prefix) || ending === undefined) continue;
    const writer = Number(name.slice(prefix.length, -ending.length));
    if (!Number.isInteger(writer)) continue;
    if (writer !== world.process && world.isRunning(writer)) continue;
    const left = join(dirname(path), name);
    const isLost = ending === REPLACED && (await world.kindOf(path)) === undefined;
    if (isLost) await world.rename(left, path);
    else await world.removeFolder(left);
  }
}
