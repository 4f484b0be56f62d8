import { LIMITS, showLimit } from '../limits.ts';
import type { Severity } from './problem-code.ts';

/** A position in a text file. Line and column count from 1; columns are UTF-16 units, as in editors. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A range in a text file; `end` is the position after its last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A mistake that an author can fix: what is wrong, where, and how to fix it. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Absolute path of the file the problem is in. */
  readonly file: string;
  /** Absent if the problem concerns the file as a whole. */
  readonly range?: Range | undefined;
  readonly message: string;
  readonly hints: readonly string[];
  /** A place in another file that the problem is about, too. */
  readonly related?: RelatedPlace | undefined;
  /** Edits that fix the problem: alternatives, the best one first. */
  readonly edits?: readonly Edit[] | undefined;
  /** Number of further problems of the same kind that are not reported, because there are too many. */
  readonly omitted?: number | undefined;
}

/** A change of a file that fixes a problem; its text changes are applied together or not at all. */
export interface Edit {
  /** What the edit does, as an imperative: Replace `titel` with `title`. */
  readonly title: string;
  /** Whether this is certainly what the author meant, so that `check --fix` may apply it unasked. */
  readonly isSure: boolean;
  /** Whether it only hides the problem: a comment that suppresses a warning. */
  readonly isSuppression?: true;
  readonly changes: readonly TextChange[];
}

/** A replacement in a text file. Lines of the new text end with a line feed, whatever the file has. */
export interface TextChange {
  /** Absolute path. */
  readonly file: string;
  readonly range: Range;
  readonly newText: string;
}

/** A place in another file, with what it is: the first edition. */
export interface RelatedPlace {
  readonly label: string;
  readonly file: string;
  readonly range: Range;
}

/** Whether one of the problems is an error, so that the issue must not be built. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Sorts problems by file and position; errors come before warnings at the same position. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const line = (problem: Problem) => problem.range?.start.line ?? 0;
  const column = (problem: Problem) => problem.range?.start.column ?? 0;
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      line(a) - line(b) ||
      column(a) - column(b) ||
      compareText(a.severity, b.severity) ||
      compareText(a.code, b.code),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Limits the problems of each code; the last one of a code has the number of omitted ones. */
export function limitProblems<T extends Pick<Problem, 'code'>>(
  problems: readonly T[],
): (T & Pick<Problem, 'omitted'>)[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const reported = new Map<string, number>();
  return problems.flatMap((problem) => {
    const number = (reported.get(problem.code) ?? 0) + 1;
    reported.set(problem.code, number);
    const omitted = (counts.get(problem.code) ?? 0) - LIMITS.problemsPerCode;
    if (number > LIMITS.problemsPerCode) return [];
    return number < LIMITS.problemsPerCode || omitted <= 0 ? [problem] : [{ ...problem, omitted }];
  });
}

/** Returns the hints of a problem; the last one says how many others of its kind are not reported. */
export function hintsOf({
  hints,
  omitted = 0,
}: Pick<Problem, 'hints' | 'omitted'>): readonly string[] {
  if (omitted === 0) return hints;
  const count = omitted === 1 ? 'one more problem' : `${showLimit(omitted)} more problems`;
  return [...hints, `The file has ${count} of this kind.`];
}

/** Truncates the message, hints and titles of edits, which may quote very long text of the author. */
export function shortenProblem(problem: Problem): Problem {
  const edits = problem.edits?.map((edit) => ({ ...edit, title: cut(edit.title) }));
  const shortened = { ...problem, message: cut(problem.message), hints: problem.hints.map(cut) };
  return edits ? { ...shortened, edits } : shortened;
}

function cut(text: string): string {
  return text.length > LIMITS.messageLength ? `${text.slice(0, LIMITS.messageLength)}…` : text;
}
