import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { Speller } from '../../../text/spelling/speller.ts';
import type { PlacedWord } from './words.ts';

/** Problem code of words in the spelling of another variant of the language. */
export const VARIANT_CODES = {
  'spelling-mixed': warning('A publication has one spelling, such as the British one.', {
    fix: 'suggested',
    bad: 'The centre honours its neighbours. Their center is old.',
    good: 'The centre honours its neighbours. Their centre is old.',
  }),
} satisfies CodeNotes;

/** Shorter words are spelled alike. */
const MIN_LETTERS = 4;
/** A text in one spelling has at least so many words of it … */
const MIN_MAJORITY = 3;
/** … for each word of another one. */
const MAJORITY_RATIO = 3;

/** A word that is right in one variant only. */
interface VariantWord {
  readonly placed: PlacedWord;
  readonly variant: string;
  /** The word in the other variant. */
  readonly counterpart: string;
}

/**
 * Finds words in a spelling that the texts have seldom, if they have another one nearly everywhere. The
 * kinds of differences count each by itself: -ise with colour is as right as -ize with colour.
 */
export function findMixedVariants(words: readonly PlacedWord[], speller: Speller): Finding[] {
  return speller.variantKinds.flatMap((kind) => {
    const known = new Map<string, Omit<VariantWord, 'placed'> | undefined>();
    const found = words.flatMap((placed): VariantWord[] => {
      const { word } = placed;
      if (!known.has(word)) known.set(word, isChecked(word) ? kind.compare(word) : undefined);
      const compared = known.get(word);
      return compared ? [{ placed, ...compared }] : [];
    });
    const counts = countBy(found, ({ variant }) => variant);
    const [usual, most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
    const others = found.filter(({ variant }) => variant !== usual);
    if (most < MIN_MAJORITY || most < others.length * MAJORITY_RATIO) return [];
    return others.map((one) => describe(one, usual));
  });
}

function isChecked(word: string): boolean {
  return word.length >= MIN_LETTERS && /^\p{Ll}+$/u.test(word);
}

function countBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return counts;
}

function describe({ placed, variant, counterpart }: VariantWord, usual: string): Finding {
  const { word, passage, from, to } = placed;
  const piece = { from, to };
  return {
    code: 'spelling-mixed',
    severity: 'warning',
    message: `“${word}” is the ${variant} spelling; the texts have the ${usual} one elsewhere`,
    path: passage.path,
    piece,
    hints: [`Write “${counterpart}”.`],
    edits: [replacePiece(`Write “${counterpart}”`, passage.path, piece, counterpart)],
  };
}
