import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Host, NameKind } from '../host/host.ts';
import { type OwnFiles, parentFolders } from './own-files.ts';

/** Planned changes of a folder that a command shares with others; relative paths. */
export interface FolderUpdate {
  /** New or changed files, in the order in which they were written. */
  readonly written: readonly string[];
  /** Files of the previous run that are no longer part of the output, in the order of their removal. */
  readonly stale: readonly string[];
  /** Files of the previous run that are no longer part of the output but have been changed; kept. */
  readonly kept: readonly string[];
  /** Entries that are in the way of a file and are not the command's own. */
  readonly obstacles: readonly string[];
}

/** Entry found at a path: the SHA-256 of a file, or the path of another entry that is in the way. */
export type FoundEntry =
  | { readonly sha256: string; readonly other?: never }
  | { readonly other: string; readonly sha256?: never };

/**
 * Returns a function that finds the entry at a relative path; undefined if there is none. Links are not
 * followed: a link in place of a file or of a parent folder is in the way.
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
    for (const parent of parentFolders(name)) {
      const kind = await kindOf(parent);
      if (kind === undefined) return undefined;
      if (kind !== 'folder') return { other: parent };
    }
    const kind = await kindOf(name);
    if (kind === undefined) return undefined;
    if (kind !== 'file') return { other: name };
    const bytes = await host.readFile(join(folder, name));
    return { sha256: createHash('sha256').update(bytes).digest('hex') };
  };
}

/**
 * Plans how the files of `digests` (SHA-256 by name) replace the command's own files. A file is the
 * command's own if its name and its hash are listed; a file that someone has changed is not.
 * @throws NodeJS.ErrnoException when a file cannot be read
 */
export async function planUpdate(
  folder: string,
  files: { readonly own: OwnFiles; readonly digests: ReadonlyMap<string, string> },
  host: Host,
): Promise<FolderUpdate> {
  const { own, digests } = files;
  const inspect = createEntryInspector(folder, host);
  const written: string[] = [];
  const obstacles = new Set<string>();
  for (const [name, digest] of digests) {
    const found = await inspect(name);
    // An identical file stays, whoever wrote it.
    if (found?.sha256 === digest) continue;
    const isOwn = found === undefined || own.get(name)?.includes(found.sha256 ?? '');
    if (isOwn) written.push(name);
    else obstacles.add(found.other ?? name);
  }
  const stale: string[] = [];
  const kept: string[] = [];
  for (const [name, known] of own) {
    const found = digests.has(name) ? undefined : await inspect(name);
    if (found) (known.includes(found.sha256 ?? '') ? stale : kept).push(name);
  }
  return { written, stale: pagesFirst(stale), kept, obstacles: [...obstacles] };
}

/** Pages before the pictures and styles that they need, so that a killed run leaves no incomplete page. */
function pagesFirst(names: readonly string[]): string[] {
  const isPage = (name: string) => name.endsWith('.html');
  return [...names.filter(isPage), ...names.filter((name) => !isPage(name))];
}
