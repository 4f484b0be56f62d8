import { printPlainJson } from './plain-json.ts';
import type { PrintContext } from './print-text.ts';
import { hasErrors, type Problem } from './problem.ts';
import { slashPath } from './slash-path.ts';

/** The problems as JSON for other programs: counts, then each problem with its file and place. */
export function printJson(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string {
  const errors = problems.filter((problem) => hasErrors([problem])).length;
  const listed = problems.map(({ code, severity, file, range, message, hints }) => ({
    code,
    severity,
    file: slashPath(displayPath(file)),
    start: range?.start ?? null,
    end: range?.end ?? null,
    message,
    hints,
  }));
  const counts = { errors, warnings: problems.length - errors };
  return printPlainJson({ ...counts, problems: listed });
}
