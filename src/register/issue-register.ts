import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { LIMITS } from '../limits.ts';
import { keepFile } from '../world/keep-file.ts';
import type { World } from '../world/world.ts';

/** Goes up when something else is recorded of the same issue. */
const VERSION = 2;

/** A file of as many bytes is larger than an issue may be. */
const MOST_BYTES = LIMITS.yamlBytes + 1;

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

/** What was seen at a path: the file's stamp, and the hash of its bytes. */
type Sighting = readonly [stamp: string, hash: string];

/** What a register remembers between runs. */
interface Remembered<Entry> {
  readonly sightings: ReadonlyMap<string, Sighting>;
  /** By the hash of their issue; null for one that cannot be read. */
  readonly entries: ReadonlyMap<string, Entry | null>;
}

/** A register that opens an issue again only when its file has changed, and reads it when its bytes have. */
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
      const sightings = new Map<string, Sighting>();
      const entries = new Map<string, Entry | null>();
      const others: (Entry | null)[] = [];
      for (const name of names.sort()) {
        const other = join(issuesFolder, name, 'issue.yaml');
        const seen = await lookAt(other, known, record, world);
        if (!seen) continue;
        sightings.set(other, [seen.stamp, seen.hash]);
        entries.set(seen.hash, seen.entry);
        if (dirname(other) !== dirname(file)) others.push(seen.entry);
      }
      const isNew = ([path, [stamp]]: [string, Sighting]) =>
        known.sightings.get(path)?.[0] !== stamp;
      if ([...sightings].some(isNew)) await remember({ sightings, entries }, memory, world);
      return others.filter((entry): entry is Entry => entry !== null);
    },
  };
}

async function lookAt<Entry>(
  file: string,
  { sightings, entries }: Remembered<Entry>,
  record: Recorder<Entry>,
  world: World,
) {
  // The stamp first: a file that changes while it is read is read again the next time.
  const stamp = await world.stampOf(file);
  if (stamp === undefined) return undefined;
  const [lastStamp, lastHash = ''] = sightings.get(file) ?? [];
  const last = stamp === lastStamp ? entries.get(lastHash) : undefined;
  if (last !== undefined) return { stamp, hash: lastHash, entry: last };
  const bytes = await world.readFile(file, MOST_BYTES).catch(() => undefined);
  if (!bytes || bytes.length === MOST_BYTES) return undefined;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const remembered = entries.get(hash);
  return { stamp, hash, entry: remembered === undefined ? record(bytes, file) : remembered };
}

/** What was remembered; nothing when the memory is not there or is of another version. */
async function recall<Entry>(memory: string, world: World): Promise<Remembered<Entry>> {
  try {
    const kept = JSON.parse((await world.readFile(memory)).toString());
    if (kept.version === VERSION) {
      return {
        sightings: new Map(Object.entries(kept.sightings)),
        entries: new Map(Object.entries(kept.entries)),
      };
    }
  } catch {}
  return { sightings: new Map(), entries: new Map() };
}

async function remember<Entry>(
  { sightings, entries }: Remembered<Entry>,
  memory: string,
  world: World,
): Promise<void> {
  const kept = {
    version: VERSION,
    sightings: Object.fromEntries(sightings),
    entries: Object.fromEntries(entries),
  };
  try {
    await world.makeFolder(dirname(memory));
    await keepFile(memory, Buffer.from(JSON.stringify(kept)), world);
  } catch {}
}
