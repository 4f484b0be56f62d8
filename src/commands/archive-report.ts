import type { Colors } from 'picocolors/types';
import type { Host } from '../host/host.ts';
import { WriteFailure } from '../output/write-together.ts';
import type { BuildOutcome } from '../pipeline/pipeline.ts';
import type { ArchiveResult } from '../publishing/archive/archive-builder.ts';
import type { BuildManifest } from '../publishing/archive/build-manifests.ts';
import type { WorkerPool } from '../publishing/archive/worker-threads.ts';
import { describeFailure, describeResult, reportProblems } from './build-issue.ts';
import { countIssues } from './find-issues.ts';
import { count, displayPath, EXIT, terminalColors } from './terminal.ts';

/** Exit code after Ctrl+C: 128 plus the number of SIGINT, as shells report it. */
export const EXIT_INTERRUPTED = 130;

/** Prints the results of an archive run and counts them. */
export interface ArchiveReport extends RunListener {
  countUnchanged(issues: readonly Pick<BuildManifest, 'warnings'>[]): void;
  /** Reports PDFs in the archive that no longer have an issue. */
  reportOrphans(paths: readonly string[]): void;
  /** Reports an issue whose folder names the same issue as an earlier one. */
  reportDuplicate(file: string, earlier: string): void;
  /** Prints the summary of a run. @param time its duration, in ms @returns the exit code */
  reportEnd(time: number): number;
  /** Prints the counts of a run that the user stopped. @returns the exit code */
  reportInterruption(): number;
}

/** Creates the report of a run over editions. */
export function createArchiveReport(files: readonly string[], host: Host): ArchiveReport {
  const counts = { built: 0, unchanged: 0, warned: 0, wrong: 0, crashed: 0 };
  const describeCounts = (colors: Colors) =>
    [
      colors.green(`${counts.built} built`),
      `${counts.unchanged} unchanged`,
      ...(counts.wrong > 0 ? [colors.red(`${counts.wrong} with errors`)] : []),
      ...(counts.crashed > 0 ? [colors.red(`${counts.crashed} failed because of a bug`)] : []),
    ].join(', ');
  return {
    countUnchanged: (issues) => {
      counts.unchanged += issues.length;
      counts.warned += issues.filter(({ warnings }) => warnings > 0).length;
    },
    reportOrphans: (paths) => {
      if (paths.length === 0) return;
      const shown = paths.map((path) => displayPath(path, host)).join(', ');
      host.warn(
        `The archive has PDFs without an issue or edition in issues/; they were kept: ${shown}`,
      );
    },
    reportDuplicate: (file, earlier) => {
      counts.wrong++;
      host.warn(
        `${displayPath(file, host)} is skipped: its folder names the same issue as ${displayPath(earlier, host)}. Remove or rename one of the two folders.`,
      );
    },
    reportResult: (file, result) => {
      if ('crash' in result) {
        counts.crashed++;
        host.warn(
          `${displayPath(file, host)}  not built because of a bug in the program, not a mistake in the issue\n${result.crash.stack}`,
        );
        return;
      }
      const { outcome, time } = result;
      reportProblems(outcome, host);
      if (outcome.report) {
        counts.built++;
        host.print(describeResult(outcome, time, host));
      } else {
        counts.wrong++;
        host.warn(describeFailure(file, outcome, host));
      }
    },
    reportEnd: (time) => {
      if (counts.warned > 0) {
        const verb = counts.warned === 1 ? 'has' : 'have';
        const warned = count(counts.warned, 'unchanged issue');
        host.warn(`${warned} ${verb} warnings; \`npm run check\` shows them`);
      }
      const described = describeCounts(terminalColors('stdout', host));
      host.print(`${countIssues(files)}: ${described}; ${describeTime(time)}`);
      if (counts.crashed > 0) return EXIT.failed;
      return counts.wrong > 0 ? EXIT.issueHasErrors : EXIT.built;
    },
    reportInterruption: () => {
      const described = describeCounts(terminalColors('stderr', host));
      host.warn(`Stopped. ${countIssues(files)}: ${described}. The next run continues from there.`);
      return EXIT_INTERRUPTED;
    },
  };
}

/** Progress of a run. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Time since the run began, in ms. */
  readonly elapsed: number;
}

/** Width of the progress bar, in characters. */
const BAR_WIDTH = 24;

/** Progress bar, count and time left, in one line. */
export function describeProgress({ done, total, elapsed }: Progress): string {
  const filled = total === 0 ? BAR_WIDTH : Math.floor((BAR_WIDTH * done) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  // Before the first issue is built there is nothing to estimate from.
  const left = done === 0 ? '' : `, ${describeTime((elapsed / done) * (total - done))} left`;
  return `${bar} ${done} of ${total}${left}`;
}

/** Formats a duration in ms: 8 s, 1 min 20 s, 2 h 5 min. */
export function describeTime(time: number): string {
  const seconds = Math.ceil(time / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Result of building one edition; a crash is a bug in the program. */
export type EditionResult =
  | {
      readonly outcome: BuildOutcome;
      /** Build time in ms. */
      readonly time: number;
    }
  | { readonly crash: Error };

/** Receives the result of each edition. A failed write ends the run and is not reported here. */
export interface RunListener {
  reportResult(file: string, result: EditionResult): void;
}

/**
 * Builds all issues in the workers and shows the progress. Stops the workers at the end.
 * @returns whether the user stopped it
 * @throws WriteFailure if a file cannot be written
 */
export async function runWorkers(
  issues: readonly (readonly string[])[],
  workers: WorkerPool,
  listener: RunListener,
  host: Host,
): Promise<'ended' | 'stopped'> {
  const begun = host.now();
  let done = 0;
  let isOver = false;
  const showBar = () => {
    const elapsed = host.now() - begun;
    host.showProgress(describeProgress({ done, total: issues.flat().length, elapsed }));
  };
  const buildOne = async (editions: readonly string[]) => {
    const result = await workers.build(editions).catch((crash: Error) => ({ crash }));
    // Builds that were still running when the run ended fail with their worker.
    if (isOver) return;
    if ('writeFailure' in result) throw new WriteFailure(result.writeFailure);
    done += editions.length;
    host.showProgress('');
    for (const [index, file] of editions.entries()) {
      listener.reportResult(file, resultOf(result, index, editions.length));
    }
    showBar();
  };
  showBar();
  const ended = Promise.all(issues.map(buildOne)).then(() => 'ended' as const);
  const stopped = host.untilStopped().then(() => 'stopped' as const);
  try {
    return await Promise.race([ended, stopped]);
  } finally {
    isOver = true;
    host.showProgress('');
    await workers.stop();
  }
}

/** The result of one of the editions of an issue, which were built one after the other. */
function resultOf(
  result: Exclude<ArchiveResult, { writeFailure: string }> | { readonly crash: Error },
  index: number,
  editions: number,
): EditionResult {
  if ('crash' in result) return result;
  const outcome = result.outcomes[index];
  if (!outcome) throw new Error('An edition has no outcome');
  return { outcome, time: result.time / editions };
}
