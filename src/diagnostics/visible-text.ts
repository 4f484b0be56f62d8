import { LIMITS } from '../limits.ts';
import type { Problem } from './problem.ts';

/**
 * Characters that move a terminal's pen, hide or turn text around: controls, formats, line ends of
 * other kinds, halves of pairs. Source: Unicode Standard Annex 44, categories Cc, Cf, Cs, Zl, Zp.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A line in which a sign stands for each character that is not seen, so that columns stay. */
export function blankUnseen(line: string): string {
  return line.replace(UNSEEN, (character) => '\ufffd'.repeat(character.length));
}

/** The problem with what it quotes of the author's made visible, and cut where it is very long. */
export function makeVisible(problem: Problem): Problem {
  const { message, hints } = problem;
  return { ...problem, message: showBriefly(message), hints: hints.map(showBriefly) };
}

function showBriefly(text: string): string {
  const isLong = text.length > LIMITS.messageLetters;
  const shown = isLong ? `${text.slice(0, LIMITS.messageLetters)}…` : text;
  return shown.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
