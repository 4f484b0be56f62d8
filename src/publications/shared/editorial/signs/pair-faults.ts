// Faults of signs that stand in pairs, with offsets in their paragraph.
import type { Finding } from '../../../../source/finding.ts';
import type { Language } from '../../../../text/languages/language.ts';

/** Opening signs, each with its possible closing ones, the usual one first. */
export const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  // German and Russian close „ with “.
  '„': '“”',
  '‘': '’',
  '(': ')',
  '[': ']',
};
/** The signs that are brackets. */
export const BRACKETS = '()[]';

/** A sign, with its offset in its paragraph. */
export interface Sign {
  readonly mark: string;
  readonly at: number;
}

/** A fault in a paragraph, with offsets in it. */
export interface Fault extends Pick<Finding, 'code' | 'message' | 'hints'> {
  readonly from: number;
  readonly to: number;
  readonly edits?: readonly {
    readonly title: string;
    readonly isSure: boolean;
    readonly replacements: readonly { readonly at: number; readonly newText: string }[];
  }[];
}

/** Returns whether a sign is a quotation mark. */
export function isQuote(mark: string): boolean {
  return !BRACKETS.includes(mark);
}

/** Explains an opening sign without a closing one. */
export function explainOpen({ mark, at }: Sign): Fault {
  const place = { from: at, to: at + 1 };
  if (isQuote(mark)) {
    return {
      code: 'quote-open',
      message: `the quotation that begins here with ${mark} is not closed`,
      hints: ['Write the closing quotation mark where the quotation ends.'],
      ...place,
    };
  }
  return {
    code: 'bracket-unpaired',
    message: `the bracket ${mark} is not closed`,
    hints: [`Write ${CLOSING[mark]} where the addition ends.`],
    ...place,
  };
}

/** Explains a closing sign without an opening one. */
export function explainUnopened({ mark, at }: Sign): Fault {
  const place = { from: at, to: at + 1 };
  if (isQuote(mark)) {
    return {
      code: 'quote-unopened',
      message: `the quotation that ends here with ${mark} has no beginning`,
      hints: ['Write the opening quotation mark where the quotation begins.'],
      ...place,
    };
  }
  return {
    code: 'bracket-unpaired',
    message: `the bracket ${mark} closes, but none was opened`,
    hints: ['Write the opening bracket where the addition begins, or remove this one.'],
    ...place,
  };
}

/** Explains a quotation that begins with a closing mark. */
export function explainWrongOpening({ at }: Sign): Fault {
  return {
    code: 'quote-mixed',
    message: 'the quotation begins with the closing mark ”',
    hints: ['Write “.'],
    from: at,
    to: at + 1,
    edits: [{ title: 'Write “', isSure: true, replacements: [{ at, newText: '“' }] }],
  };
}

/** Explains a quotation whose marks are of two kinds. */
export function explainMixed(opening: Sign, closing: Sign, text: string): Fault {
  const meant = opening.mark === '"' ? '"' : (CLOSING[opening.mark] ?? '')[0];
  const isStraight = closing.mark === '"';
  return {
    code: 'quote-mixed',
    message: `the quotation begins with ${opening.mark} and ends with ${closing.mark}`,
    hints: [`Write ${meant} at its end, or another mark at its beginning.`],
    // A long quotation is not marked as a whole.
    from: text.slice(opening.at, closing.at).includes('\n') ? closing.at : opening.at,
    to: closing.at + 1,
    edits:
      meant === undefined
        ? []
        : [
            {
              title: `Write ${meant}`,
              isSure: isStraight,
              replacements: [{ at: closing.at, newText: meant }],
            },
          ],
  };
}

/** Explains a bracket that another kind of bracket closes. */
export function explainMixedBrackets(opening: Sign, closing: Sign): Fault {
  const meant = CLOSING[opening.mark] ?? '';
  return {
    code: 'bracket-unpaired',
    message: `the bracket ${opening.mark} is closed by ${closing.mark}`,
    hints: [`Write ${meant}.`],
    from: opening.at,
    to: closing.at + 1,
    edits: [
      {
        title: `Write ${meant}`,
        isSure: false,
        replacements: [{ at: closing.at, newText: meant }],
      },
    ],
  };
}

/** Finds quotations in marks that the language does not have. Straight ones are replaced in print. */
export function findForeign(
  pairs: readonly (readonly [Sign, Sign])[],
  text: string,
  { outer, inner, nests }: Language['quotes'],
): Fault[] {
  return pairs.flatMap(([opening, closing]): Fault[] => {
    if (!isQuote(opening.mark) || opening.mark === '"') return [];
    const written = opening.mark + closing.mark;
    if ([outer, inner].some((own) => own.join('') === written)) return [];
    // Marks inside other ones would have to be those of the inner pair.
    const isInside = pairs.some(
      ([first, last]) => first.at < opening.at && last.at > closing.at && isQuote(first.mark),
    );
    const [first, last] = isInside && nests ? inner : outer;
    return [
      {
        code: 'quote-foreign',
        message: `${opening.mark} and ${closing.mark} are quotation marks of another language`,
        hints: [`Write ${first} and ${last}.`],
        from: opening.at,
        to: text.slice(opening.at, closing.at).includes('\n') ? opening.at + 1 : closing.at + 1,
        edits: [
          {
            title: `Write ${first} and ${last}`,
            isSure: !isInside,
            replacements: [
              { at: opening.at, newText: first },
              { at: closing.at, newText: last },
            ],
          },
        ],
      },
    ];
  });
}
