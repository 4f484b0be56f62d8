import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { listParagraphs, type Paragraph, type Passage } from './passages.ts';
import { type SentenceSplitter, type SplitParagraph, type Stretch, wordsOf } from './sentences.ts';

/** Shorter sentences ("The event was attended by students.") may well stand twice. */
const LEAST_WORDS = 7;

interface Place {
  readonly path: ValuePath;
  readonly from: number;
  readonly to: number;
}

/** A stretch that stood before, with its first place. */
interface Repeat extends Stretch {
  readonly first: Place;
}

/** Sentences and paragraphs that stand twice in an issue, each at its later place. */
export function findSentencesTwice(
  passages: readonly Passage[],
  document: Pick<SourceDocument, 'locateText'>,
  split: SentenceSplitter,
): Finding[] {
  const seen = { paragraphs: new Map<string, Place>(), sentences: new Map<string, Place>() };
  const lineOf = ({ path, from, to }: Place) => document.locateText(path, from, to).start.line;
  return listSuspects(passages.filter(isProse)).flatMap(({ paragraph, path }): Finding[] => {
    const { whole, sentences } = placeIn(paragraph, split(paragraph.text));
    // The sentences of a paragraph that stands twice need no second word.
    const repeated = sentences.length > 1 ? load([whole], seen.paragraphs, path) : [];
    if (repeated.length > 0) return tell('paragraph', repeated, path, lineOf);
    return splitRuns(load(sentences, seen.sentences, path), sentences).flatMap((run) =>
      tell('sentence', run, path, lineOf),
    );
  });
}

/**
 * The paragraphs that share words enough for a sentence: few do, and only they need be split.
 */
function listSuspects(passages: readonly Passage[]) {
  const all = passages.flatMap((passage) =>
    listParagraphs(passage).map((paragraph) => ({ paragraph, path: passage.path })),
  );
  const words = all.map(({ paragraph }) => wordsOf(paragraph.text));
  const sharing = findSharingWords(words, LEAST_WORDS);
  return all.filter((_, index) => sharing.has(index));
}

/** A paragraph's stretches with their places in the passage. */
function placeIn({ at }: Paragraph, { whole, sentences }: SplitParagraph): SplitParagraph {
  const move = (one: Stretch): Stretch => ({ ...one, from: at + one.from, to: at + one.to });
  return { whole: move(whole), sentences: sentences.map(move) };
}

function isProse({ kind }: Passage): boolean {
  return kind === 'body' || kind === 'lead';
}

/** Those of the stretches that stood before; the others are remembered. */
function load(stretches: readonly Stretch[], seen: Map<string, Place>, path: ValuePath): Repeat[] {
  return stretches.flatMap((stretch) => {
    if (stretch.words < LEAST_WORDS) return [];
    const first = seen.get(stretch.key);
    if (first) return [{ ...stretch, first }];
    seen.set(stretch.key, { path, from: stretch.from, to: stretch.to });
    return [];
  });
}

/** Repeats that follow one another are told of together. */
function splitRuns(repeats: readonly Repeat[], sentences: readonly Stretch[]): Repeat[][] {
  const runs: Repeat[][] = [];
  const placeOf = (repeat: Repeat) => sentences.findIndex(({ from }) => from === repeat.from);
  for (const repeat of repeats) {
    const before = runs.at(-1)?.at(-1);
    if (before && placeOf(before) + 1 === placeOf(repeat)) runs.at(-1)?.push(repeat);
    else runs.push([repeat]);
  }
  return runs;
}

function tell(
  unit: 'paragraph' | 'sentence',
  run: readonly Repeat[],
  path: ValuePath,
  lineOf: (place: Place) => number,
): Finding[] {
  const [begin, end] = [run[0], run.at(-1)];
  if (!begin || !end) return [];
  const what = run.length > 1 ? `these ${run.length} ${unit}s stand` : `this ${unit} stands`;
  return [
    {
      code: `${unit}-twice`,
      severity: 'warning',
      message: `${what} at line ${lineOf(begin.first)} already`,
      path,
      piece: { from: begin.from, to: end.to },
      dependsOn: [begin.first.path],
      hints: ['Remove one, or tell it in other words.'],
    },
  ];
}

/** A stretch of letters, digits and the signs inside words. */
const TOKEN = /[\p{L}\p{M}\p{N}’'-]+/gu;
/** A stretch that is one word. */
const WORD = /^\p{L}[\p{L}\p{M}’']*$/u;
/** White space that may stand between two words of one paragraph. */
const GAP = /^(?:[ \t\u00a0]+(?:\n[ \t\u00a0]*)?|\n[ \t\u00a0]*)$/;

/** The same word twice in a row; `doubled` are words that may stand so, in small letters. */
export function findWordsTwice(
  passages: readonly Passage[],
  doubled: readonly string[],
): Finding[] {
  return passages.flatMap(({ text, path }) =>
    findPairs(text)
      .filter(({ word }) => !doubled.includes(word.toLowerCase()))
      .map(({ word, from, to }) => ({
        code: 'word-twice' as const,
        severity: 'warning' as const,
        message: `“${word}” stands twice in a row`,
        path,
        piece: { from, to },
        hints: ['Remove one of the two.'],
      })),
  );
}

/** A word that stands twice, with its place from its first letter to its last. */
interface Pair {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function findPairs(text: string): Pair[] {
  const pairs: Pair[] = [];
  let before: RegExpExecArray | undefined;
  for (const token of text.matchAll(TOKEN)) {
    const isPair = before !== undefined && isSameWord(before, token, text);
    if (before && isPair) {
      pairs.push({ word: before[0], from: before.index, to: token.index + token[0].length });
    }
    // The third of three has no partner left.
    before = isPair ? undefined : token;
  }
  return pairs;
}

function isSameWord(a: RegExpExecArray, b: RegExpExecArray, text: string): boolean {
  if (a[0].length !== b[0].length || a[0].toLowerCase() !== b[0].toLowerCase()) return false;
  return WORD.test(a[0]) && GAP.test(text.slice(a.index + a[0].length, b.index));
}

/**
 * A row of words has a sum below the first, a prime so large that two rows seldom share one; times the
 * second it is still a whole number that can be told from its neighbours. Source: S. K. Park and K. W.
 * Miller, "Random Number Generators: Good Ones Are Hard to Find", CACM 31 (1988), for both.
 */
const MODULUS = 2 ** 31 - 1;
const FACTOR = 48271;

/**
 * Which texts have so many words in a row that another of them has too, or that come twice in it. All
 * that have are found, and by a rare chance one that has not; that costs little more than a look at
 * each word.
 * @param texts the words of each text
 */
export function findSharingWords(
  texts: readonly (readonly string[])[],
  inARow: number,
): ReadonlySet<number> {
  const numbers = new Map<string, number>();
  const firstWith = new Map<number, number>();
  const sharing = new Set<number>();
  for (const [index, words] of texts.entries()) {
    const row = words.map((word) => numberOf(word, numbers));
    for (let end = inARow; end <= row.length; end += 1) {
      let sum = 0;
      for (let at = end - inARow; at < end; at += 1) {
        sum = (sum * FACTOR + (row[at] ?? 0)) % MODULUS;
      }
      const first = firstWith.get(sum);
      if (first === undefined) firstWith.set(sum, index);
      else sharing.add(first).add(index);
    }
  }
  return sharing;
}

function numberOf(word: string, numbers: Map<string, number>): number {
  const number = numbers.get(word) ?? numbers.size + 1;
  numbers.set(word, number);
  return number;
}
