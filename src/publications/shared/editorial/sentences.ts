import type { Memo } from '../../../cache/build-cache.ts';

/** A sentence or a paragraph, with its offsets in the paragraph in UTF-16 code units. */
export interface TextUnit {
  /** Text for comparison: words in lower case, without punctuation. */
  readonly key: string;
  readonly words: number;
  readonly from: number;
  readonly to: number;
}

/** A paragraph as a whole, and its sentences. */
export interface SplitParagraph {
  readonly whole: TextUnit;
  readonly sentences: readonly TextUnit[];
}

/** Splits a paragraph into its sentences. */
export type SentenceSplitter = (paragraph: string) => SplitParagraph;

/** Returns a sentence splitter for a language that caches its results. */
export function createSentenceSplitter(
  language: string,
  known: Memo<string, SplitParagraph>,
): SentenceSplitter {
  let segmenter: Intl.Segmenter | undefined;
  return (paragraph) =>
    known.get(paragraph, () => {
      // A segmenter takes long to create.
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

/** Returns the words of a text in lower case. */
export function lowerCaseWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function measure(text: string, at: number): TextUnit {
  const words = lowerCaseWords(text);
  const from = at + Math.max(0, text.search(/\S/));
  return { key: words.join(' '), words: words.length, from, to: at + text.trimEnd().length };
}
