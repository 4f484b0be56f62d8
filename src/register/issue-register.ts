import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { keepFile } from '../world/keep-file.ts';
import type { World } from '../world/world.ts';

/** Goes up when something else is recorded of the same issue. */
const VERSION = 2;

/** What an issue is remembered by, or null for one that cannot be read. */
export type Recorder<Entry> = (text: Buffer, file: string) => Entry | null;

/** Remembers what the issues of a folder hold, so that one can be compared with all others. */
export interface IssueRegister<Entry> {
  /** What is remembered of all issues but the one in `file`. */
  listOthers(file: string): Promise<Entry[]>;
}

/** Where a register looks, and where it keeps what it saw. */
export interface RegisterPlaces {
  readonly issuesFolder: string;
  /** A JSON file, made when it is missing; safe to delete. */
  readonly memory: string;
  readonly world: World;
}

/** A register that reads an issue again only when its bytes have changed. */
export function createRegister<Entry>(
  record: Recorder<Entry>,
  { issuesFolder, memory, world }: RegisterPlaces,
): IssueRegister<Entry> {
  return {
    async listOthers(file) {
      const [known, names] = await Promise.all([
        recall<Entry>(memory, world),
        world.list(issuesFolder),
      ]);
      const entries = new Map<string, Entry | null>();
      const others: (Entry | null)[] = [];
      for (const name of names.sort()) {
        const other = join(issuesFolder, name, 'issue.yaml');
        const bytes = await world.readFile(other).catch(() => undefined);
        if (!bytes) continue;
        const key = createHash('sha256').update(bytes).digest('hex');
        // What could not be read is remembered as null.
        const remembered = known.get(key);
        const entry = remembered === undefined ? record(bytes, other) : remembered;
        entries.set(key, entry);
        if (dirname(other) !== dirname(file)) others.push(entry);
      }
      if ([...entries.keys()].some((key) => !known.has(key))) {
        await remember(entries, memory, world);
      }
      return others.filter((entry): entry is Entry => entry !== null);
    },
  };
}

/** The entries by the hash of their issue; none when the memory is not there or is of another version. */
async function recall<Entry>(memory: string, world: World): Promise<Map<string, Entry | null>> {
  try {
    const kept = JSON.parse((await world.readFile(memory)).toString());
    return new Map(kept.version === VERSION ? Object.entries(kept.entries) : []);
  } catch {
    return new Map();
  }
}

async function remember<Entry>(
  entries: ReadonlyMap<string, Entry | null>,
  memory: string,
  world: World,
): Promise<void> {
  const kept = { version: VERSION, entries: Object.fromEntries(entries) };
  try {
    await world.makeFolder(dirname(memory));
    await keepFile(memory, Buffer.from(JSON.stringify(kept)), world);
  } catch {}
}
