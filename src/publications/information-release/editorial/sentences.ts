import type { Memo } from '../../../cache/build-cache.ts';

/** A sentence or a paragraph, with its place in its paragraph in UTF-16 units. */
export interface Stretch {
  /** What is compared: words in small letters, without the signs between them. */
  readonly key: string;
  readonly words: number;
  readonly from: number;
  readonly to: number;
}

/** A paragraph as a whole, and its sentences. */
export interface SplitParagraph {
  readonly whole: Stretch;
  readonly sentences: readonly Stretch[];
}

/** Splits a paragraph into its sentences. */
export type SentenceSplitter = (paragraph: string) => SplitParagraph;

/** Makes a splitter for a language; what it has split goes onto the shelf. */
export function createSentenceSplitter(
  language: string,
  known: Memo<string, SplitParagraph>,
): SentenceSplitter {
  let segmenter: Intl.Segmenter | undefined;
  return (paragraph) =>
    known.get(paragraph, () => {
      // What knows the bounds of sentences takes long to load.
      segmenter ??= new Intl.Segmenter(language, { granularity: 'sentence' });
      return splitParagraph(paragraph, segmenter);
    });
}

function splitParagraph(paragraph: string, segmenter: Intl.Segmenter): SplitParagraph {
  const sentences = [...segmenter.segment(paragraph)];
  return {
    whole: measure(paragraph, 0),
    sentences: sentences.map(({ segment, index }) => measure(segment, index)),
  };
}

/** The words of a text in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function measure(text: string, at: number): Stretch {
  const words = wordsOf(text);
  const from = at + Math.max(0, text.search(/\S/));
  return { key: words.join(' '), words: words.length, from, to: at + text.trimEnd().length };
}
