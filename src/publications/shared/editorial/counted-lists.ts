// Rule about counts that do not agree with the list behind them.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { LanguageFigures } from '../../../text/languages/figures/language-figures.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { FigureWords } from '../../../text/languages/prose/language-prose.ts';
import type { Passage } from './passages.ts';
import { sentencePlace } from './sentence-at.ts';

/** Problem code of the rule about counted lists. */
export const COUNTED_LIST_CODES = {
  'list-count': warning('Readers count the list and find another number than the text says.', {
    bad: 'There are three subjects:\n\n* law;\n* health.',
    good: 'There are two subjects:\n\n* law;\n* health.',
  }),
} satisfies CodeNotes;

/** A count with the noun that it counts. */
interface Count {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Most entries that a text counts in a word; higher numbers count something else. */
const MAX_COUNT = 20;
/** Most words between the counted noun and the colon before its list. */
const MAX_WORDS_BETWEEN = 6;

/** Finds counts such as "three topics" before a list with another number of entries. */
export function findWrongCounts(
  passages: readonly Passage[],
  { figures, prose }: Pick<Language, 'figures' | 'prose'>,
): Finding[] {
  if (!figures || !prose) return [];
  return passages
    .filter(({ kind }) => kind === 'body' || kind === 'lead')
    .flatMap((passage) => {
      const plain = { ...passage, text: hideLinks(passage.text) };
      return [
        ...checkColons(plain, figures, prose.figures),
        ...checkAppositions(plain, figures, prose.figures),
      ];
    });
}

/** Replaces the brackets of links by spaces; their addresses are spaces already. */
function hideLinks(text: string): string {
  return text.replace(/[[\]*_]/g, (mark, at: number) => (isBullet(text, at) ? mark : ' '));
}

function isBullet(text: string, at: number): boolean {
  return /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, at - 20), at)) && text[at + 1] === ' ';
}

function report({ path }: Passage, { from, to }: Count, found: number): Finding {
  return {
    code: 'list-count',
    severity: 'warning',
    message: `the list that follows has ${found} entries`,
    path,
    piece: { from, to },
    hints: ['Correct the number, or complete the list.'],
  };
}

/** Three topics: … */
function checkColons(passage: Passage, figures: LanguageFigures, words: FigureWords): Finding[] {
  const { text } = passage;
  return [...text.matchAll(/:(?=\s)/g)].flatMap(({ index }) => {
    const { from, to } = sentencePlace(text, index);
    const counts = findCounts(text.slice(from, index), from, figures, words);
    const [count] = counts;
    if (!count || counts.length > 1) return [];
    const between = text.slice(count.to, index);
    const isBeside = between.trim() === '';
    const isAnnounced = words.announcingNouns.test(text.slice(count.from, count.to));
    const isOther =
      !(isBeside || isAnnounced) ||
      (between.match(/\p{L}+/gu) ?? []).length > MAX_WORDS_BETWEEN ||
      words.otherList.test(between) ||
      words.incomplete.test(text.slice(from, Math.min(text.length, index + 30)));
    if (isOther) return [];
    const behind = text.slice(index + 1);
    const rest = text.slice(index + 1, to);
    const inline = isBeside || rest.includes(';') ? countInline(rest, words) : undefined;
    const found = countItems(behind) ?? inline;
    return found === undefined || found === count.value ? [] : [report(passage, count, found)];
  });
}

/** A quick test for names in a list, in any script. */
const NAMES_WITH_COMMAS = /,\s[^\s!-@a-zа-я][^\s.,;:]{1,30},?\s/;

