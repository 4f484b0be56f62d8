import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import { SECOND_SCHEME } from '../../../text/parse-rich-text.ts';
import { findAddressMistake, findEmailMistake } from '../schema-pieces.ts';

/** Problem code of addresses in an issue's own words. */
export const ADDRESS_CODES = {
  'address-invalid': warning('Readers cannot open or copy an address that is mistyped.'),
} satisfies CodeNotes;

/** A text that is an address as a whole. */
export interface TypedAddress {
  readonly kind: 'web' | 'email';
  readonly text: string;
  readonly path: ValuePath;
}

/** Finds addresses that are mistyped. They are printed as they are, but not as links. */
export function findAddressMistakes(addresses: readonly TypedAddress[]): Finding[] {
  return addresses.flatMap(({ kind, text, path }): Finding[] => {
    const mistake = kind === 'web' ? findAddressMistake(text) : findEmailMistake(text);
    if (mistake === undefined) return [];
    return [
      {
        code: 'address-invalid',
        severity: 'warning',
        message: `\`${text.trim()}\` ${mistake}`,
        path,
        hints: [
          kind === 'web'
            ? 'Copy the address from the browser: https://example.org/'
            : 'Write the whole address: name@example.org',
        ],
      },
    ];
  });
}

/** Finds web addresses with a second https:// in a text; the links of a body are checked elsewhere. */
export function findSecondSchemes(
  texts: readonly { readonly text: string; readonly path: ValuePath }[],
): Finding[] {
  const pattern = new RegExp(SECOND_SCHEME, 'gi');
  return texts.flatMap(({ text, path }) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => !/\]\([^)\s]*$/.test(text.slice(0, index)))
      .map(
        ({ 0: found, index }): Finding => ({
          code: 'address-invalid',
          severity: 'warning',
          message: 'the address has a second https:// in it',
          path,
          piece: { from: index, to: index + found.length },
          hints: ['Write https:// once.'],
        }),
      ),
  );
}
