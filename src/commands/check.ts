import { join } from 'node:path';
import type { ProblemFormat } from '../diagnostics/print-json.ts';
import { printJson, printSarif } from '../diagnostics/print-json.ts';
import { type PrintContext, printAnnotations, printProblems } from '../diagnostics/print-text.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import { printCodes } from '../diagnostics/problem-code.ts';
import type { Host } from '../host/host.ts';
import { createPipeline } from '../pipeline/pipeline.ts';
import { CODES } from '../publications/index.ts';
import { countIssues, findIssues, UsageError } from './find-issues.ts';
import { createFixer, describeFixes, listFixes, printDiff, writeFixedFiles } from './fix-issues.ts';
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
  /** Print each problem in full, also those of one kind that come in numbers. */
  readonly full?: boolean;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** Only print the table of rules. */
  readonly rules: boolean;
  /** Apply the edits that are sure, and report what is left. */
  readonly fix?: boolean;
  /** With `fix`: print the changes as a diff and write nothing. */
  readonly dryRun?: boolean;
}

/**
 * Checks issues with all rules, including the editorial ones, without building them.
 * @returns 0 if there are no errors (with `strict`, no warnings either), 1 otherwise
 * @throws UsageError
 * @throws WriteFailure if fixed files cannot be written
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
  const { names, publication, language, format, strict, fix = false, dryRun = false } = request;
  const isFull = request.full ?? false;
  if (dryRun && !fix) throw new UsageError('--dry-run belongs to --fix. Write both, or neither.');
  if (dryRun && format !== undefined) {
    throw new UsageError('--dry-run prints a diff. Leave out --format, or leave out --dry-run.');
  }
  const choice = { names, publication, language, all: names.length === 0 };
  const files = await findIssues(choice, join(root, 'issues'), host);
  const pipeline = createPipeline({
    host,
    root,
    output: join(root, 'output'),
  });
  const fixer = fix ? createFixer(pipeline, host) : undefined;
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    if (files.length > 1) {
      host.showProgress(`${index + 1} of ${files.length}: ${displayPath(file, host)}`);
    }
    const outcome = await (fixer ?? pipeline).checkIssue(file);
    problems.push(...outcome.problems);
    for (const [path, text] of outcome.sources) sources.set(path, text);
  }
  host.showProgress('');
  await pipeline.saveCaches();
  const context = {
    sources,
    displayPath: (path: string) => displayPath(path, host),
    isFull,
  };
  const issues = countIssues(files);
  if (fixer && dryRun) {
    printDiff(fixer.fixedFiles, context, host);
    host.warn(`${describeFixes(fixer.fixedFiles, 'would be fixed')}${summarise(problems, issues)}`);
  } else {
    if (fixer) await writeFixedFiles(fixer.fixedFiles, host);
    // JSON and SARIF are read by programs, so nothing else is printed beside them.
    const isForPrograms = format === 'json' || format === 'sarif';
    for (const line of listFixes(fixer?.fixedFiles ?? [], context)) {
      if (isForPrograms) host.warn(line);
      else host.print(line);
    }
    const fixed = isForPrograms ? '' : describeFixes(fixer?.fixedFiles ?? [], 'fixed');
    host.print(printAs(format, problems, context, fixed + issues, host));
  }
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
      return `${text}${notes}${summarise(problems, issues)}${suggestFixing(problems)}`;
    }
  }
}

function summarise(problems: readonly Problem[], issues: string): string {
  const errors = problems.filter((problem) => hasErrors([problem])).length;
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')];
  return `${issues} checked: ${counts.join(', ')}`;
}

/** Says how many problems `--fix` may fix; '' if there are none, or if it was given. */
function suggestFixing(problems: readonly Problem[]): string {
  const fixable = problems.filter(({ edits }) => edits?.some(({ isSure }) => isSure)).length;
  if (fixable === 0) return '';
  return `\n${count(fixable, 'problem')} can be fixed by the program: npm run check -- --fix`;
}