/** Five states, Kazakhstan, Kyrgyzstan and Uzbekistan, sent … */
function checkAppositions(
  passage: Passage,
  figures: LanguageFigures,
  words: FigureWords,
): Finding[] {
  const { text } = passage;
  if (!NAMES_WITH_COMMAS.test(text)) return [];
  const names =
    /(?<=\p{L})(?:,| [-–—(]|\s\()\s?(\p{Lu}[\p{L}’ -]*(?:, ?\s*\p{Lu}[\p{L}’ -]*)+)(?=[,.;)]|\s[-–—]|$)/gu;
  return [...text.matchAll(names)].flatMap(({ index, 1: list = '' }) => {
    const { from } = sentencePlace(text, index);
    const counts = findCounts(text.slice(from, index), from, figures, words);
    const count = counts.at(-1);
    if (!count || count.to !== index || counts.length > 1) return [];
    if (words.incomplete.test(text.slice(from, index))) return [];
    const found = countNames(list, words);
    return found === undefined || found === count.value ? [] : [report(passage, count, found)];
  });
}

/** Returns the counts of a text whose nouns announce lists. */
function findCounts(
  text: string,
  offset: number,
  { numerals, units }: LanguageFigures,
  { listNouns, announcingNouns }: FigureWords,
): Count[] {
  const words = [...text.matchAll(/[\p{L}’]+|\d+(?:[.,]\d+)*/gu)];
  return words.flatMap(({ 0: word, index }, at): Count[] => {
    const numeral = numerals.get(word.toLowerCase().replaceAll('ё', 'е'));
    const isOrdinal = numeral !== undefined && numeral.kind !== 'add';
    const value = /^\d{1,2}$/.test(word) ? Number(word) : numeral?.value;
    if (isOrdinal || value === undefined || value < 2 || value > MAX_COUNT) return [];
    // Up to two words may stand before the noun: eight other states.
    const next = words.slice(at + 1, at + 4);
    const noun = next.findIndex(({ 0: one }) => listNouns.test(one) || announcingNouns.test(one));
    const end = next[noun];
    const isMeasured = units.has(next[0]?.[0].toLowerCase() ?? '');
    const isBroken = /[,;:.()]/.test(text.slice(index, end?.index ?? index));
    if (!end || isMeasured || isBroken) return [];
    return [{ from: offset + index, to: offset + end.index + end[0].length, value }];
  });
}

/** Returns the number of entries of a list that a text begins with; undefined if there is none. */
function countItems(text: string): number | undefined {
  const [, marker] = /^\s*\n+[ \t]*(\*|\+|\d+[.)]) /.exec(text) ?? [];
  if (marker === undefined) return undefined;
  const item = /\d/.test(marker) ? /^[ \t]*\d+[.)] / : /^[ \t]*[*+] /;
  let count = 0;
  for (const line of text.trimStart().split('\n')) {
    if (item.test(line)) count += 1;
    // A line that continues an entry is indented.
    else if (line.trim() !== '' && !/^[ \t]/.test(line)) break;
  }
  return count;
}

/** Returns the number of entries of a list within a sentence; undefined if they cannot be told apart. */
function countInline(text: string, words: FigureWords): number | undefined {
  const list = text.trim().replace(/[.!?]$/, '');
  if (/[;]/.test(list)) return list.split(';').length >= 2 ? list.split(';').length : undefined;
  return countNames(list, words) ?? countShort(list, words);
}

/** Entries that are names: Azerbaijan, Georgia and Kazakhstan. */
function countNames(list: string, words: FigureWords): number | undefined {
  const entries = splitList(list, words);
  const areNames = entries.every((entry) =>
    /^(?:the )?\p{Lu}[\p{L}’-]*(?: \p{Lu}[\p{L}’-]*){0,2}$/u.test(entry),
  );
  return areNames && entries.length >= 2 ? entries.length : undefined;
}

/** Entries of one or two words each; longer ones may have commas of their own. */
function countShort(list: string, words: FigureWords): number | undefined {
  const entries = splitList(list, words);
  const areShort = entries.every((entry) => /^[\p{L}’-]+(?: [\p{L}’-]+){0,2}$/u.test(entry));
  return areShort && entries.length >= 3 ? entries.length : undefined;
}

function splitList(list: string, { listJoiner }: FigureWords): string[] {
  return list
    .replace(/\s+/g, ' ')
    .split(/,/)
    .flatMap((part, index, parts) => (index === parts.length - 1 ? part.split(listJoiner) : [part]))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
