import type { Unit } from '../languages/figures/language-figures.ts';

/** One way to understand a figure. A number that is no plain decimal ("1.2.3") is a string. */
export interface Reading {
  readonly amount: number | string;
  /** Undefined for a bare number, which equals the same number with any unit. */
  readonly unit?: Unit | undefined;
  /** Never equals a bare number. */
  readonly isStrict?: true;
}

/** What a passage of a text states in figures; two facts are equal if any of their readings are. */
export interface Fact {
  readonly from: number;
  readonly to: number;
  /** Whether the other text must have it; otherwise it only answers to what the other text has. */
  readonly isRequired: boolean;
  readonly readings: readonly Reading[];
}

/** The facts of a text by their readings, to look for those of another text. */
export class FactIndex {
  /** Readings with their unit. */
  private readonly measured = new Set<string>();
  /** Numbers without a unit. */
  private readonly bare = new Set<string>();
  /** Numbers of both kinds. */
  private readonly numbers = new Set<string>();

  constructor(facts: Iterable<Fact>) {
    for (const { readings } of facts) {
      for (const reading of readings) this.add(reading);
    }
  }

  private add(reading: Reading): void {
    const number = numberKey(reading.amount);
    if (reading.unit) this.measured.add(measureKey(reading.amount, reading.unit));
    else this.bare.add(number);
    if (!reading.isStrict) this.numbers.add(number);
  }

  /** Whether the text has an equal fact. */
  has({ readings }: Fact): boolean {
    return readings.some(({ amount, unit, isStrict }) => {
      if (!unit) return this.numbers.has(numberKey(amount));
      if (this.measured.has(measureKey(amount, unit))) return true;
      return !isStrict && this.bare.has(numberKey(amount));
    });
  }
}

function measureKey(amount: number | string, { dimension, factor }: Unit): string {
  const product = typeof amount === 'number' ? amount * factor : amount;
  return `${dimension}: ${numberKey(product)}`;
}

/** Ten significant digits: products of factors are not exact. */
function numberKey(amount: number | string): string {
  if (typeof amount === 'string') return `'${amount}`;
  return String(Number.isSafeInteger(amount) ? amount : Number(amount.toPrecision(10)));
}
