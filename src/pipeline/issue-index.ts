import { dirname, join } from 'node:path';
import { type CacheFiles, digestOf } from '../cache/cache-files.ts';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { locateIssue } from '../source/locate-issue.ts';

/** What an issue is remembered by, or null for one that cannot be read. */
export type ParseEntry<Entry> = (text: Buffer, file: string) => Entry | null;

/** Remembers what the issues of a folder hold, so that one can be compared with all others. */
export interface IssueIndex<Entry> {
  /** What is remembered of all issues but the one in `file`. */
  listOthers(file: string): Promise<Entry[]>;
}

/** Where a register looks, and where it keeps what it saw. */
export interface IndexPlaces {
  readonly issuesFolder: string;
  /** Name of the publication whose issues they are. */
  readonly publication: string;
  readonly cacheFiles: CacheFiles;
  readonly host: Host;
}

/** What was seen at a path: the file's stamp, and the hash of its bytes. */
type SeenFile = readonly [stamp: string, hash: string];

/** What a register remembers between runs. */
interface SavedIndex<Entry> {
  readonly seenFiles: ReadonlyMap<string, SeenFile>;
  /** By the hash of their issue; null for one that cannot be read. */
  readonly entries: ReadonlyMap<string, Entry | null>;
}

/** A register that opens an issue again only when its file has changed, and reads it when its bytes have. */
export function createIssueIndex<Entry>(
  record: ParseEntry<Entry>,
  { issuesFolder, publication, cacheFiles, host }: IndexPlaces,
): IssueIndex<Entry> {
  const page = pageOf(publication);
  let cachedFor: Promise<SavedIndex<Entry>> | undefined;
  return {
    async listOthers(file) {
      cachedFor ??= load<Entry>(page, cacheFiles);
      const [known, names] = await Promise.all([cachedFor, host.list(issuesFolder)]);
      const seenFiles = new Map<string, SeenFile>();
      const entries = new Map<string, Entry | null>();
      const others: (Entry | null)[] = [];
      for (const name of names.sort()) {
        const other = join(issuesFolder, name, 'issue.yaml');
        const seen = await lookAt(other, known, record, { issuesFolder, host });
        if (!seen) continue;
        seenFiles.set(other, [seen.stamp, seen.hash]);
        entries.set(seen.hash, seen.entry);
        if (dirname(other) !== dirname(file)) others.push(seen.entry);
      }
      const isNew = ([path, [stamp]]: [string, SeenFile]) =>
        known.seenFiles.get(path)?.[0] !== stamp;
      if ([...seenFiles].some(isNew)) {
        cachedFor = Promise.resolve({ seenFiles, entries });
        await saveIndex({ seenFiles, entries }, page, cacheFiles);
      }
      return others.filter((entry): entry is Entry => entry !== null);
    },
  };
}

async function lookAt<Entry>(
  file: string,
  { seenFiles, entries }: SavedIndex<Entry>,
  record: ParseEntry<Entry>,
  { issuesFolder, host }: Pick<IndexPlaces, 'issuesFolder' | 'host'>,
) {
  // The stamp first: a file that changes while it is read is read again the next time.
  const stamp = await host.stampOf(file);
  if (stamp === undefined) return undefined;
  const [lastStamp, lastHash = ''] = seenFiles.get(file) ?? [];
  const last = stamp === lastStamp ? entries.get(lastHash) : undefined;
  if (last !== undefined) return { stamp, hash: lastHash, entry: last };
  const located = await locateIssue(file, issuesFolder, host);
  if ('problem' in located) return undefined;
  const bytes = await host.readFile(located.path, LIMITS.yamlBytes + 1).catch(() => undefined);
  if (!bytes || bytes.length > LIMITS.yamlBytes) return undefined;
  const hash = digestOf(bytes);
  const savedEntry = entries.get(hash);
  return { stamp, hash, entry: savedEntry === undefined ? record(bytes, file) : savedEntry };
}

/** The name and the key of what is remembered in the store. */
function pageOf(publication: string): [name: string, key: string] {
  return [`issues-of-${publication}.json`, `issues of ${publication}`];
}

async function load<Entry>(
  page: [name: string, key: string],
  cacheFiles: CacheFiles,
): Promise<SavedIndex<Entry>> {
  const kept = JSON.parse((await cacheFiles.read(...page)) ?? '{"sightings":[],"entries":[]}');
  return { seenFiles: new Map(kept.seenFiles), entries: new Map(kept.entries) };
}

async function saveIndex<Entry>(
  { seenFiles, entries }: SavedIndex<Entry>,
  page: [name: string, key: string],
  cacheFiles: CacheFiles,
): Promise<void> {
  await cacheFiles.keep(
    ...page,
    JSON.stringify({ seenFiles: [...seenFiles], entries: [...entries] }),
  );
}
