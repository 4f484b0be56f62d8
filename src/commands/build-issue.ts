import { join, resolve } from 'node:path';
import { printAnnotations, printProblems } from '../diagnostics/print-text.ts';
import type { Host } from '../host/host.ts';
import { assertWritable } from '../output/assert-writable.ts';
import { describeContents } from '../output/build-report.ts';
import { recoverOutput } from '../output/write-together.ts';
import { type BuildOutcome, createPipeline } from '../pipeline/pipeline.ts';
import { findIssues, groupEditions, type IssueChoice } from './find-issues.ts';
import { count, displayPath, EXIT, terminalColors } from './terminal.ts';

/** Options of `build-issue`. */
export interface BuildRequest extends IssueChoice {
  /** Folder for PDFs and reports. */
  readonly out: string;
}

/**
 * Builds the chosen issues one after the other. An issue with errors does not stop the others.
 * @returns the exit code
 * @throws UsageError, WriteFailure
 */
export async function buildIssues(
  request: BuildRequest,
  root: string,
  host: Host,
): Promise<number> {
  const files = await findIssues(request, join(root, 'issues'), host);
  const output = resolve(host.folder, request.out);
  await assertWritable(output, host);
  await recoverOutput(output, host);
  const pipeline = createPipeline({ host, root, output });
  let exitCode: number = EXIT.built;
  const issues = groupEditions(files);
  for (const [index, editions] of issues.entries()) {
    const [first = ''] = editions;
    if (files.length > 1) {
      host.showProgress(`${index + 1} of ${issues.length}: ${displayPath(first, host)}`);
    }
    const started = host.now();
    const outcomes = await pipeline.buildEditions(editions);
    const time = (host.now() - started) / editions.length;
    host.showProgress('');
    for (const [place, outcome] of outcomes.entries()) {
      reportProblems(outcome, host);
      if (outcome.report) host.print(describeResult(outcome, time, host));
      else {
        exitCode = EXIT.issueHasErrors;
        host.warn(describeFailure(editions[place] ?? first, outcome, host));
      }
    }
  }
  await pipeline.saveCaches();
  return exitCode;
}

/** Prints the problems of an issue as text, and on GitHub Actions as annotations too. */
export function reportProblems(
  { problems, sources }: Pick<BuildOutcome, 'problems' | 'sources'>,
  host: Host,
): void {
  if (problems.length === 0) return;
  const context = { sources, displayPath: (path: string) => displayPath(path, host) };
  host.warn(printProblems(problems, context, terminalColors('stderr', host)));
  if (host.environment.GITHUB_ACTIONS === 'true')
    host.print(printAnnotations(problems, context).trimEnd());
}

/**
 * Describes a built issue in one line: file, pages, size, contents, time.
 * @param time duration of the build, in ms
 */
export function describeResult(
  { report, file, problems }: BuildOutcome,
  time: number,
  host: Host,
): string {
  if (!report || !file) return '';
  const parts = [
    count(report.pages, 'page'),
    formatSize(report.bytes),
    describeContents(report),
    `${(time / 1000).toFixed(2)} s`,
  ];
  const colors = terminalColors('stdout', host);
  if (problems.length > 0) parts.push(colors.yellow(count(problems.length, 'warning')));
  return `${colors.green(displayPath(file, host))}  ${parts.join(', ')}`;
}

/** Describes an issue with errors in one line. */
export function describeFailure(file: string, { problems }: BuildOutcome, host: Host): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const kept = 'nothing was written; an existing PDF was left unchanged';
  const counted = terminalColors('stderr', host).red(count(errors, 'error'));
  return `${displayPath(file, host)}  ${counted}: ${kept}`;
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
