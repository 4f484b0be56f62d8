import { limitProblems } from '../diagnostics/limit-problems.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import { CODE_NOTES } from '../diagnostics/problem-code.ts';
import { findNearMiss } from '../diagnostics/suggestions.ts';
import { LIMITS } from '../limits.ts';
import type { Suppression } from './find-suppressions.ts';
import type { SourceDocument } from './read-yaml.ts';
/** The problems without the warnings that remarks in the document let be. An error cannot be silenced. */
export function applySuppressions(
  problems: readonly Problem[],
  document: SourceDocument,
): Problem[] {
  if (document.suppressions.length === 0) return [...problems];
  return problems.filter(
    (problem) =>
      !document.suppressions.some((comment) => isSuppressedBy(comment, problem, document)),
  );
}

/** What is wrong with the remarks: codes that are none, and codes that silence none of `problems`. */
export function checkSuppressions(
  problems: readonly Problem[],
  document: SourceDocument,
): Problem[] {
  const comments = document.suppressions.flatMap((comment): Problem[] => {
    const tell = (code: 'silence-unknown' | 'silence-unused', message: string, hints: string[]) => [
      {
        code,
        severity: 'warning' as const,
        file: document.file,
        range: comment.range,
        message,
        hints,
      },
    ];
    if (!Object.hasOwn(CODE_NOTES, comment.code)) {
      const near = findNearMiss(comment.code, Object.keys(CODE_NOTES));
      const question = near ? `: did you mean \`${near}\`?` : '';
      const hints = ['A code stands in brackets at the end of a problem’s first line.'];
      return tell('silence-unknown', `\`${comment.code}\` is no code of a rule${question}`, hints);
    }
    if (problems.some((problem) => isSuppressedBy(comment, problem, document))) return [];
    const isError = CODE_NOTES[comment.code as keyof typeof CODE_NOTES].severity === 'error';
    // Of very many problems of a kind those after the limit were left out.
    const alike = problems.filter(({ code }) => code === comment.code);
    if (alike.length >= LIMITS.alikeProblems) return [];
    // While the issue has errors, what follows from them may be missing from the problems.
    if (!isError && hasErrors(problems)) return [];
    const message = isError
      ? `\`${comment.code}\` is an error and cannot be silenced`
      : `there is no \`${comment.code}\` here to silence`;
    return tell('silence-unused', message, ['Remove the code from the remark.']);
  });
  return limitProblems(comments);
}

function isSuppressedBy(comment: Suppression, problem: Problem, { file }: SourceDocument): boolean {
  const line = problem.range?.start.line ?? 0;
  return (
    problem.severity === 'warning' &&
    problem.file === file &&
    problem.code === comment.code &&
    line >= comment.firstLine &&
    line <= comment.lastLine
  );
}
