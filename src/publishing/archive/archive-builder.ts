import { dirname, join } from 'node:path';
import { createFingerprint, type FingerprintContext } from '../../host/file-fingerprint.ts';
import type { Host } from '../../host/host.ts';
import { WriteFailure } from '../../output/write-together.ts';
import type { BuildOutcome, Pipeline } from '../../pipeline/pipeline.ts';
import { type ManifestsLocation, openManifests } from './build-manifests.ts';
import { createRecordingHost, type RecordedFile } from './recording-host.ts';
/** Settings of an archive build, as plain data that can be sent to worker threads. */
export interface ArchiveContext {
  /** The project's folder. */
  readonly root: string;
  /** The archive's folder. */
  readonly output: string;
  /** Hash of the program's sources and packages. */
  readonly program: string;
  /** Hash of the program and the templates. */
  readonly toolchainHash: string;
  /** Start time of the run, in ms by the clock of the archive's disk. */
  readonly diskTime: number;
}

/** Result of building one issue, as plain data. */
export type ArchiveResult =
  | {
      readonly outcome: BuildOutcome;
      /** Build time in ms. */
      readonly time: number;
    }
  /** The files could not be written; the message says what to do. */
  | { readonly writeFailure: string };

/** Builds an issue of an archive and saves its manifest. */
export type ArchiveBuilder = (file: string) => Promise<ArchiveResult>;

/** Creates a builder that builds one issue at a time. */
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
        await manifests.save(file, {
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

/** Returns where an archive stores its manifests. */
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
