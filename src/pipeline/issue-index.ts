import { dirname, join } from 'node:path';
import { digestOf, type Store } from '../cache/cache-files.ts';
import type { World } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { locateIssue } from '../source/locate-issue.ts';

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
  /** Name of the publication whose issues they are. */
  readonly publication: string;
  readonly store: Store;
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
  { issuesFolder, publication, store, world }: RegisterPlaces,
): IssueRegister<Entry> {
  const page = pageOf(publication);
  let recalled: Promise<Remembered<Entry>> | undefined;
  return {
    async listOthers(file) {
      recalled ??= recall<Entry>(page, store);
      const [known, names] = await Promise.all([recalled, world.list(issuesFolder)]);
      const sightings = new Map<string, Sighting>();
      const entries = new Map<string, Entry | null>();
      const others: (Entry | null)[] = [];
      for (const name of names.sort()) {
        const other = join(issuesFolder, name, 'issue.yaml');
        const seen = await lookAt(other, known, record, { issuesFolder, world });
        if (!seen) continue;
        sightings.set(other, [seen.stamp, seen.hash]);
        entries.set(seen.hash, seen.entry);
        if (dirname(other) !== dirname(file)) others.push(seen.entry);
      }
      const isNew = ([path, [stamp]]: [string, Sighting]) =>
        known.sightings.get(path)?.[0] !== stamp;
      if ([...sightings].some(isNew)) {
        recalled = Promise.resolve({ sightings, entries });
        await remember({ sightings, entries }, page, store);
      }
      return others.filter((entry): entry is Entry => entry !== null);
    },
  };
}

async function lookAt<Entry>(
  file: string,
  { sightings, entries }: Remembered<Entry>,
  record: Recorder<Entry>,
  { issuesFolder, world }: Pick<RegisterPlaces, 'issuesFolder' | 'world'>,
) {
  // The stamp first: a file that changes while it is read is read again the next time.
  const stamp = await world.stampOf(file);
  if (stamp === undefined) return undefined;
  const [lastStamp, lastHash = ''] = sightings.get(file) ?? [];
  const last = stamp === lastStamp ? entries.get(lastHash) : undefined;
  if (last !== undefined) return { stamp, hash: lastHash, entry: last };
  const located = await locateIssue(file, issuesFolder, world);
  if ('problem' in located) return undefined;
  const bytes = await world.readFile(located.path, LIMITS.yamlBytes + 1).catch(() => undefined);
  if (!bytes || bytes.length > LIMITS.yamlBytes) return undefined;
  const hash = digestOf(bytes);
  const remembered = entries.get(hash);
  return { stamp, hash, entry: remembered === undefined ? record(bytes, file) : remembered };
}

/** The name and the key of what is remembered in the store. */
function pageOf(publication: string): [name: string, key: string] {
  return [`issues-of-${publication}.json`, `issues of ${publication}`];
}

async function recall<Entry>(
  page: [name: string, key: string],
  store: Store,
): Promise<Remembered<Entry>> {
  const kept = JSON.parse((await store.read(...page)) ?? '{"sightings":[],"entries":[]}');
  return { sightings: new Map(kept.sightings), entries: new Map(kept.entries) };
}

async function remember<Entry>(
  { sightings, entries }: Remembered<Entry>,
  page: [name: string, key: string],
  store: Store,
): Promise<void> {
  await store.keep(...page, JSON.stringify({ sightings: [...sightings], entries: [...entries] }));
}
