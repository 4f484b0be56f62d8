import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Host } from '../host/host.ts';

/** A file to be written. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files could not be written; the message says why and what to do. */
export class WriteFailure extends Error {
  override readonly name = 'WriteFailure';
}

/** Whether the user can choose another folder with --out. */
export type FolderChoice = 'chosen' | 'fixed';

/** Explanation of an error code. */
interface Reason {
  readonly why: string;
  /** How to fix it. */
  readonly fix?: string;
  /** How to fix it where the folder can be chosen. */
  readonly choose?: string;
}

const NOT_WRITABLE: Reason = {
  why: 'the folder is not writable',
  fix: 'check its permissions',
  choose: 'choose another with --out',
};
const NOT_A_FOLDER: Reason = {
  why: 'a part of the path is a file, not a folder',
  choose: 'choose another with --out',
};

const REASONS: Readonly<Record<string, Reason>> = {
  ENOSPC: { why: 'the disk is full', fix: 'free some space and try again' },
  EDQUOT: { why: 'your disk quota is used up', fix: 'free some space and try again' },
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: { why: 'the disk is read-only', choose: 'choose another folder with --out' },
  ENOTDIR: NOT_A_FOLDER,
  EEXIST: NOT_A_FOLDER,
  ENOENT: { why: 'the folder cannot be created', choose: 'choose another with --out' },
  EISDIR: { why: 'it is a folder', fix: 'move it away' },
  ENXIO: { why: 'it is a device or a pipe', fix: 'move it away' },
  EXDEV: { why: 'a part of it is on another disk', choose: 'choose another with --out' },
  EBUSY: {
    why: 'the file is open in another program, or protected',
    fix: 'close it there and try again',
  },
  EFBIG: {
    why: 'the file is larger than the limit (`ulimit -f`)',
    choose: 'choose another folder with --out',
  },
  ELOOP: {
    why: 'the links in the path form a loop',
    choose: 'choose another with --out',
  },
};

/**
 * Writes files so that each is complete or absent: all are first written under temporary names and
 * flushed, then renamed in the order given. On failure, folders that were created are removed.
 * @throws WriteFailure when a file cannot be written; existing files that were not replaced yet stay
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
      await prepareTarget(path, host);
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

async function prepareTarget(path: string, host: Host): Promise<void> {
  await host.makeFolder(dirname(path));
  const isFolder = (await host.kindOf(path)) === 'folder';
  // A link is replaced by the file; a device or a pipe is not.
  if (isFolder || (await host.nameKindOf(path)) === 'other') {
    const code = isFolder ? 'EISDIR' : 'ENXIO';
    throw Object.assign(new Error(`${path} is not a file`), { code, path });
  }
  await removeLeftovers(dirname(path), host, basename(path));
}

/** Removes the unfinished files of killed builds from a folder, or only those of the file `name`. */
export async function removeLeftovers(folder: string, host: Host, name?: string): Promise<void> {
  for (const entry of await listAbandoned(folder, host)) {
    if (name === undefined || entry.name === name) await host.remove(entry.unfinished);
  }
}

/** An unfinished file of a killed build. */
export interface AbandonedFile {
  /** Path of the unfinished file. */
  readonly unfinished: string;
  /** Name that the finished file was to have. */
  readonly name: string;
}

/** Lists the unfinished files of killed builds in a folder. */
export async function listAbandoned(folder: string, host: Host): Promise<AbandonedFile[]> {
  const abandoned: AbandonedFile[] = [];
  for (const entry of await host.list(folder)) {
    const [, name, number] = UNFINISHED.exec(entry) ?? [];
    const writer = Number(number);
    if (name === undefined || (writer !== host.process && host.isRunning(writer))) continue;
    // Builds leave files only: a folder of such a name is someone else's.
    if ((await host.nameKindOf(join(folder, entry))) !== 'file') continue;
    abandoned.push({ unfinished: join(folder, entry), name });
  }
  return abandoned;
}

/** Name of an unfinished file: its final name and the ID of the process that writes it. */
const UNFINISHED = /^\.(.+)\.(\d+)\.unfinished$/;

/** Returns the path under which a file is written until it is complete. */
export function unfinishedPath(path: string, host: Host): string {
  return join(dirname(path), `.${basename(path)}.${host.process}.unfinished`);
}

/** Explains why a file or a folder could not be written, and what to do. */
export function explainWriteFailure(
  error: unknown,
  path: string,
  choice: FolderChoice = 'chosen',
): WriteFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  const { why, fix, choose }: Reason = REASONS[code ?? ''] ?? { why: message };
  const fixes = [fix, choice === 'chosen' ? choose : undefined].filter(Boolean).join(' or ');
  const reason = fixes === '' ? why : `${why}; ${fixes}`;
  return new WriteFailure(`${path} could not be written: ${reason}`, { cause: error });
}

/**
 * Finishes interrupted writes in an output folder. PDF and report are renamed one after the other, so a
 * build killed in between leaves the new PDF beside the old report. The new report is then complete and
 * has the SHA-256 of the PDF, so it is renamed. All other unfinished files are removed.
 *
 * Call it from one thread, before files are written. Errors are ignored: writing will report them.
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

/** Returns whether a file is the complete report of a PDF. */
async function isReportOf(report: string, pdf: string, host: Host): Promise<boolean> {
  try {
    const [text, bytes] = await Promise.all([host.readFile(report), host.readFile(pdf)]);
    const { sha256 } = JSON.parse(text.toString());
    return sha256 === createHash('sha256').update(bytes).digest('hex');
  } catch {
    return false;
  }
}
