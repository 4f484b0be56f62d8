import type { Host } from '../host/host.ts';
import { WriteFailure } from '../output/write-together.ts';
import type { ArchiveResult } from '../publishing/archive/archive-builder.ts';
import type { BuildManifest } from '../publishing/archive/build-manifests.ts';
import type { WorkerPool } from '../publishing/archive/worker-threads.ts';
import { describeFailure, describeResult, reportProblems } from './build-issue.ts';
import { count, displayPath, EXIT } from './terminal.ts';
/** The exit code of a program that was stopped by Ctrl+C, as shells have it: 128 and the signal. */
export const STOPPED = 130;

/** Prints what comes of an archive's issues, and keeps count. */
export interface ArchiveReport extends RunListener {
  countUnchanged(issues: readonly Pick<BuildManifest, 'warnings'>[]): void;
  /** Tells of PDFs in the archive whose issues are gone. */
  reportOrphans(paths: readonly string[]): void;
  /** Tells of an issue that cannot be told from an earlier one. */
  reportDuplicate(file: string, earlier: string): void;
  /** Prints the summary of a run that took so many ms. @returns the exit code */
  reportEnd(time: number): number;
  /** Prints how far a run has come that was stopped. @returns the exit code */
  reportStop(): number;
}

/** Makes a report on an archive of so many issues. */
export function createArchiveReport(issues: number, host: Host): ArchiveReport {
  const counts = { built: 0, unchanged: 0, warned: 0, wrong: 0, crashed: 0 };
  const describeCounts = () =>
    [
      `${counts.built} built`,
      `${counts.unchanged} unchanged`,
      ...(counts.wrong > 0 ? [`${counts.wrong} with errors`] : []),
      ...(counts.crashed > 0 ? [`${counts.crashed} that the program failed on`] : []),
    ].join(', ');
  return {
    countUnchanged: (issues) => {
      counts.unchanged += issues.length;
      counts.warned += issues.filter(({ warnings }) => warnings > 0).length;
    },
    reportOrphans: (paths) => {
      if (paths.length === 0) return;
      const shown = paths.map((path) => displayPath(path, host)).join(', ');
      host.warn(`In the archive without an issue in issues/, and left there: ${shown}`);
    },
    reportDuplicate: (file, earlier) => {
      counts.wrong++;
      host.warn(
        `${displayPath(file, host)} is left out: ${displayPath(earlier, host)} is the same issue by its folder’s name. Remove or rename one of the two folders.`,
      );
    },
    reportResult: (file, result) => {
      if ('crash' in result) {
        counts.crashed++;
        host.warn(
          `${displayPath(file, host)}  not built: a mistake of the program, not of the issue\n${result.crash.stack}`,
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
      host.print(`${count(issues, 'issue')}: ${describeCounts()}; ${describeTime(time)}`);
      if (counts.crashed > 0) return EXIT.failed;
      return counts.wrong > 0 ? EXIT.issueHasErrors : EXIT.built;
    },
    reportStop: () => {
      host.warn(
        `Stopped: of ${issues} issues ${describeCounts()}. The next run goes on from there.`,
      );
      return STOPPED;
    },
  };
}

/** How far a piece of work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Since the work began, in ms. */
  readonly elapsed: number;
}

/** Characters of the bar. */
const WIDTH = 24;

/** A bar, the count and the time left, for one line of a terminal. */
export function describeProgress({ done, total, elapsed }: Progress): string {
  const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  // Before the first issue is ready there is nothing to reckon with.
  const left = done === 0 ? '' : `, ${describeTime((elapsed / done) * (total - done))} left`;
  return `${bar} ${done} of ${total}${left}`;
}

/** A length of time in ms, in words: 8 s, 1 min 20 s, 2 h 5 min. */
export function describeTime(time: number): string {
  const seconds = Math.ceil(time / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What came of an issue; a crash is a mistake of the program. */
export type RunResult = ArchiveResult | { readonly crash: Error };

/** Is told what came of an issue; what the machine did not take ends the run and is not told here. */
export interface RunListener {
  reportResult(file: string, result: Exclude<RunResult, { writeFailure: string }>): void;
}

/**
 * Has all issues built, and shows how far that has come. The builders are ended with the run.
 * @returns whether the user stopped it
 * @throws WriteFailure when the machine does not take a file
 */
export async function runBuilders(
  files: readonly string[],
  builders: WorkerPool,
  listener: RunListener,
  host: Host,
): Promise<'ended' | 'stopped'> {
  const begun = host.now();
  let done = 0;
  let isOver = false;
  const showBar = () => {
    const elapsed = host.now() - begun;
    host.showProgress(describeProgress({ done, total: files.length, elapsed }));
  };
  const buildOne = async (file: string) => {
    const result: RunResult = await builders.build(file).catch((crash: Error) => ({ crash }));
    // What was under way when the run ended crashes with its builder.
    if (isOver) return;
    if ('writeFailure' in result) throw new WriteFailure(result.writeFailure);
    done++;
    host.showProgress('');
    listener.reportResult(file, result);
    showBar();
  };
  showBar();
  const ended = Promise.all(files.map(buildOne)).then(() => 'ended' as const);
  const stopped = host.untilStopped().then(() => 'stopped' as const);
  try {
    return await Promise.race([ended, stopped]);
  } finally {
    isOver = true;
    host.showProgress('');
    await builders.stop();
  }
}
