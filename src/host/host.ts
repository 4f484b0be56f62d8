/** Kind of a file system entry, after links are followed. */
export type EntryKind = 'file' | 'folder' | 'other';

/** Kind of a file system entry itself; links are not followed. */
export type NameKind = EntryKind | 'link';

/** Streams that the program prints to. */
export type OutputStream = 'stdout' | 'stderr';

/** Result of running another program. */
export interface ProgramResult {
  /** Exit code. */
  readonly code: number;
  /** Standard output. */
  readonly output: string;
  /** Standard output followed by standard error. */
  readonly printed: string;
}

/** Size of a file, and when it was last used. */
export interface FileUsage {
  readonly bytes: number;
  /**
   * Time of the last read or change, in ms by the clock of its file system. Many file systems record
   * reads once a day only, some never.
   */
  readonly usedAt: number;
}

/**
 * What the program needs from the machine: files, clock, terminal. `createNodeHost` returns the real
 * one; tests use one in memory.
 */
export interface Host {
  /** Identifier of this version of the program; undefined when it is not known. */
  readonly program: string | undefined;
  /**
   * Returns the first `maxBytes` bytes of a file, by default all. The caller owns the buffer. Never blocks
   * on a pipe or a device.
   * @throws NodeJS.ErrnoException when the file cannot be read, is not a regular file, or changes
   *   while it is read
   */
  readFile(path: string, maxBytes?: number): Promise<Buffer>;
  /** Returns the kind of the entry at a path, links followed; undefined if there is none. */
  kindOf(path: string): Promise<EntryKind | undefined>;
  /**
   * Returns the kind of the entry at a path, links not followed; undefined if there is none.
   * @throws NodeJS.ErrnoException when the kind cannot be read, as in a folder without permission
   */
  nameKindOf(path: string): Promise<NameKind | undefined>;
  /**
   * Returns a stamp that changes whenever the file system reports a change of the file or folder at a
   * path, links followed; undefined if there is none.
   */
  stampOf(path: string): Promise<string | undefined>;
  /**
   * Returns the time of the last change of a file or of its metadata, in ms by the clock of its file
   * system, links followed; undefined if there is none.
   */
  changedAt(path: string): Promise<number | undefined>;
  /** Returns the size and last use of a file, links followed; undefined if there is no file. */
  usageOf(path: string): Promise<FileUsage | undefined>;
  /**
   * Returns the path with all links resolved. On case-insensitive file systems each name is spelt as
   * its folder lists it.
   * @throws NodeJS.ErrnoException when the path does not exist
   */
  realPath(path: string): Promise<string>;
  /** Returns the names in a folder, in no particular order; none if the folder does not exist. */
  list(folder: string): Promise<string[]>;
  /**
   * Calls `hint` when something in a folder may have changed. Some file systems send no events, and a
   * folder that does not exist sends none.
   * @returns a function that stops watching
   */
  watchFolder(folder: string, hint: () => void): () => void;
  /** Creates a folder and its missing parents. @throws NodeJS.ErrnoException */
  makeFolder(path: string): Promise<void>;
  /**
   * Writes a new file into an existing folder and flushes it to disk. Until the file is renamed it
   * counts as unfinished and is removed when the program is interrupted.
   * @throws NodeJS.ErrnoException with the code EEXIST when the path exists
   */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Renames a file, a folder or a link. A file replaces an existing file or link.
   * @throws NodeJS.ErrnoException with the code EBUSY when the system refuses to replace a file that
   *   another program has open
   */
  rename(from: string, to: string): Promise<void>;
  /**
   * Removes a file or a link, if there is one.
   * @throws NodeJS.ErrnoException when the path is a folder
   */
  remove(path: string): Promise<void>;
  /** Removes a folder and its contents, or a link to a folder, if there is one. */
  removeFolder(path: string): Promise<void>;
  /** Removes a folder if it is empty. */
  removeEmptyFolder(path: string): Promise<void>;
  /**
   * Runs another program and waits until it exits.
   * @returns undefined when there is no such program that can be started without a shell
   */
  run(program: string, args: readonly string[]): Promise<ProgramResult | undefined>;
  /** Opens an address in the user's browser. @returns whether a browser was started */
  openAddress(address: string): Promise<boolean>;
  /** Waits until the user interrupts the program (Ctrl+C). The caller then cleans up and returns. */
  untilStopped(): Promise<void>;
  /** Returns the time of a monotonic clock, in ms. */
  now(): number;
  /** Returns the time of the machine's clock, in ms since 1970-01-01T00:00Z. Pages never depend on it. */
  currentTime(): number;
  /** Returns whether a process with this ID runs on this machine. */
  isRunning(process: number): boolean;
  /** ID of this process. */
  readonly process: number;
  /** ID of this thread in its process; 0 is the main thread. */
  readonly thread: number;
  /** Number of threads that this machine can run at a time. */
  readonly processors: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths on the command line start from. */
  readonly folder: string;
  /** Returns whether a stream goes to a terminal, not to a file or a pipe. */
  isTerminal(stream: OutputStream): boolean;
  /** Prints a line to standard output. */
  print(text: string): void;
  /** Prints a line to standard error. */
  warn(text: string): void;
  /** Replaces the progress line, on a terminal only; '' clears it. */
  showProgress(line: string): void;
}

/** Returns whether the host's environment is that of Windows. */
export function isWindows({ environment }: Pick<Host, 'environment'>): boolean {
  return environment.OS === 'Windows_NT';
}
