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

/** What the other issues of a publication hold, so that one can be compared with all of them. */
export interface IssueIndex {
  /** The entries of all issues of issues/ except the one in `file`. */
  listOthers(file: string): Promise<unknown[]>;
}

/** Where an index looks, and where it is saved. */
export interface IndexPlaces {
  /** Name of the publication. */
  readonly publication: string;
  readonly issuesFolder: string;
  readonly cacheFiles: CacheFiles;
  readonly host: Host;
}

/** Returns the index entry of an issue's text; null if it has none. */
export type ParseEntry = (text: Buffer, file: string) => unknown;

/** What was seen at a path: the file's stamp, and the hash of its bytes. */
type SeenFile = readonly [stamp: string, hash: string];

/** The index as it is saved between runs. */
interface SavedIndex {
  readonly seenFiles: ReadonlyMap<string, SeenFile>;
  /** By the hash of the issue's file. */
  readonly entries: ReadonlyMap<string, unknown>;
}

/**
 * Creates the index of a publication's issues. An issue's file is read again only when its stamp has
 * changed, and parsed again only when its bytes have: of an archive of 300 issues `check` of one reads
 * 300 stamps.
 */
export function createIssueIndex(
  parse: ParseEntry,
  { publication, issuesFolder, cacheFiles, host }: IndexPlaces,
): IssueIndex {
  const page = pageOf(publication);
  let saved: Promise<SavedIndex> | undefined;
  return {
    async listOthers(file) {
      saved ??= load(page, cacheFiles);
      const [known, names] = await Promise.all([saved, host.list(issuesFolder)]);
      const seenFiles = new Map<string, SeenFile>();
      const entries = new Map<string, unknown>();
      const others: unknown[] = [];
      for (const name of names.sort()) {
        const other = join(issuesFolder, name, FIRST_EDITION);
        const seen = await lookAt(other, known, parse, { issuesFolder, host });
        if (!seen) continue;
        seenFiles.set(other, [seen.stamp, seen.hash]);
        entries.set(seen.hash, seen.entry);
        if (dirname(other) !== dirname(file)) others.push(seen.entry);
      }
      const isNew = ([path, [stamp]]: [string, SeenFile]) =>
        known.seenFiles.get(path)?.[0] !== stamp;
      if ([...seenFiles].some(isNew)) {
        saved = Promise.resolve({ seenFiles, entries });
        await saveIndex({ seenFiles, entries }, page, cacheFiles);
      }
      return others.filter((entry) => entry !== null);
    },
  };
}

async function lookAt(
  file: string,
  { seenFiles, entries }: SavedIndex,
  parse: ParseEntry,
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
  return { stamp, hash, entry: savedEntry === undefined ? parse(bytes, file) : savedEntry };
}

/** Returns a parser of a publication's issues; null comes of other issues, and of those with mistakes. */
export function createEntryParser(publication: AnyPublication): ParseEntry {
  return (text, file) => {
    const { document, problems } = readYaml(text.toString(), file);
    if (hasErrors(problems) || findPublication(document).publication !== publication) return null;
    const { value } = checkSchema(publication.schema, document);
    return value === undefined ? null : (publication.index?.entryOf(value, document) ?? null);
  };
}

/** Name and key of the index among the cache's files. */
function pageOf(publication: string): [name: string, key: string] {
  return [`issues-of-${publication}.json`, `issues of ${publication}`];
}

async function load(
  page: [name: string, key: string],
  cacheFiles: CacheFiles,
): Promise<SavedIndex> {
  const kept = JSON.parse((await cacheFiles.read(...page)) ?? '{"sightings":[],"entries":[]}');
  return { seenFiles: new Map(kept.seenFiles), entries: new Map(kept.entries) };
}

async function saveIndex(
  { seenFiles, entries }: SavedIndex,
  page: [name: string, key: string],
  cacheFiles: CacheFiles,
): Promise<void> {
  await cacheFiles.write(
    ...page,
    JSON.stringify({ seenFiles: [...seenFiles], entries: [...entries] }),
  );
}
