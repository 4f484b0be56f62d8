// Titles that are printed in capitals, and what keeps its letters in them.
import { z } from 'zod';
import type { Typesetter } from '../../text/typography.ts';
import { normalizeLine } from './compose-texts.ts';

/** The key `keepCase` of a words file: units, symbols and names whose letters capitals would change. */
export const keepCaseWords = () => z.array(z.string().regex(/^\S+$/));

/** A part of a title, without the backticks around it. */
interface TitlePart {
  readonly text: string;
  /** Whether it stood in backticks. */
  readonly keepsCase: boolean;
}

/** A pair of backticks. One inside a word or beside its end is an apostrophe: O`zbekiston. */
const BACKTICKS = /(?<![\p{L}\p{M}`])`([^`\s](?:[^`\n]*[^`\s])?)`(?![\p{L}\p{M}`])/gu;

/** Returns a typed title without its pairs of backticks. */
export function withoutBackticks(title: string): string {
  return title.replace(BACKTICKS, '$1');
}

function splitTitle(title: string): TitlePart[] {
  // With one group in the pattern, every second part stood in backticks.
  return title
    .split(BACKTICKS)
    .map((text, index) => ({ text, keepsCase: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** Puts a typed title into capitals and removes its backticks. */
export type Capitalizer = (title: string) => string;

/** Returns a capitalizer for a language. `keepCase` comes from its words file. */
export function createCapitalizer(language: string, keepCase: readonly string[]): Capitalizer {
  const capitalize = createPartCapitalizer(language, keepCase);
  return (title) => capitalize(splitTitle(normalizeLine(title)));
}

/** A title in the editor's letter case, and in capitals. */
export interface ComposedTitle {
  readonly title: string;
  readonly printedTitle: string;
}

/** Returns a function that typesets titles on one line. `keepCase` comes from the language's words file. */
export function createTitleComposer(
  language: string,
  keepCase: readonly string[],
  typeset: Typesetter,
): (typed: string) => ComposedTitle {
  const capitalize = createPartCapitalizer(language, keepCase);
  return (typed) => {
    const parts = splitTitle(normalizeLine(typed));
    // A typesetter returns as many spans as it is given.
    const spans = typeset(parts.map(({ text }) => ({ text })));
    const set = parts.map((part, index) => ({ ...part, text: spans[index]?.text ?? part.text }));
    return { title: set.map(({ text }) => text).join(''), printedTitle: capitalize(set) };
  };
}

const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;
/** A word such as iPhone, PhD, ОсОО. */
const MIXED_CASE = /\p{Ll}\p{M}*\p{Lu}/u;

function createPartCapitalizer(
  language: string,
  keepCase: readonly string[],
): (parts: readonly TitlePart[]) => string {
  const listed = listedPattern(keepCase.map((entry) => entry.normalize('NFC')));
  return (parts) => {
    const text = parts.map((part) => part.text).join('');
    const kept = [
      ...rangesInBackticks(parts),
      ...[...text.matchAll(WORD)].filter(([word]) => MIXED_CASE.test(word)).map(rangeOf),
      ...(listed ? [...text.matchAll(listed)].map(rangeOf) : []),
    ].sort(([a], [b]) => a - b);
    let at = 0;
    let printed = '';
    for (const [from, to] of kept) {
      printed += text.slice(at, Math.max(at, from)).toLocaleUpperCase(language);
      printed += text.slice(Math.max(at, from), Math.max(at, to));
      at = Math.max(at, to);
    }
    return printed + text.slice(at).toLocaleUpperCase(language);
  };
}

type Range = readonly [from: number, to: number];

function rangeOf({ 0: text, index }: RegExpExecArray): Range {
  return [index, index + text.length];
}

function rangesInBackticks(parts: readonly TitlePart[]): Range[] {
  let at = 0;
  return parts.flatMap(({ text, keepsCase }): Range[] => {
    const range: Range = [at, at + text.length];
    at = range[1];
    return keepsCase ? [range] : [];
  });
}

/**
 * Matches the entries as whole words, or as the beginning of words if they end in a hyphen. Those of one
 * letter may be words elsewhere: they need a number before them.
 */
function listedPattern(entries: readonly string[]): RegExp | undefined {
  const alternatives = [...entries]
    .sort((a, b) => b.length - a.length)
    .map((entry) => {
      const before = [...entry].length === 1 ? '(?<=\\p{N}[ \\u00a0]?)' : '(?<![\\p{L}\\p{M}])';
      return before + escapePattern(entry) + (entry.endsWith('-') ? '' : '(?![\\p{L}\\p{M}])');
    });
  if (alternatives.length === 0) return undefined;
  return new RegExp(alternatives.join('|'), 'gu');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
