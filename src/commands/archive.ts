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
import { createArchiveReport, runWorkers } from './archive-report.ts';
import { findDuplicates, findIssues, groupEditions } from './find-issues.ts';

/** Issues checked for changes at the same time; each may hold a photo in memory. */
const CONCURRENT_CHECKS = 16;

/** Options of `archive`. */
export interface ArchiveRequest {
  /** Folder for PDFs and reports. */
  readonly out: string;
  /** Number of issues built at the same time. */
  readonly jobs: number;
}

/** What `buildArchive` builds with. */
export interface ArchiveTools {
  /** Hash of the program's sources and packages. */
  readonly program: string;
  readonly startWorkers: (archive: ArchiveContext, jobs: number) => Promise<WorkerPool>;
}

/**
 * Builds all issues that have changed since they were last built into the archive. An issue with errors
 * does not stop the others. After an interruption the next run continues from there.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function buildArchive(
  { out, jobs }: ArchiveRequest,
  { program, startWorkers }: ArchiveTools,
  root: string,
  host: Host,
): Promise<number> {
  const started = host.now();
  const files = await findIssues({ names: [], all: true }, join(root, 'issues'), host);
  const output = resolve(host.folder, out);
  const diskTime = await assertWritable(output, host);
  await removeArchiveLeftovers(output, host);
  const templates = join(root, 'templates');
  const archive = {
    root,
    output,
    diskTime,
    program,
    toolchainHash: await computeToolchainHash(program, templates, host),
  };

  const report = createArchiveReport(files, host);
  const { unique, duplicates } = findDuplicates(files);
  for (const [file, other] of duplicates) report.reportDuplicate(file, other);
  const manifests = openManifests(manifestsLocationOf(archive), { host, diskTime });
  const { changed, unchanged } = await findChangedIssues(unique, manifests, host);
  report.countUnchanged(unchanged);
  if (changed.length > 0) {
    const workers = await startWorkers(archive, Math.min(jobs, changed.length));
    const outcome = await runWorkers(changed, workers, report, host);
    // Workers that were stopped in the middle leave unfinished files.
    await removeArchiveLeftovers(output, host);
    if (outcome === 'stopped') return report.reportInterruption();
  }
  report.reportOrphans(await manifests.listOrphans(files));
  return report.reportEnd(host.now() - started);
}

/**
 * Separates the issues that must be built from the editions whose output is up to date. If one edition of an
 * issue has changed, all of them are built, because their reports name each other's PDFs.
 */
async function findChangedIssues(files: readonly string[], manifests: BuildManifests, host: Host) {
  host.showProgress('Looking for changed issues');
  const confirmed = await pLimit(CONCURRENT_CHECKS).map(files, (file) => manifests.confirm(file));
  host.showProgress('');
  const manifestOf = new Map(files.map((file, index) => [file, confirmed[index]]));
  const issues = groupEditions(files);
  const isUnchanged = (editions: readonly string[]) => editions.every((one) => manifestOf.get(one));
  return {
    changed: issues.filter((editions) => !isUnchanged(editions)),
    unchanged: issues
      .filter(isUnchanged)
      .flatMap((editions) => editions.flatMap((one) => manifestOf.get(one) ?? [])),
  };
}

async function removeArchiveLeftovers(output: string, host: Host): Promise<void> {
  for (const folder of [output, manifestsFolder(output)]) await removeLeftovers(folder, host);
}
