/** What a name in a folder is. */
export type EntryKind = 'file' | 'folder' | 'other';

/** What a name itself is: a link is a link, wherever it leads. */
export type NameKind = EntryKind | 'link';

/** What came of another program's run. */
export interface ProgramResult {
  /** Its exit code. */
  readonly code: number;
  /** What it gave as its result, on standard output. */
  readonly output: string;
  /** All that it printed, its messages too. */
  readonly printed: string;
}

/** What a file takes of its disk, and when it was last of use. */
export interface FileUsage {
  readonly bytes: number;
  /**
   * When it was last read or changed, in ms by the clock of its file system. Many note a reading once
   * a day, some never.
   */
  readonly usedAt: number;
}

/** The world outside the program: files, clock, terminal. One real, one in memory for tests. */
export interface Host {
  /** What tells this program from other versions of it, where that is known. */
  readonly program: string | undefined;
  /**
   * The bytes of a file, of a larger one the first `most`. They belong to the caller. Never waits for
   * what is no file, such as a pipe.
   * @throws NodeJS.ErrnoException when it cannot be read, is no file, or is written meanwhile
   */
  readFile(path: string, most?: number): Promise<Buffer>;
  /** What stands at a path, links followed; undefined when nothing does. */
  kindOf(path: string): Promise<EntryKind | undefined>;
  /**
   * What a name itself is, links not followed; undefined when nothing has it.
   * @throws NodeJS.ErrnoException when the system does not say, as in a folder without permission
   */
  nameKindOf(path: string): Promise<NameKind | undefined>;
  /**
   * A mark that changes when the file or the folder at a path does, links followed, as far as the
   * file system tells; undefined when there is none.
   */
  stampOf(path: string): Promise<string | undefined>;
  /**
   * When the file at a path last changed in any way, in ms by the clock of its file system, links
   * followed; undefined when there is none.
   */
  changedAt(path: string): Promise<number | undefined>;
  /** What the file at a path takes, links followed; undefined when there is no file. */
  usageOf(path: string): Promise<FileUsage | undefined>;
  /**
   * The path with all links resolved, and each name as its folder lists it where the system finds other
   * spellings too.
   * @throws NodeJS.ErrnoException when nothing stands there
   */
  realPath(path: string): Promise<string>;
  /** Names in a folder, in no order; none when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /**
   * Hints that something in a folder may have changed; not every machine and disk gives hints, and
   * a folder that is not there gives none.
   * @returns what ends it
   */
  watchFolder(folder: string, hint: () => void): () => void;
  /** Makes a folder and those it lies in, where they are missing. @throws NodeJS.ErrnoException */
  makeFolder(path: string): Promise<void>;
  /**
   * Writes a new file into a folder that is there, and waits until the disk has it. Until it is renamed
   * it counts as unfinished and is removed when the program is told to stop.
   * @throws NodeJS.ErrnoException with the code EEXIST when something has that name already
   */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Renames a file, a folder or a link. A file takes the place of a file or a link.
   * @throws NodeJS.ErrnoException with the code EBUSY when another program has the file open that is to
   *   be replaced, and the system minds
   */
  rename(from: string, to: string): Promise<void>;
  /**
   * Removes a file or a link; nothing happens when there is none.
   * @throws NodeJS.ErrnoException when a folder is there
   */
  remove(path: string): Promise<void>;
  /** Removes a folder with all that is in it, or a link to one; nothing happens when there is none. */
  removeFolder(path: string): Promise<void>;
  /** Removes a folder that is empty; nothing happens to any other. */
  removeEmptyFolder(path: string): Promise<void>;
  /**
   * Runs another program and waits for its end.
   * @returns undefined when there is no such program that can be started without a shell
   */
  run(program: string, words: readonly string[]): Promise<ProgramResult | undefined>;
  /** Shows an address in the user's browser. @returns whether there is one */
  openAddress(address: string): Promise<boolean>;
  /** Waits until the user stops the program (Ctrl+C); the program then ends by itself. */
  untilStopped(): Promise<void>;
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Whether a process with this number runs on this machine. */
  isRunning(process: number): boolean;
  /** The number of this process. */
  readonly process: number;
  /** The number of this thread in its process; 0 is the one that the program began with. */
  readonly thread: number;
  /** How many threads this machine can run at a time. */
  readonly processors: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that paths given on the command line start from. */
  readonly folder: string;
  /** Prints a result. */
  print(text: string): void;
  /** Prints a message beside the result. */
  warn(text: string): void;
  /** Shows a passing line in place of the last one, on a terminal only; '' wipes it. */
  showProgress(line: string): void;
}

/** Whether the machine has Windows, as its environment says. */
export function isWindows({ environment }: Pick<Host, 'environment'>): boolean {
  return environment.OS === 'Windows_NT';
}
