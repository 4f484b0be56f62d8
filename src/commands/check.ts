import { join } from 'node:path';
import type { ProblemFormat } from '../diagnostics/print-json.ts';
import { printJson, printSarif } from '../diagnostics/print-json.ts';
import { type PrintContext, printAnnotations, printProblems } from '../diagnostics/print-text.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import { printCodes } from '../diagnostics/problem-code.ts';
import type { Host } from '../host/host.ts';
import { createPipeline } from '../pipeline/pipeline.ts';
import { CODES } from '../publications/index.ts';
import { countIssues, findIssues } from './find-issues.ts';
import { count, displayPath, EXIT, terminalColors } from './terminal.ts';

/** Options of `check`. */
export interface CheckRequest {
  /** Names, folders or file paths of issues; all issues if empty. */
  readonly names: readonly string[];
  /** Name of the publication to check when no issues are named. */
  readonly publication?: string | undefined;
  /** Language of the editions to check; all by default. */
  readonly language?: string | undefined;
  /** Text by default, with annotations on GitHub Actions. */
  readonly format?: ProblemFormat | undefined;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** Only print the table of rules. */
  readonly rules: boolean;
}

/**
 * Checks issues with all rules, including the editorial ones, without building them.
 * @returns 0 if there are no errors (with `strict`, no warnings either), 1 otherwise
 * @throws UsageError
 */
export async function checkIssues(
  request: CheckRequest,
  root: string,
  host: Host,
): Promise<number> {
  if (request.rules) {
    host.print(printCodes(CODES));
    return EXIT.built;
  }
  const { names, publication, language, format, strict } = request;
  const choice = { names, publication, language, all: names.length === 0 };
  const files = await findIssues(choice, join(root, 'issues'), host);
  const pipeline = createPipeline({
    host,
    root,
    output: join(root, 'output'),
  });
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    if (files.length > 1) {
      host.showProgress(`${index + 1} of ${files.length}: ${displayPath(file, host)}`);
    }
    const outcome = await pipeline.checkIssue(file);
    problems.push(...outcome.problems);
    for (const [path, text] of outcome.sources) sources.set(path, text);
  }
  host.showProgress('');
  await pipeline.saveCaches();
  const context = { sources, displayPath: (path: string) => displayPath(path, host) };
  host.print(printAs(format, problems, context, countIssues(files), host));
  return hasErrors(problems) || (strict && problems.length > 0) ? EXIT.issueHasErrors : EXIT.built;
}

function printAs(
  format: CheckRequest['format'],
  problems: readonly Problem[],
  context: PrintContext,
  issues: string,
  host: Host,
): string {
  switch (format) {
    case 'json':
      return printJson(problems, context);
    case 'sarif':
      return printSarif(problems, context, CODES);
    case 'github':
      return [printAnnotations(problems, context), summarise(problems, issues)].join('');
    default: {
      const onGitHub = format === undefined && host.environment.GITHUB_ACTIONS === 'true';
      const notes = onGitHub ? printAnnotations(problems, context) : '';
      const text =
        problems.length > 0
          ? `${printProblems(problems, context, terminalColors('stdout', host))}\n`
          : '';
      return `${text}${notes}${summarise(problems, issues)}`;
    }
  }
}

function summarise(problems: readonly Problem[], issues: string): string {
  const errors = problems.filter((problem) => hasErrors([problem])).length;
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')];
  return `${issues} checked: ${counts.join(', ')}`;
}
