import type { Finding } from '../../../source/finding.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import type { ValuePath } from '../../../source/value-path.ts';
import { listParagraphs, type Paragraph, type Passage } from './passages.ts';
import { type SentenceSplitter, type SplitParagraph, type Stretch, wordsOf } from './sentences.ts';
import { findSharingWords } from './shared-words.ts';

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
    const repeated = sentences.length > 1 ? recall([whole], seen.paragraphs, path) : [];
    if (repeated.length > 0) return tell('paragraph', repeated, path, lineOf);
    return splitRuns(recall(sentences, seen.sentences, path), sentences).flatMap((run) =>
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
function recall(
  stretches: readonly Stretch[],
  seen: Map<string, Place>,
  path: ValuePath,
): Repeat[] {
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
      restsOn: [begin.first.path],
      hints: ['Remove one, or tell it in other words.'],
    },
  ];
}
