import { dirname, join } from 'node:path';
import { createFingerprint, type FingerprintContext } from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { WriteFailure } from '../../output/write-together.ts';
import type { BuildOutcome, Pipeline } from '../../pipeline/pipeline.ts';
import { openRecords, type RecordsPlace } from './build-manifests.ts';
import { createRecordingHost, type NotedFile } from './note-files.ts';
/** An archive that is being built: plain data, which goes to every thread. */
export interface ArchivePlace {
  /** The project's folder. */
  readonly root: string;
  /** The archive's folder. */
  readonly output: string;
  /** Hash of the program's sources and packages. */
  readonly program: string;
  /** Hash of what every issue is built with. */
  readonly toolchainHash: string;
  /** When the run began, in ms by the clock of the archive's disk. */
  readonly diskTime: number;
}

/** What came of an issue, as plain data. */
export type ArchiveResult =
  | {
      readonly outcome: BuildOutcome;
      /** What it took, in ms. */
      readonly time: number;
    }
  /** The machine did not take the files; the message says what to do. */
  | { readonly writeFailure: string };

/** Builds an issue of an archive and keeps the record of it. */
export type BuildForArchive = (file: string) => Promise<ArchiveResult>;

/** Makes a builder that takes one issue after the other. */
export function createArchiveBuilder(
  place: ArchivePlace,
  host: Host,
  openPipeline: (host: Host) => Pick<Pipeline, 'buildIssue'>,
): BuildForArchive {
  const context = { host, diskTime: place.diskTime };
  const records = openRecords(recordsPlaceOf(place), context);
  const noting = createRecordingHost(host);
  const pipeline = openPipeline(noting.host);
  return async (file) => {
    const started = host.now();
    try {
      const { result: outcome, files } = await noting.note(
        { readFrom: dirname(file), writtenTo: place.output },
        () => pipeline.buildIssue(file),
      );
      if (outcome.file !== undefined) {
        const [read, written] = await Promise.all([
          fingerprintFiles(files.read, context),
          fingerprintFiles(files.written, context),
        ]);
        await records.keep(file, {
          toolchainHash: place.toolchainHash,
          read,
          written,
          warnings: outcome.problems.length,
        });
      }
      return { outcome, time: host.now() - started };
    } catch (error) {
      if (error instanceof WriteFailure) return { writeFailure: error.message };
      throw error;
    }
  };
}

/** Where an archive keeps its records. */
export function recordsPlaceOf({ root, output, toolchainHash }: ArchivePlace): RecordsPlace {
  return { archive: output, issuesFolder: join(root, 'issues'), toolchainHash };
}

function fingerprintFiles(files: readonly NotedFile[], context: FingerprintContext) {
  return Promise.all(files.map((file) => createFingerprint(file, file.stamp, context)));
}
