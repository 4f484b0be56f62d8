import { type CodeNotes, error } from '../../diagnostics/problem-code.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import {
  findInvisibleCharacters,
  type MissingCharacterFinder,
} from '../../text/missing-characters.ts';
import type { AddressFault, RichText } from '../../text/parse-rich-text.ts';

/** Problems of any text that is printed. */
export const TEXT_CODES = {
  'link-invalid': error('The link would lead nowhere, or somewhere that is not safe.'),
  'glyph-missing': error('The fonts lack the letter; an empty box would be printed.'),
} satisfies CodeNotes;

/** Finds links of a body that lead nowhere the format allows; `path` is where the body is written. */
export function checkLinks({ badLinks }: Pick<RichText, 'badLinks'>, path: ValuePath): Finding[] {
  return badLinks.map(({ address, fault, from, to }) => ({
    code: 'link-invalid',
    ...BAD_LINKS[fault](address),
    path,
    piece: { from, to },
  }));
}

/** What is wrong with a link, and how to fix it. */
const BAD_LINKS: Readonly<
  Record<AddressFault, (address: string) => Pick<Finding, 'message' | 'hints'>>
> = {
  kind: (address) => ({
    message: `the link leads to \`${address}\`, which is no address of the web or of mail`,
    hints: ['A link is written [words](https://example.org/); mailto: is allowed too.'],
  }),
  user: (address) => ({
    message: `the link leads to \`${address}\`, which has a user name before the @`,
    hints: ['Remove what stands between // and @, or write mailto: before an e-mail address.'],
  }),
  mailbox: (address) => ({
    message: `the link leads to \`${address}\`, which has no complete e-mail address`,
    hints: ['Write the whole address: mailto:name@example.org'],
  }),
};

/** A text that is printed or read aloud, and where it is written. */
export interface PrintedText {
  readonly text: string;
  readonly path: ValuePath;
  /** The change that the text goes through before it is printed, such as capitals. */
  readonly print?: (text: string) => string;
}

/** Finds characters that cannot be printed; texts under a key `alt` are only read aloud. */
export function checkCharacters(
  texts: readonly PrintedText[],
  findMissing: MissingCharacterFinder,
): Finding[] {
  return texts.flatMap(({ text, path, print }) => {
    const found = path.at(-1) === 'alt' ? findInvisibleCharacters(text) : findMissing(text, print);
    return found.map(({ reason, from, to }) => ({
      code: 'glyph-missing',
      message: reason,
      path,
      piece: { from, to },
      hints: ['Remove it, or write it with letters of the Latin or Cyrillic alphabets.'],
    }));
  });
}
