import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../host/host.ts';
import { WriteFailure } from './write-together.ts';

/** Kind of an output folder: which command writes it, and how the folder lists the command's files. */
export interface FolderKind {
  /** Command line of the command, for messages. */
  readonly command: string;
  /** Name of the file that lists the command's own files. */
  readonly list: string;
  /** Explanation at the head of the list, for people who find it. */
  readonly about: string;
  /** A file that every such folder has. It is checked first, so that a conflict is found early. */
  readonly home: string;
}

/**
 * A command's own files in a folder: SHA-256 hashes by relative path. A file that is being replaced has
 * two hashes, of the old bytes and of the new ones.
 */
export type OwnFiles = ReadonlyMap<string, readonly string[]>;

/** Largest list that is read, in bytes; far larger than that of any real folder. */
const MAX_LIST_SIZE = 50_000_000;

const listSchema = z.object({
  files: z.record(
    z.string().refine(isSafeName),
    z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1),
  ),
});

/**
 * Reads the list of a command's own files in a folder; undefined if there is none.
 * @throws WriteFailure when the list is invalid or names files outside the folder
 */
export async function readOwnFiles(
  folder: string,
  list: string,
  host: Host,
): Promise<OwnFiles | undefined> {
  const path = join(folder, list);
  const kind = await host.nameKindOf(path);
  if (kind === undefined) return undefined;
  const own = kind === 'file' ? parseList(await host.readFile(path, MAX_LIST_SIZE)) : undefined;
  if (own) return own;
  throw new WriteFailure(
    `${path}, the list of files written here, is damaged or was not written by this program. Restore it, or choose an empty folder with --out.`,
  );
}

function parseList(bytes: Buffer): OwnFiles | undefined {
  try {
    return new Map(Object.entries(listSchema.parse(JSON.parse(String(bytes))).files));
  } catch {
    return undefined;
  }
}

/** Serializes a list, sorted by name. */
export function serializeOwnFiles(files: OwnFiles, about: string): string {
  const sorted = [...files.keys()].sort().map((name) => [name, files.get(name)]);
  return `${JSON.stringify({ about, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}

/** Returns whether a relative path stays in its folder on every system: ASCII names, no `..`. */
export function isSafeName(name: string): boolean {
  return name.split('/').every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
}

/** Returns the parent folders of a relative path, outermost first: `a/b/c` has `a` and `a/b`. */
export function parentFolders(name: string): string[] {
  const folders = name.split('/').slice(0, -1);
  return folders.map((_, depth) => folders.slice(0, depth + 1).join('/'));
}
