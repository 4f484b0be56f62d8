// Records the files that a build reads and writes, with hashes of the bytes that the build received or
// wrote: the files may change while it runs.
import { sep } from 'node:path';
import { hashBytes } from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { observeHost } from '../../host/observe-host.ts';

/** A file that a build read or wrote. */
export interface RecordedFile {
  readonly path: string;
  /** SHA-256 of the bytes that were read or written, in hex. */
  readonly sha256: string;
  /** Number of bytes that were read or written; less than the file's size if it was read in part. */
  readonly bytes: number;
  /** Stat stamp before reading or after writing. */
  readonly stamp: string | undefined;
}

/** The files that one build read and wrote. */
export interface RecordedFiles {
  readonly read: readonly RecordedFile[];
  readonly written: readonly RecordedFile[];
}

/** The folders whose files are recorded. */
export interface RecordedFolders {
  readonly readFrom: string;
  readonly writtenTo: string;
}

/** A host that records file access, for one build at a time. */
export interface RecordingHost {
  readonly host: Host;
  /** Runs `work` and returns its result with the files that it read and wrote. */
  record<Result>(
    folders: RecordedFolders,
    work: () => Promise<Result>,
  ): Promise<{ readonly result: Result; readonly files: RecordedFiles }>;
}

/** Wraps a host so that it records file access. */
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
          // The path as the issue gives it, because a link may have another target later.
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
    /** Requested paths by real path. */
    names: new Map<string, string>(),
    read: new Map<string, RecordedFile>(),
    unfinished: new Map<string, ReturnType<typeof digestOf>>(),
    written: new Map<string, RecordedFile>(),
  };
}
