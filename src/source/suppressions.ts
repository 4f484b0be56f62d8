import { hasErrors, limitProblems, type Problem } from '../diagnostics/problem.ts';
import type { CodeNotes } from '../diagnostics/problem-code.ts';
import { findNearMiss } from '../diagnostics/suggestions.ts';
import { LIMITS } from '../limits.ts';
import type { Suppression } from './find-suppressions.ts';
import type { SourceDocument } from './read-yaml.ts';
/** Returns the problems without the warnings that comments in the document suppress; errors stay. */
export function applySuppressions(
  problems: readonly Problem[],
  document: SourceDocument,
): Problem[] {
  if (document.suppressions.length === 0) return [...problems];
  return problems.filter(
    (problem) => !document.suppressions.some((one) => isSuppressedBy(one, problem, document)),
  );
}

/**
 * Finds what is wrong with the comments that suppress warnings: codes that do not exist, and codes that
 * suppress none of `problems`.
 */
export function checkSuppressions(
  problems: readonly Problem[],
  document: SourceDocument,
  codes: CodeNotes,
): Problem[] {
  const found = document.suppressions.flatMap((suppression): Problem[] => {
    const { code, range } = suppression;
    const report = (
      found: 'suppression-unknown' | 'suppression-unused',
      message: string,
      hint: string,
    ): Problem[] => [
      { code: found, severity: 'warning', file: document.file, range, message, hints: [hint] },
    ];
    const note = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (!note) {
      const near = findNearMiss(code, Object.keys(codes));
      const question = near ? `: did you mean \`${near}\`?` : '';
      const message = `\`${code}\` is not the code of a rule${question}`;
      const hint = 'A problem’s code stands in brackets at the end of its first line.';
      return report('suppression-unknown', message, hint);
    }
    if (problems.some((problem) => isSuppressedBy(suppression, problem, document))) return [];
    const isError = note.severity === 'error';
    // Of very many problems of a kind those after the limit were left out.
    const alike = problems.filter((problem) => problem.code === code);
    if (alike.length >= LIMITS.alikeProblems) return [];
    // While the issue has errors, problems that follow from them may be missing.
    if (!isError && hasErrors(problems)) return [];
    const message = isError
      ? `\`${code}\` is an error and cannot be suppressed`
      : `there is no \`${code}\` here to suppress`;
    return report('suppression-unused', message, 'Remove the code from the comment.');
  });
  return limitProblems(found);
}

function isSuppressedBy(
  suppression: Suppression,
  problem: Problem,
  { file }: SourceDocument,
): boolean {
  const line = problem.range?.start.line ?? 0;
  return (
    problem.severity === 'warning' &&
    problem.file === file &&
    problem.code === suppression.code &&
    line >= suppression.firstLine &&
    line <= suppression.lastLine
  );
}
