import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host, NameKind } from '../host/host.ts';
import { type OwnFiles, parentFolders } from './own-files.ts';

/** What becomes of the files of a folder that a command shares with others; names from the folder. */
export interface FolderUpdate {
  /** Files to be put there, in the order in which they were written. */
  readonly written: readonly string[];
  /** Files of the last time that are no longer wanted, to be removed. */
  readonly stale: readonly string[];
  /** Files of the last time that are no longer wanted, but were changed since. */
  readonly left: readonly string[];
  /** What is in the way of a file and is not the command's own. */
  readonly obstacles: readonly string[];
}

/** What is at the place of a file: its SHA-256, or what is there in its stead. */
export type FoundEntry =
  | { readonly sha256: string; readonly other?: never }
  | { readonly other: string; readonly sha256?: never };

/**
 * Returns what tells what is at a file's place in a folder; undefined is nothing. Links are not followed:
 * one in place of a file, or of a folder on the way to it, is there in its stead.
 */
export function createEntryInspector(
  folder: string,
  host: Host,
): (name: string) => Promise<FoundEntry | undefined> {
  const kinds = new Map<string, Promise<NameKind | undefined>>();
  const kindOf = (name: string) => {
    const kind = kinds.get(name) ?? host.nameKindOf(join(folder, name));
    kinds.set(name, kind);
    return kind;
  };
  return async (name) => {
    for (const above of parentFolders(name)) {
      const kind = await kindOf(above);
      if (kind === undefined) return undefined;
      if (kind !== 'folder') return { other: above };
    }
    const kind = await kindOf(name);
    if (kind === undefined) return undefined;
    if (kind !== 'file') return { other: name };
    const bytes = await host.readFile(join(folder, name));
    return { sha256: createHash('sha256').update(bytes).digest('hex') };
  };
}

/**
 * Plans how a folder gets the files of `digests` (name to SHA-256) in place of its own ones. A file is the
 * command's own when its name and its bytes are: what somebody changed is somebody's.
 * @throws NodeJS.ErrnoException when a file cannot be read
 */
export async function planUpdate(
  folder: string,
  files: { readonly own: OwnFiles; readonly digests: ReadonlyMap<string, string> },
  host: Host,
): Promise<FolderUpdate> {
  const { own, digests } = files;
  const look = createEntryInspector(folder, host);
  const written: string[] = [];
  const obstacles = new Set<string>();
  for (const [name, digest] of digests) {
    const found = await look(name);
    // The same bytes may stay, whosever they are.
    if (found?.sha256 === digest) continue;
    const isOwn = found === undefined || own.get(name)?.includes(found.sha256 ?? '');
    if (isOwn) written.push(name);
    else obstacles.add(found.other ?? name);
  }
  const stale: string[] = [];
  const left: string[] = [];
  for (const [name, known] of own) {
    const found = digests.has(name) ? undefined : await look(name);
    if (found) (known.includes(found.sha256 ?? '') ? stale : left).push(name);
  }
  return { written, stale, left, obstacles: [...obstacles] };
}
