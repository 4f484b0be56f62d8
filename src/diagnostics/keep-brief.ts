import { LIMITS } from '../limits.ts';
import type { Problem } from './problem.ts';

/** The problem with its sentences cut where what they quote of the author's is very long. */
export function keepBrief(problem: Problem): Problem {
  return { ...problem, message: cut(problem.message), hints: problem.hints.map(cut) };
}

function cut(text: string): string {
  return text.length > LIMITS.messageLetters ? `${text.slice(0, LIMITS.messageLetters)}…` : text;
}
