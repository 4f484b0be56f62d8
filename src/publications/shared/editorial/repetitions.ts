import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import { listParagraphs, type Passage, type PassageParagraph } from './passages.ts';
import {
  lowerCaseWords,
  type SentenceSplitter,
  type SplitParagraph,
  type TextUnit,
} from './sentences.ts';

/** Shorter sentences ("The event was attended by students.") are often repeated on purpose. */
const MIN_WORDS = 7;

interface Place {
  readonly path: ValuePath;
  readonly from: number;
  readonly to: number;
}

/** A sentence or paragraph that appeared before, with its first place. */
interface Repeat extends TextUnit {
  readonly first: Place;
}

/** Finds sentences and paragraphs that appear more than once in an issue; reports the later ones. */
export function findRepeatedSentences(
  passages: readonly Passage[],
  document: Pick<SourceDocument, 'locateText'>,
  split: SentenceSplitter,
): Finding[] {
  const seen = { paragraphs: new Map<string, Place>(), sentences: new Map<string, Place>() };
  const lineOf = ({ path, from, to }: Place) => document.locateText(path, from, to).start.line;
  return listCandidates(passages.filter(isProse).map(hideOtherLines)).flatMap(
    ({ paragraph, path }): Finding[] => {
      const { whole, sentences } = placeIn(paragraph, split(paragraph.text));
      // A repeated paragraph is reported once, not again for each of its sentences.
      const repeated = sentences.length > 1 ? findRepeats([whole], seen.paragraphs, path) : [];
      if (repeated.length > 0) return report('paragraph', repeated, path, lineOf);
      const repeats = findRepeats(sentences, seen.sentences, path);
      return groupConsecutive(repeats, sentences).flatMap((run) =>
        report('sentence', run, path, lineOf),
      );
    },
  );
}

/** Returns the few paragraphs that share a long run of words; only these are split into sentences. */
function listCandidates(passages: readonly Passage[]) {
  const all = passages.flatMap((passage) =>
    listParagraphs(passage).map((paragraph) => ({ paragraph, path: passage.path })),
  );
  const words = all.map(({ paragraph }) => lowerCaseWords(paragraph.text));
  const sharing = findTextsWithSharedWords(words, MIN_WORDS);
  return all.filter((_, index) => sharing.has(index));
}

/** Converts offsets in a paragraph to offsets in its passage. */
function placeIn({ at }: PassageParagraph, { whole, sentences }: SplitParagraph): SplitParagraph {
  const move = (one: TextUnit): TextUnit => ({ ...one, from: at + one.from, to: at + one.to });
  return { whole: move(whole), sentences: sentences.map(move) };
}

