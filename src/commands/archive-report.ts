import type { Host } from '../host/host.ts';
import type { IndexEntry } from '../publishing/archive/build-manifests.ts';
import { describeTime } from '../publishing/archive/describe-progress.ts';
import { describeFailure, describeResult, reportProblems } from './build-issue.ts';
import type { RunListener } from './run-builders.ts';
import { count, displayPath, EXIT } from './terminal.ts';

/** The exit code of a program that was stopped by Ctrl+C, as shells have it: 128 and the signal. */
export const STOPPED = 130;

/** Prints what comes of an archive's issues, and keeps count. */
export interface ArchiveReport extends RunListener {
  countUnchanged(issues: readonly Pick<IndexEntry, 'warnings'>[]): void;
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
