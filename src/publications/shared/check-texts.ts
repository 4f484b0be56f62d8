import { type CodeNotes, error } from '../../diagnostics/problem-code.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import { LITERAL_BLOCK_TITLE } from '../../source/syntax-edits.ts';
import {
  findInvisibleCharacters,
  type MissingCharacterFinder,
} from '../../text/missing-characters.ts';
import type { AddressFault, RichText } from '../../text/parse-rich-text.ts';
import { type AddressPrinter, printAddresses } from '../../text/readable-address.ts';
import { plainBlocks } from '../../text/rich-text.ts';

/** Problem codes of printed text. */
export const TEXT_CODES = {
  'link-invalid': error('The link would not work, or would not be safe to open.'),
  'table-too-wide': error(
    'A word of a table is not divided, so the table would run into the margin.',
  ),
  'glyph-missing': error('The fonts do not have this character, so an empty box would be printed.'),
} satisfies CodeNotes;

/**
 * Finds links with addresses that the format does not allow.
 * @param path of the body in the issue
 */
export function checkLinks({ badLinks }: Pick<RichText, 'badLinks'>, path: ValuePath): Finding[] {
  return badLinks.map(({ address, fault, from, to }) => ({
    code: 'link-invalid',
    ...BAD_LINKS[fault](address),
    path,
    piece: { from, to },
  }));
}

/** Messages and hints for invalid links. */
const BAD_LINKS: Readonly<
  Record<AddressFault, (address: string) => Pick<Finding, 'message' | 'hints'>>
> = {
  kind: (address) => ({
    message: `the link leads to \`${address}\`, which is not a web or e-mail address`,
    hints: ['Write the link as [words](https://example.org/) or [words](mailto:name@example.org).'],
  }),
  user: (address) => ({
    message: `the link leads to \`${address}\`, which has a user name before the @`,
    hints: [
      'Remove the user name and the @. If this is an e-mail address, write mailto: before it.',
    ],
  }),
  scheme: (address) => ({
    message: `the link leads to \`${address}\`, which has a second https://`,
    hints: ['Write https:// once: [words](https://example.org/).'],
  }),
  mailbox: (address) => ({
    message: `the link leads to \`${address}\`, which has no complete e-mail address`,
    hints: ['Write the whole address: mailto:name@example.org'],
  }),
};

/** A text that is printed or read aloud, with its path in the issue. */
export interface PrintedText {
  readonly text: string;
  readonly path: ValuePath;
  /** Transforms the text as printing does, such as to capitals. */
  readonly print?: (text: string) => string;
}

const unchanged = (text: string) => text;

/** Finds characters that cannot be printed. Texts under a key `alt` are only read aloud. */
export function checkCharacters(
  texts: readonly PrintedText[],
  findMissing: MissingCharacterFinder,
  printAddress: AddressPrinter = (address) => address,
): Finding[] {
  return texts.flatMap(({ text, path, print = unchanged }) => {
    const hasPrintedForm = print !== unchanged || printAddresses(text, printAddress) !== text;
    const printForm = (part: string) => printAddresses(print(part), printAddress);
    const found =
      path.at(-1) === 'alt'
        ? findInvisibleCharacters(text)
        : findMissing(text, hasPrintedForm ? printForm : undefined);
    return found.map(({ reason, from, to }) => ({
      code: 'glyph-missing',
      message: reason,
      path,
      piece: { from, to },
      hints: ['Remove the character, or use Latin or Cyrillic letters instead.'],
    }));
  });
}

/** Finds a body that prints no words, or whose paragraphs YAML has joined. */
export function checkBody(
  { blocks }: RichText,
  path: ValuePath,
  document: SourceDocument,
): Finding[] {
  if (!/[\p{L}\p{N}]/u.test(plainBlocks(blocks))) {
    return [
      {
        code: 'value-empty',
        message: '`body` has no words to print',
        path,
        hints: ['Write the text. Marks such as > and *** only format it.'],
      },
    ];
  }
  const join = document.locateJoinedLine(path);
  if (!join) return [];
  return [
    {
      code: 'text-joined',
      severity: 'warning',
      message: 'this line is joined to the paragraph before it',
      path,
      range: join,
      hints: [
        'Write `body: |` and begin the text on the next line. This keeps its lines and paragraphs.',
      ],
      edits: [
        { title: LITERAL_BLOCK_TITLE, isSure: true, changes: [{ kind: 'literal-block', path }] },
      ],
    },
  ];
}
