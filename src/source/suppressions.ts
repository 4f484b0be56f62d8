import { hasErrors, limitProblems, type Problem } from '../diagnostics/problem.ts';
import type { CodeNotes } from '../diagnostics/problem-code.ts';
import { findNearMiss, isClearMiss } from '../diagnostics/suggestions.ts';
import { LIMITS } from '../limits.ts';
import type { Suppression } from './find-suppressions.ts';
import type { SourceDocument } from './read-yaml.ts';
import { SUPPRESSION_CODES } from './source-codes.ts';

/** Returns the problems without the warnings that comments in the document suppress; errors stay. */
export function applySuppressions(
  problems: readonly Problem[],
  document: SourceDocument,
): Problem[] {
  if (document.suppressions.length === 0) return [...problems];
  return problems.filter(
    (problem) =>
      !document.suppressions.some((suppression) => isSuppressedBy(suppression, problem, document)),
  );
}

/** Adds to the warnings of a document the edit that suppresses them, after the edits that fix them. */
export function addSuppressionEdits(
  problems: readonly Problem[],
  { file, suppress }: SourceDocument,
): Problem[] {
  return problems.map((problem) => {
    const { code, severity, range, edits = [] } = problem;
    const isAbout = problem.file === file && severity === 'warning' && range !== undefined;
    // A comment about a comment would be another mistake.
    if (!isAbout || Object.hasOwn(SUPPRESSION_CODES, code)) return problem;
    return { ...problem, edits: [...edits, suppress(code, range.start.line)] };
  });
}

/**
 * Finds what is wrong with the comments that suppress warnings: codes that do not exist, and codes that
 * suppress none of `problems`.
 * @param options.isWhole whether all rules were applied, so that a code without a problem is needless
 */
export function checkSuppressions(
  problems: readonly Problem[],
  document: SourceDocument,
  codes: CodeNotes,
  { isWhole = true } = {},
): Problem[] {
  const found = document.suppressions.flatMap((suppression): Problem[] => {
    const { code, range } = suppression;
    const report = (
      found: 'suppression-unknown' | 'suppression-unused',
      message: string,
      hint: string,
      edits: Problem['edits'] = [],
    ): Problem[] => [
      {
        code: found,
        severity: 'warning',
        file: document.file,
        range,
        message,
        hints: [hint],
        ...(edits.length > 0 && { edits }),
      },
    ];
    const note = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (!note) {
      const suggestion = findNearMiss(code, Object.keys(codes));
      const question = suggestion ? `: did you mean \`${suggestion}\`?` : '';
      const message = `\`${code}\` is not the code of a rule${question}`;
      const hint = 'Copy the code in brackets from the end of the problem’s first line.';
      const edits = suggestion
        ? [
            {
              title: `Replace \`${code}\` with \`${suggestion}\``,
              isSure: isClearMiss(code, suggestion, Object.keys(codes)),
              changes: [{ file: document.file, range, newText: suggestion }],
            },
          ]
        : [];
      return report('suppression-unknown', message, hint, edits);
    }
    if (!isWhole) return [];
    if (problems.some((problem) => isSuppressedBy(suppression, problem, document))) return [];
    const isError = note.severity === 'error';
    // The suppressed problem may be among those beyond the limit, which are not reported.
    const sameCode = problems.filter((problem) => problem.code === code);
    if (sameCode.length >= LIMITS.problemsPerCode) return [];
    // Errors can prevent a rule from running, so its warnings may be missing.
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
