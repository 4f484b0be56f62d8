// Marks say which words of the first edition a translation was made from, so that a later change of
// them is found without git.
import { createHash } from 'node:crypto';
import { toPrintable } from '../../../text/printable-text.ts';

/** Hexadecimal digits of a mark. */
const MARK_DIGITS = 4;

/** The marks of an article, separated by hyphens. */
export const MARKS = /^[0-9a-f]{4}(?:-[0-9a-f]{4})*$/;

/**
 * Mark of a text: the first four hexadecimal digits of its SHA-256. White space, invisible characters and
 * the form of letters (composed or not) make no difference. 65,536 values are enough: a change goes unseen once
 * in so many times.
 */
export function markOf(text: string): string {
  const normalized = toPrintable(text).replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(normalized).digest('hex').slice(0, MARK_DIGITS);
}

/** Marks of texts in their order, as the key `of` has them: 3f9c-a10b-77d2. */
export function marksOf(texts: readonly string[]): string {
  return texts.map(markOf).join('-');
}

/** A text of the first edition that was changed, added or removed after it was translated. */
export type ChangedText =
  | { readonly change: 'changed' | 'added'; readonly index: number }
  | { readonly change: 'removed' };

/**
 * Compares marks with the texts as they are now. Texts keep their order, so the longest common
 * subsequence of the marks is what did not change.
 */
export function findChangedTexts(marks: string, texts: readonly string[]): ChangedText[] {
  const before = marks.split('-');
  const now = texts.map(markOf);
  const kept = commonSubsequence(before, now);
  const changed: ChangedText[] = [];
  let [b, n] = [0, 0];
  for (const [nextB, nextN] of [...kept, [before.length, now.length] as const]) {
    const [removed, added] = [nextB - b, nextN - n];
    for (let i = 0; i < added; i++) {
      changed.push({ change: i < removed ? 'changed' : 'added', index: n + i });
    }
    if (removed > added) changed.push({ change: 'removed' });
    [b, n] = [nextB + 1, nextN + 1];
  }
  return changed;
}

/** Pairs of indexes of a longest common subsequence. */
function commonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
