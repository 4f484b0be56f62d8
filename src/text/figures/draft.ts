import type { LanguageFigures, Unit } from '../languages/figures/language-figures.ts';
import type { Fact, Reading } from './fact.ts';
import type { Tokens } from './tokens.ts';

/** A fact that is being read: figures beside it may still change its readings. */
export interface Draft {
  /** Its first and last token. */
  readonly first: number;
  readonly last: number;
  /** What the digits or numerals may mean, without the power of ten. */
  readonly amounts: readonly (number | string)[];
  /** A power of ten that is written as a word: 1.5 MILLION. */
  readonly magnitude: number;
  /** Meanings of its unit; none for a bare number. */
  readonly units: readonly Unit[];
  /** Meanings besides each amount with each unit. */
  readonly readings: readonly Reading[];
  readonly isRequired: boolean;
  readonly isStrict?: true;
}

/** The tokens of a text with what is known of its language. */
export interface Reader {
  readonly tokens: Tokens;
  readonly language: LanguageFigures;
}

/** A draft of one reading. */
export function draftOf(
  place: Pick<Draft, 'first' | 'last'>,
  amount: number,
  options: { readonly units?: readonly Unit[]; readonly isRequired?: boolean } = {},
): Draft {
  const { units = [], isRequired = false } = options;
  return { ...place, amounts: [amount], magnitude: 1, units, readings: [], isRequired };
}

/** A whole number from one to a limit that a draft may mean. */
export function wholeAmount({ amounts }: Draft, limit: number): number | undefined {
  const [amount] = amounts;
  const isFit = typeof amount === 'number' && Number.isInteger(amount);
  return isFit && amount >= 1 && amount <= limit ? amount : undefined;
}

/** The finished fact. */
export function finishDraft(draft: Draft, { tokens }: Reader): Fact {
  const { amounts, magnitude, units, readings, isStrict } = draft;
  const scaled = amounts.map((amount) =>
    typeof amount === 'number' ? amount * magnitude : amount,
  );
  const measured = scaled.flatMap((amount): Reading[] =>
    units.length === 0
      ? [{ amount }]
      : units.map((unit) => ({ amount, unit, ...(isStrict && { isStrict }) })),
  );
  return {
    from: tokens.at(draft.first)?.from ?? 0,
    to: tokens.at(draft.last)?.to ?? 0,
    isRequired: draft.isRequired,
    readings: [...measured, ...readings],
  };
}
