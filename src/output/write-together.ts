import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';
/** A file to be written. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The machine did not take the files; the message says what to do. */
export class WriteFailure extends Error {
  override readonly name = 'WriteFailure';
}

/** Whether the user chose the folder with --out, and can choose another, or it is always this one. */
export type FolderChoice = 'chosen' | 'fixed';

/** Why a file was not taken, what to do, and what else where the folder can be chosen. */
interface Reason {
  readonly why: string;
  readonly fix?: string;
  readonly choose?: string;
}

const NO_RIGHT: Reason = {
  why: 'the folder may not be written to',
  fix: 'check its permissions',
  choose: 'choose another with --out',
};
const NO_FOLDER: Reason = {
  why: 'a part of the path is a file, not a folder',
  choose: 'choose another with --out',
};

const REASONS: Readonly<Record<string, Reason>> = {
  ENOSPC: { why: 'the disk is full', fix: 'make room and try again' },
  EDQUOT: { why: 'your share of the disk is full', fix: 'make room and try again' },
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  EROFS: { why: 'the disk is read-only', choose: 'choose another folder with --out' },
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
  ENOENT: { why: 'no folder can be made there', choose: 'choose another with --out' },
  EISDIR: { why: 'a folder stands where the file is to go', fix: 'move it away' },
  ENXIO: { why: 'a device or a pipe stands where the file is to go', fix: 'move it away' },
  EXDEV: { why: 'it has a folder on another disk in it', choose: 'choose another with --out' },
  EBUSY: {
    why: 'the file is open in another program, or protected',
    fix: 'close it there and try again',
  },
  EFBIG: {
    why: 'the file is larger than you may write here (`ulimit -f`)',
    choose: 'choose another folder with --out',
  },
  ELOOP: {
    why: 'links in the path lead to one another',
    choose: 'choose another with --out',
  },
};

/**
 * Writes files so that each is there whole or not at all: all of them beside their places first,
 * and only when the disk has every byte they take their names, in the order given. A folder that was made
 * for a file goes with it.
 * @throws WriteFailure when the machine does not take them; what was there before stays
 */
export async function writeTogether(
  files: readonly OutputFile[],
  host: Host,
  choice: FolderChoice = 'chosen',
): Promise<void> {
  const pending = files.map((file) => ({ ...file, unfinished: unfinishedPath(file.path, host) }));
  const newFolders: string[] = [];
  try {
    for (const { path } of files) {
      if (!(await host.kindOf(dirname(path)))) newFolders.push(dirname(path));
      await makeReady(path, host);
    }
    for (const { unfinished, bytes } of pending) await host.writeFile(unfinished, bytes);
    for (const { unfinished, path } of pending) await host.rename(unfinished, path);
  } catch (error) {
    for (const { unfinished } of pending) await host.remove(unfinished).catch(() => {});
    for (const folder of newFolders) await host.removeEmptyFolder(folder);
    const { path } =
      files.find((file) => file.path === (error as NodeJS.ErrnoException).path) ?? {};
    throw explainWriteFailure(error, path ?? files[0]?.path ?? '', choice);
  }
}

async function makeReady(path: string, host: Host): Promise<void> {
  await host.makeFolder(dirname(path));
  const isFolder = (await host.kindOf(path)) === 'folder';
  // A link gives way to the file; a device or a pipe does not.
  if (isFolder || (await host.nameKindOf(path)) === 'other') {
    const code = isFolder ? 'EISDIR' : 'ENXIO';
    throw Object.assign(new Error(`${path} is no file`), { code, path });
  }
  await sweep(path, host);
}

function sweep(path: string, host: Host): Promise<void> {
  return removeLeftovers(dirname(path), host, basename(path));
}

/**
 * Removes what builds left in a folder that were killed before they could clean up; with a name, what
 * they left of the file of that name.
 */
export async function removeLeftovers(folder: string, host: Host, name?: string): Promise<void> {
  for (const left of await listAbandoned(folder, host)) {
    if (name === undefined || left.name === name) await host.remove(left.unfinished);
  }
}

/** A file that a build had not given its name when it was killed. */
export interface AbandonedFile {
  /** Where it lies. */
  readonly unfinished: string;
  /** The name it was to have. */
  readonly name: string;
}

/** What killed builds left in a folder. */
export async function listAbandoned(folder: string, host: Host): Promise<AbandonedFile[]> {
  const abandoned: AbandonedFile[] = [];
  for (const left of await host.list(folder)) {
    const [, name, number] = UNFINISHED.exec(left) ?? [];
    const writer = Number(number);
    if (name === undefined || (writer !== host.process && host.isRunning(writer))) continue;
    // A folder of this name is not from here; one that may be a file's is not touched.
    if ((await host.nameKindOf(join(folder, left))) !== 'file') continue;
    abandoned.push({ unfinished: join(folder, left), name });
  }
  return abandoned;
}

/** The name of a file that is being written: the name it will have, and the number of its writer. */
const UNFINISHED = /^\.(.+)\.(\d+)\.unfinished$/;

/** Where a file is written until it is whole. */
export function unfinishedPath(path: string, host: Host): string {
  return join(dirname(path), `.${basename(path)}.${host.process}.unfinished`);
}

/** Says why the machine did not take a file or a folder, and what to do. */
export function explainWriteFailure(
  error: unknown,
  path: string,
  choice: FolderChoice = 'chosen',
): WriteFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  const { why, fix, choose }: Reason = REASONS[code ?? ''] ?? { why: message };
  const ways = [fix, choice === 'chosen' ? choose : undefined].filter(Boolean).join(' or ');
  const reason = ways === '' ? why : `${why}; ${ways}`;
  return new WriteFailure(`${path} could not be written: ${reason}`, { cause: error });
}

/**
 * Brings an output folder into order after builds that were killed. PDF and report take their names
 * one after the other, and no file system gives two files their names at once: a build that was killed
 * between the two left the new PDF beside the old report. The new report is then still there, whole,
 * and names the PDF by its SHA-256: it gets its name. All else that lies about goes.
 *
 * To be called before files are written, by one thread; a folder that cannot be changed is left to the
 * writing, which tells why.
 */
export async function recoverOutput(folder: string, host: Host): Promise<void> {
  try {
    for (const { unfinished, name } of await listAbandoned(folder, host)) {
      const pdf = name.replace(/\.json$/, '.pdf');
      if (pdf === name || !(await isReportOf(unfinished, join(folder, pdf), host))) continue;
      await host.rename(unfinished, join(folder, name));
    }
    await removeLeftovers(folder, host);
  } catch {}
}

/** Whether a file is the whole report of a PDF. */
async function isReportOf(report: string, pdf: string, host: Host): Promise<boolean> {
  try {
    const [text, bytes] = await Promise.all([host.readFile(report), host.readFile(pdf)]);
    const { sha256 } = JSON.parse(text.toString());
    return sha256 === createHash('sha256').update(bytes).digest('hex');
  } catch {
    return false;
  }
}