/** Lines of pull quotes, which may repeat the text, of tables with bars at their edge, and of subheadings. */
const OTHER_LINES = /^(?:[ \t]*>[ \t]*>|[ \t>]*(?:\||#{3}[ \t])).*$/gm;

/** Replaces lines that are no running text by as many spaces. */
function hideOtherLines(passage: Passage): Passage {
  const text = passage.text.replace(OTHER_LINES, (line) => ' '.repeat(line.length));
  return { ...passage, text };
}

function isProse({ kind }: Passage): boolean {
  return kind === 'body' || kind === 'lead';
}

/** Returns the units that are in `seen`, and adds the others to it. */
function findRepeats(
  units: readonly TextUnit[],
  seen: Map<string, Place>,
  path: ValuePath,
): Repeat[] {
  return units.flatMap((unit) => {
    if (unit.words < MIN_WORDS) return [];
    const first = seen.get(unit.key);
    if (first) return [{ ...unit, first }];
    seen.set(unit.key, { path, from: unit.from, to: unit.to });
    return [];
  });
}

/** Groups repeats that follow one another, so that they are reported together. */
function groupConsecutive(repeats: readonly Repeat[], sentences: readonly TextUnit[]): Repeat[][] {
  const runs: Repeat[][] = [];
  const placeOf = (repeat: Repeat) => sentences.findIndex(({ from }) => from === repeat.from);
  for (const repeat of repeats) {
    const before = runs.at(-1)?.at(-1);
    if (before && placeOf(before) + 1 === placeOf(repeat)) runs.at(-1)?.push(repeat);
    else runs.push([repeat]);
  }
  return runs;
}

function report(
  unit: 'paragraph' | 'sentence',
  run: readonly Repeat[],
  path: ValuePath,
  lineOf: (place: Place) => number,
): Finding[] {
  const [begin, end] = [run[0], run.at(-1)];
  if (!begin || !end) return [];
  const what = run.length > 1 ? `these ${run.length} ${unit}s are` : `this ${unit} is`;
  return [
    {
      code: `${unit}-twice`,
      severity: 'warning',
      message: `${what} already on line ${lineOf(begin.first)}`,
      path,
      piece: { from: begin.from, to: end.to },
      dependsOn: [begin.first.path],
      hints: ['Remove one of the two, or write it in other words.'],
    },
  ];
}

/** A run of letters, digits and the punctuation inside words. */
const TOKEN = /[\p{L}\p{M}\p{N}’'-]+/gu;
/** A token that is one word. */
const WORD = /^\p{L}[\p{L}\p{M}’']*$/u;
/** White space between two words of one paragraph. */
const GAP = /^(?:[ \t\u00a0]+(?:\n[ \t\u00a0]*)?|\n[ \t\u00a0]*)$/;

/**
 * Finds words that are repeated immediately.
 * @param doubled words that may be repeated, in lower case
 */
export function findRepeatedWords(
  passages: readonly Passage[],
  doubled: readonly string[],
): Finding[] {
  return passages.flatMap(({ text, path }) =>
    findPairs(text)
      .filter(({ word }) => !doubled.includes(word.toLowerCase()))
      .map(({ word, from, to }) => ({
        code: 'word-twice' as const,
        severity: 'warning' as const,
        message: `“${word}” is written twice in a row`,
        path,
        piece: { from, to },
        hints: ['Remove one of the two.'],
        // Two of the same word may be meant, and a line end between them is not in one piece.
        edits: [replacePiece(`Write “${word}” once`, path, { from, to }, word)],
      })),
  );
}

/** A repeated word, with the range of both words together. */
interface Pair {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function findPairs(text: string): Pair[] {
  const pairs: Pair[] = [];
  let before: RegExpExecArray | undefined;
  for (const token of text.matchAll(TOKEN)) {
    const isPair =
      before !== undefined &&
      isSameWord(before, token, text) &&
      !isInitial(before, token, text) &&
      !isQuotedName(before, text);
    if (before && isPair) {
      pairs.push({ word: before[0], from: before.index, to: token.index + token[0].length });
    }
    // Each word belongs to one pair at most, so three in a row are one pair.
    before = isPair ? undefined : token;
  }
  return pairs;
}

function isSameWord(a: RegExpExecArray, b: RegExpExecArray, text: string): boolean {
  if (a[0].length !== b[0].length || a[0].toLowerCase() !== b[0].toLowerCase()) return false;
  return WORD.test(a[0]) && GAP.test(text.slice(a.index + a[0].length, b.index));
}

/** Whether the second word is an initial, as in «и И. И. Иванов». */
function isInitial([first]: RegExpExecArray, second: RegExpExecArray, text: string): boolean {
  const [word] = second;
  return word.length === 1 && word !== first && text[second.index + 1] === '.';
}

/** A quotation of a few words, after its first one. */
const REST_OF_NAME = /^[^”“»"’.!?\n]{1,30}[”“»"’]/;

/** Whether a word begins a short quotation, which may be a name: “Bye Bye Baby”, “meow meow”. */
function isQuotedName({ index, 0: word }: RegExpExecArray, text: string): boolean {
  const rest = text.slice(index + word.length);
  return /[“„«"‘]/.test(text[index - 1] ?? '') && REST_OF_NAME.test(rest);
}

/**
 * Modulus and factor of a polynomial hash of word runs. The modulus is a prime so large that collisions
 * are rare; the product of both is below 2^53, so the arithmetic is exact. Source: S. K. Park and K. W.
 * Miller, "Random Number Generators: Good Ones Are Hard to Find", CACM 31 (1988).
 */
const MODULUS = 2 ** 31 - 1;
const FACTOR = 48271;

/**
 * Returns the indexes of texts with a run of words that appears in another text, or twice in the same
 * one. All such texts are found. In rare cases a hash collision adds another one, which only costs time.
 * @param texts words of each text
 * @param runLength number of words in a run
 */
export function findTextsWithSharedWords(
  texts: readonly (readonly string[])[],
  runLength: number,
): ReadonlySet<number> {
  const numbers = new Map<string, number>();
  const firstWith = new Map<number, number>();
  const sharing = new Set<number>();
  for (const [index, words] of texts.entries()) {
    const wordNumbers = words.map((word) => numberOf(word, numbers));
    for (let end = runLength; end <= wordNumbers.length; end += 1) {
      let hash = 0;
      for (let at = end - runLength; at < end; at += 1) {
        hash = (hash * FACTOR + (wordNumbers[at] ?? 0)) % MODULUS;
      }
      const first = firstWith.get(hash);
      if (first === undefined) firstWith.set(hash, index);
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
