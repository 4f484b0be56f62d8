import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { World } from '../host/host.ts';
import { tryFolder } from '../output/assert-writable.ts';
import { sweepFolder } from '../output/write-together.ts';
import { informationRelease } from '../publications/information-release/information-release.ts';
import { type ArchivePlace, recordsPlaceOf } from '../publishing/archive/archive-builder.ts';
import {
  computeGround,
  type IssueRecords,
  openRecords,
  recordsFolder,
} from '../publishing/archive/build-manifests.ts';
import type { Builders } from '../publishing/archive/worker-threads.ts';
import { createArchiveReport } from './archive-report.ts';
import { findIssues, findTwins } from './find-issues.ts';
import { runBuilders } from './run-builders.ts';

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
  readonly startBuilders: (place: ArchivePlace, jobs: number) => Promise<Builders>;
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
  world: World,
): Promise<number> {
  const started = world.now();
  const files = await findIssues({ names: [], all: true }, join(root, 'issues'), world);
  const output = resolve(world.folder, out);
  const diskTime = await tryFolder(output, world);
  await sweepArchive(output, world);
  const templates = join(root, 'templates', informationRelease.name);
  const place = {
    root,
    output,
    diskTime,
    program,
    ground: await computeGround(program, templates, world),
  };

  const report = createArchiveReport(files.length, world);
  const { single, twins } = findTwins(files);
  for (const [file, other] of twins) report.tellTwin(file, other);
  const records = openRecords(recordsPlaceOf(place), { world, diskTime });
  const { wanted, unchanged } = await lookThrough(single, records, world);
  report.countUnchanged(unchanged);
  if (wanted.length > 0) {
    const builders = await startBuilders(place, Math.min(jobs, wanted.length));
    const outcome = await runBuilders(wanted, builders, report, world);
    // Builders that were ended at their work have left what they had not finished.
    await sweepArchive(output, world);
    if (outcome === 'stopped') return report.tellStop();
  }
  report.tellOrphans(await records.listOrphans(files));
  return report.tellEnd(world.now() - started);
}

/** The issues that the archive does not have as they would be built now, and records of the others. */
async function lookThrough(files: readonly string[], records: IssueRecords, world: World) {
  world.showProgress('Looking for what has changed');
  const confirmed = await pLimit(LOOKED_AT_ONCE).map(files, (file) => records.confirm(file));
  world.showProgress('');
  return {
    wanted: files.filter((_, index) => !confirmed[index]),
    unchanged: confirmed.filter((record) => record !== undefined),
  };
}

async function sweepArchive(output: string, world: World): Promise<void> {
  for (const folder of [output, recordsFolder(output)]) await sweepFolder(folder, world);
}
