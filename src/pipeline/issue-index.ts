import { dirname, join } from 'node:path';
import { type CacheFiles, digestOf } from '../cache/cache-files.ts';
import { hasErrors } from '../diagnostics/problem.ts';
import type { Host } from '../host/host.ts';
import { LIMITS } from '../limits.ts';
import { findPublication } from '../publications/index.ts';
import type { AnyPublication } from '../publications/publication.ts';
import { FIRST_EDITION } from '../source/issue-file.ts';
import { locateIssue } from '../source/locate-issue.ts';
import { readYaml } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';

/** Index of a publication's issues, for rules that compare an issue with all others. */
export interface IssueIndex {
  /** Returns the entries of all issues in issues/ except the one in `file`. */
  listOthers(file: string): Promise<unknown[]>;
}

/** Location of the issues, and of the saved index. */
export interface IssueIndexContext {
  /** Name of the publication. */
  readonly publication: string;
  readonly issuesFolder: string;
  readonly cacheFiles: CacheFiles;
  readonly host: Host;
}

/** Returns the index entry for an issue's text; null if it has none. */
export type ParseEntry = (text: Buffer, file: string) => unknown;

/** Stat stamp of a file, and the hash of its bytes. */
type SeenFile = readonly [stamp: string, hash: string];

/** The index as saved between runs. */
interface SavedIndex {
  readonly seenFiles: ReadonlyMap<string, SeenFile>;
  /** Entries by the hash of the issue's file. */
  readonly entries: ReadonlyMap<string, unknown>;
}

/**
 * Creates the index of a publication's issues. A file is read again only if its stamp has changed, and parsed
 * again only if its bytes have changed, so checking one issue of 300 reads 300 stamps.
 */
export function createIssueIndex(
  parse: ParseEntry,
  { publication, issuesFolder, cacheFiles, host }: IssueIndexContext,
): IssueIndex {
  const cacheFile = cacheFileOf(publication);
  let saved: Promise<SavedIndex> | undefined;
  return {
    async listOthers(file) {
      saved ??= loadIndex(cacheFile, cacheFiles);
      const [known, names] = await Promise.all([saved, host.list(issuesFolder)]);
      const seenFiles = new Map<string, SeenFile>();
      const entries = new Map<string, unknown>();
      const others: unknown[] = [];
      for (const name of names.sort()) {
        const other = join(issuesFolder, name, FIRST_EDITION);
        const seen = await readIndexEntry(other, known, parse, { issuesFolder, host });
        if (!seen) continue;
        seenFiles.set(other, [seen.stamp, seen.hash]);
        entries.set(seen.hash, seen.entry);
        if (dirname(other) !== dirname(file)) others.push(seen.entry);
      }
      const isNew = ([path, [stamp]]: [string, SeenFile]) =>
        known.seenFiles.get(path)?.[0] !== stamp;
      if ([...seenFiles].some(isNew)) {
        saved = Promise.resolve({ seenFiles, entries });
        await saveIndex({ seenFiles, entries }, cacheFile, cacheFiles);
      }
      return others.filter((entry) => entry !== null);
    },
  };
}

async function readIndexEntry(
  file: string,
  { seenFiles, entries }: SavedIndex,
  parse: ParseEntry,
  { issuesFolder, host }: Pick<IssueIndexContext, 'issuesFolder' | 'host'>,
) {
  // The stamp comes first, so a file that changes while it is read is read again the next time.
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
  return { stamp, hash, entry: savedEntry === undefined ? parse(bytes, file) : savedEntry };
}

/** Returns a parser for a publication's issues. It returns null for other issues and for invalid ones. */
export function createEntryParser(publication: AnyPublication): ParseEntry {
  return (text, file) => {
    const { document, problems } = readYaml(text.toString(), file);
    if (hasErrors(problems) || findPublication(document).publication !== publication) return null;
    const { value } = checkSchema(publication.schema, document);
    return value === undefined ? null : (publication.index?.entryOf(value, document) ?? null);
  };
}

/** Name and key of the index in the cache files. */
function cacheFileOf(publication: string): [name: string, key: string] {
  return [`issues-of-${publication}.json`, `issues of ${publication}`];
}

async function loadIndex(
  cacheFile: [name: string, key: string],
  cacheFiles: CacheFiles,
): Promise<SavedIndex> {
  const saved = JSON.parse(
    (await cacheFiles.read(...cacheFile)) ?? '{"seenFiles":[],"entries":[]}',
  );
  return { seenFiles: new Map(saved.seenFiles), entries: new Map(saved.entries) };
}

async function saveIndex(
  { seenFiles, entries }: SavedIndex,
  cacheFile: [name: string, key: string],
  cacheFiles: CacheFiles,
): Promise<void> {
  await cacheFiles.write(
    ...cacheFile,
    JSON.stringify({ seenFiles: [...seenFiles], entries: [...entries] }),
  );
}
