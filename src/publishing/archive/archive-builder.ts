import { dirname, join } from 'node:path';
import { createFingerprint, type FingerprintContext } from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { WriteFailure } from '../../output/write-together.ts';
import type { BuildOutcome, Pipeline } from '../../pipeline/pipeline.ts';
import { type ManifestsLocation, openManifests } from './build-manifests.ts';
import { createRecordingHost, type RecordedFile } from './recording-host.ts';
/** An archive that is being built: plain data, which goes to every thread. */
export interface ArchiveContext {
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
export type ArchiveBuilder = (file: string) => Promise<ArchiveResult>;

/** Makes a builder that takes one issue after the other. */
export function createArchiveBuilder(
  archive: ArchiveContext,
  host: Host,
  openPipeline: (host: Host) => Pick<Pipeline, 'buildIssue'>,
): ArchiveBuilder {
  const context = { host, diskTime: archive.diskTime };
  const manifests = openManifests(manifestsLocationOf(archive), context);
  const recordingHost = createRecordingHost(host);
  const pipeline = openPipeline(recordingHost.host);
  return async (file) => {
    const started = host.now();
    try {
      const { result: outcome, files } = await recordingHost.record(
        { readFrom: dirname(file), writtenTo: archive.output },
        () => pipeline.buildIssue(file),
      );
      if (outcome.file !== undefined) {
        const [read, written] = await Promise.all([
          fingerprintFiles(files.read, context),
          fingerprintFiles(files.written, context),
        ]);
        await manifests.keep(file, {
          toolchainHash: archive.toolchainHash,
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
export function manifestsLocationOf({
  root,
  output,
  toolchainHash,
}: ArchiveContext): ManifestsLocation {
  return { archive: output, issuesFolder: join(root, 'issues'), toolchainHash };
}

function fingerprintFiles(files: readonly RecordedFile[], context: FingerprintContext) {
  return Promise.all(files.map((file) => createFingerprint(file, file.stamp, context)));
}
