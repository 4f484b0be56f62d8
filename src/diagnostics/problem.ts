import { LIMITS, showLimit } from '../limits.ts';
import type { Severity } from './problem-code.ts';
/** A place in a text file; line and column count from 1, columns in UTF-16 units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a text file; `end` is the place after its last character. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Something an author can mend, as data: what is wrong, where, and the ways out. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  /** Absolute path of the file the problem is in. */
  readonly file: string;
  /** Absent when the problem is the file itself. */
  readonly range?: Range | undefined;
  readonly message: string;
  readonly hints: readonly string[];
  /** A place in another file that the problem is about, too. */
  readonly related?: RelatedPlace | undefined;
}

/** A place in another file, with what it is: the first edition. */
export interface RelatedPlace {
  readonly label: string;
  readonly file: string;
  readonly range: Range;
}

/** Whether an issue with these problems must not be printed. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** The problems in the order of their places, errors before warnings at the same place. */
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

/**
 * The problems of each kind up to the limit; the last of a kind tells how many more there are.
 */
export function limitProblems<T extends Pick<Problem, 'code' | 'hints'>>(
  problems: readonly T[],
): T[] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  const told = new Map<string, number>();
  return problems.flatMap((problem) => {
    const number = (told.get(problem.code) ?? 0) + 1;
    told.set(problem.code, number);
    const more = (counts.get(problem.code) ?? 0) - LIMITS.alikeProblems;
    if (number > LIMITS.alikeProblems) return [];
    if (number < LIMITS.alikeProblems || more <= 0) return [problem];
    const hint = `There ${more === 1 ? 'is one more' : `are ${showLimit(more)} more`} of this kind in the file.`;
    return [{ ...problem, hints: [...problem.hints, hint] }];
  });
}

/** The problem with its sentences cut where what they quote of the author's is very long. */
export function shortenProblem(problem: Problem): Problem {
  return { ...problem, message: cut(problem.message), hints: problem.hints.map(cut) };
}

function cut(text: string): string {
  return text.length > LIMITS.messageLetters ? `${text.slice(0, LIMITS.messageLetters)}…` : text;
}
