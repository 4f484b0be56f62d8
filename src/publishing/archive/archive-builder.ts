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
      /** The outcome of each edition, in the order of the task. */
      readonly outcomes: readonly BuildOutcome[];
      /** Build time of all editions, in ms. */
      readonly time: number;
    }
  /** The files could not be written; the message says what to do. */
  | { readonly writeFailure: string };

/** Builds the editions of an issue of an archive and saves a manifest for each. */
export type ArchiveBuilder = (editions: readonly string[]) => Promise<ArchiveResult>;

/** Creates a builder that builds one issue at a time. */
export function createArchiveBuilder(
  archive: ArchiveContext,
  host: Host,
  openPipeline: (host: Host) => Pick<Pipeline, 'buildEditions'>,
): ArchiveBuilder {
  const context = { host, diskTime: archive.diskTime };
  const manifests = openManifests(manifestsLocationOf(archive), context);
  const recordingHost = createRecordingHost(host);
  const pipeline = openPipeline(recordingHost.host);
  return async (editions) => {
    const started = host.now();
    try {
      const { result: outcomes, files } = await recordingHost.record(
        { readFrom: dirname(editions[0] ?? ''), writtenTo: archive.output },
        () => pipeline.buildEditions(editions),
      );
      const [read, written] = await Promise.all([
        fingerprintFiles(files.read, context),
        fingerprintFiles(files.written, context),
      ]);
      for (const [index, file] of editions.entries()) {
        const { file: pdf, problems = [] } = outcomes[index] ?? {};
        if (pdf === undefined) continue;
        // The report of an edition depends on the other editions, so all files that were read count.
        await manifests.save(file, {
          toolchainHash: archive.toolchainHash,
          read,
          written: written.filter(({ path }) => withoutExtension(path) === withoutExtension(pdf)),
          warnings: problems.length,
        });
      }
      return { outcomes, time: host.now() - started };
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

function withoutExtension(path: string): string {
  return path.replace(/\.[a-z]+$/, '');
}

function fingerprintFiles(files: readonly RecordedFile[], context: FingerprintContext) {
  return Promise.all(files.map((file) => createFingerprint(file, file.stamp, context)));
}
