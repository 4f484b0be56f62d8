import { LIMITS, showLimit } from '../limits.ts';
import type { Problem } from './problem.ts';
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
