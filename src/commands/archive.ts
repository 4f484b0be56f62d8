import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { Host } from '../host/host.ts';
import { assertWritable } from '../output/assert-writable.ts';
import { removeLeftovers } from '../output/write-together.ts';
import { type ArchiveContext, manifestsLocationOf } from '../publishing/archive/archive-builder.ts';
import {
  type BuildManifests,
  computeToolchainHash,
  manifestsFolder,
  openManifests,
} from '../publishing/archive/build-manifests.ts';
import type { WorkerPool } from '../publishing/archive/worker-threads.ts';
import { createArchiveReport, runBuilders } from './archive-report.ts';
import { findDuplicates, findIssues } from './find-issues.ts';

/** Issues that are looked through at a time; each may hold a photo in memory. */
const LOOKED_AT_ONCE = 16;

/** What archive is asked to do. */
export interface ArchiveRequest {
  /** Folder for PDFs and reports. */
  readonly out: string;
  /** How many issues are built side by side. */
  readonly jobs: number;
}

/** What an archive is built with. */
export interface ArchiveTools {
  /** Hash of the program's sources and packages. */
  readonly program: string;
  readonly startBuilders: (place: ArchiveContext, jobs: number) => Promise<WorkerPool>;
}

/**
 * Builds all issues that the archive does not have as they are now; one with errors does not stop the
 * others. Stopped at any moment, it goes on from there the next time.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function buildArchive(
  { out, jobs }: ArchiveRequest,
  { program, startBuilders }: ArchiveTools,
  root: string,
  host: Host,
): Promise<number> {
  const started = host.now();
  const files = await findIssues({ names: [], all: true }, join(root, 'issues'), host);
  const output = resolve(host.folder, out);
  const diskTime = await assertWritable(output, host);
  await removeArchiveLeftovers(output, host);
  const templates = join(root, 'templates');
  const place = {
    root,
    output,
    diskTime,
    program,
    toolchainHash: await computeToolchainHash(program, templates, host),
  };

  const report = createArchiveReport(files.length, host);
  const { single, duplicates } = findDuplicates(files);
  for (const [file, other] of duplicates) report.reportDuplicate(file, other);
  const records = openManifests(manifestsLocationOf(place), { host, diskTime });
  const { wanted, unchanged } = await lookThrough(single, records, host);
  report.countUnchanged(unchanged);
  if (wanted.length > 0) {
    const builders = await startBuilders(place, Math.min(jobs, wanted.length));
    const outcome = await runBuilders(wanted, builders, report, host);
    // Builders that were ended at their work have left what they had not finished.
    await removeArchiveLeftovers(output, host);
    if (outcome === 'stopped') return report.reportStop();
  }
  report.reportOrphans(await records.listOrphans(files));
  return report.reportEnd(host.now() - started);
}

/** The issues that the archive does not have as they would be built now, and records of the others. */
async function lookThrough(files: readonly string[], records: BuildManifests, host: Host) {
  host.showProgress('Looking for what has changed');
  const confirmed = await pLimit(LOOKED_AT_ONCE).map(files, (file) => records.confirm(file));
  host.showProgress('');
  return {
    wanted: files.filter((_, index) => !confirmed[index]),
    unchanged: confirmed.filter((record) => record !== undefined),
  };
}

async function removeArchiveLeftovers(output: string, host: Host): Promise<void> {
  for (const folder of [output, manifestsFolder(output)]) await removeLeftovers(folder, host);
}
