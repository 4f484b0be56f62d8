import { join } from 'node:path';
import { z } from 'zod';
import type { Host } from '../host/host.ts';
import { WriteFailure } from './write-together.ts';

/** What a command writes into a folder. */
export interface FolderKind {
  /** How the command is called. */
  readonly command: string;
  /** Name of the list of the command's own files in the folder. */
  readonly list: string;
  /** What the list says of itself, for people who find it. */
  readonly about: string;
  /** A file that every such folder has: where it is another's, that is found before the long work. */
  readonly home: string;
}

/**
 * A command's own files in a folder, by their names from it, with the SHA-256 of each: of one that is
 * being replaced, those of the old bytes and the new.
 */
export type OwnFiles = ReadonlyMap<string, readonly string[]>;

/** A list is larger for no folder that a command writes, in bytes. */
const LARGEST_LIST = 50_000_000;

const listSchema = z.object({
  files: z.record(
    z.string().refine(isSafeName),
    z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1),
  ),
});

/**
 * Reads the list of a command's own files in a folder; undefined when there is none.
 * @throws WriteFailure when what has the list's name is no list, or names files outside the folder
 */
export async function readOwnFiles(
  folder: string,
  list: string,
  host: Host,
): Promise<OwnFiles | undefined> {
  const path = join(folder, list);
  const kind = await host.nameKindOf(path);
  if (kind === undefined) return undefined;
  const own = kind === 'file' ? parseList(await host.readFile(path, LARGEST_LIST)) : undefined;
  if (own) return own;
  throw new WriteFailure(
    `${path}, the list of the files that were written here, is damaged or not from this program. Restore it, or choose an empty folder with --out.`,
  );
}

function parseList(bytes: Buffer): OwnFiles | undefined {
  try {
    return new Map(Object.entries(listSchema.parse(JSON.parse(String(bytes))).files));
  } catch {
    return undefined;
  }
}

/** The text of a list; the same for files in any order. */
export function printOwnFiles(files: OwnFiles, about: string): string {
  const sorted = [...files.keys()].sort().map((name) => [name, files.get(name)]);
  return `${JSON.stringify({ about, files: Object.fromEntries(sorted) }, null, 1)}\n`;
}

/** Whether a name stays in its folder on every system: plain letters, and no way up. */
export function isSafeName(name: string): boolean {
  return name.split('/').every((step) => /^[\w.-]+$/.test(step) && !/^\.+$/.test(step));
}

/** The folders on the way to a file, the outermost first: `a/b/c` has `a` and `a/b`. */
export function parentFolders(name: string): string[] {
  const steps = name.split('/').slice(0, -1);
  return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
}
