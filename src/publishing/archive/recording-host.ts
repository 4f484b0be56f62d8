// Learns what an issue is made of and what was made of it from what its build reads and writes. What
// is noted is the very bytes that the build had, whatever becomes of the files meanwhile.
import { sep } from 'node:path';
import { hashBytes } from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { observeHost } from '../../host/observe-host.ts';

/** A file that a build read or wrote. */
export interface RecordedFile {
  readonly path: string;
  /** Of the bytes that were read or written, in hex. */
  readonly sha256: string;
  /** Their number; of a file that was not read to its end it is less than the file has. */
  readonly bytes: number;
  /** The stamp that the file had before it was read, or got when it was written. */
  readonly stamp: string | undefined;
}

/** The files of one build. */
export interface RecordedFiles {
  readonly read: readonly RecordedFile[];
  readonly written: readonly RecordedFile[];
}

/** The folders whose files are noted. */
export interface RecordedFolders {
  readonly readFrom: string;
  readonly writtenTo: string;
}

/** A world that notes files, for builds that go one after the other. */
export interface RecordingHost {
  readonly host: Host;
  /** Does a piece of work and tells which files it used. */
  record<Result>(
    folders: RecordedFolders,
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly files: RecordedFiles }>;
}

/** Makes a noting world of another. */
export function createRecordingHost(host: Host): RecordingHost {
  let folders: RecordedFolders | undefined;
  let files = emptyRecording();
  const isBelow = (path: string, folder: string | undefined) =>
    folder !== undefined && (path === folder || path.startsWith(folder + sep));
  return {
    host: observeHost(host, {
      methods: {
        realPath: (path) => (real) => {
          if (isBelow(path, folders?.readFrom)) files.names.set(real, path);
        },
        readFile: async (path) => {
          // By the name the issue has for it: a link may lead elsewhere tomorrow.
          const name = files.names.get(path) ?? path;
          if (!isBelow(name, folders?.readFrom)) return undefined;
          const stamp = await host.stampOf(name);
          return (bytes) => files.read.set(name, { path: name, ...digestOf(bytes), stamp });
        },
        writeFile: (path, bytes) => () => {
          if (isBelow(path, folders?.writtenTo)) files.unfinished.set(path, digestOf(bytes));
        },
        rename: (from, to) => async () => {
          const digest = files.unfinished.get(from);
          if (!digest) return;
          files.written.set(to, { path: to, ...digest, stamp: await host.stampOf(to) });
        },
      },
    }),
    async record(where, work) {
      folders = where;
      files = emptyRecording();
      const result = await work();
      const recorded = { read: [...files.read.values()], written: [...files.written.values()] };
      return { result, files: recorded };
    },
  };
}

function digestOf(bytes: Uint8Array) {
  return { sha256: hashBytes(bytes), bytes: bytes.length };
}

function emptyRecording() {
  return {
    /** The names by which files were asked for, by their real paths. */
    names: new Map<string, string>(),
    read: new Map<string, RecordedFile>(),
    unfinished: new Map<string, ReturnType<typeof digestOf>>(),
    written: new Map<string, RecordedFile>(),
  };
}
