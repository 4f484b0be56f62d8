import { type CodeNotes, error } from '../../diagnostics/problem-code.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import { LITERAL_BLOCK_TITLE } from '../../source/syntax-edits.ts';
import type { ValueEdit } from '../../source/value-changes.ts';
import {
  findInvisibleCharacters,
  type MissingCharacterFinder,
} from '../../text/missing-characters.ts';
import type { AddressFault, RichText } from '../../text/parse-rich-text.ts';
import { toPrintable } from '../../text/printable-text.ts';
import { type AddressPrinter, printAddresses } from '../../text/readable-address.ts';
import { plainBlocks } from '../../text/rich-text.ts';

/** Problem codes of printed text. */
export const TEXT_CODES = {
  'link-invalid': error('The link would not work, or would not be safe to open.'),
  'table-too-wide': error(
    'A word of a table is not divided, so the table would run into the margin.',
  ),
  'glyph-missing': error(
    'The fonts do not have this character, so an empty box would be printed.',
    'automatic',
  ),
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
  return texts.flatMap((printed) => {
    const { text, path } = printed;
    const found =
      path.at(-1) === 'alt'
        ? findInvisibleCharacters(
            text,
            printingOf(printed, (address) => address),
          )
        : findMissing(text, printingOf(printed, printAddress));
    return found.map(({ character, reason, from, to }): Finding => {
      const edit = replaceControls(character, printed);
      return {
        code: 'glyph-missing',
        message: reason,
        path,
        piece: { from, to },
        hints: ['Remove the character, or use Latin or Cyrillic letters instead.'],
        ...(edit && { edits: [edit] }),
      };
    });
  });
}

/**
 * Returns what is done to a text before it is printed. An address is printed and opened as it was typed; of
 * a text of invisible characters nothing would be left.
 */
function printingOf(
  { text, print = unchanged }: PrintedText,
  printAddress: AddressPrinter,
): PrintedText['print'] {
  if (isAddress(text) || !/\S/.test(toPrintable(text))) {
    return (typed) => printAddresses(typed, printAddress).normalize('NFC');
  }
  const hasPrintedForm = print !== unchanged || printAddresses(text, printAddress) !== text;
  // Texts without a form of their own share a cache.
  return hasPrintedForm
    ? (typed) => printAddresses(print(toPrintable(typed)), printAddress)
    : undefined;
}

function isAddress(text: string): boolean {
  return /^\s*https?:\/\/\S+\s*$/i.test(text);
}

/**
 * Returns the edit that replaces all of a control character in a text; removes a picture, and an invisible
 * character in an address.
 */
function replaceControls(character: string, { text, path }: PrintedText): ValueEdit | undefined {
  const isBody = path.at(-1) === 'body';
  const isEmoji = EMOJI.test(character);
  const isRemoved = isEmoji || (isAddress(text) && toPrintable(character) === '');
  const newText = replacementOf(character, isBody) ?? (isRemoved ? '' : undefined);
  if (newText === undefined) return undefined;
  const places = [...text.matchAll(new RegExp(`\\u{${codeOf(character)}}`, 'gu'))];
  return {
    title: newText === '' ? 'Remove the character' : `Replace it with ${nameOf(newText)}`,
    // A picture may stand for a word.
    isSure: !isEmoji,
    changes: places.map(({ index }) => ({
      kind: 'replace-piece',
      path,
      piece: { from: index, to: index + character.length },
      newText,
    })),
  };
}

/** A picture, a part of a sequence of pictures, or a part of a flag. */
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200d|\u20e3/u;

const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16);

function nameOf(newText: string): string {
  if (newText === '\\\n') return 'a line break';
  if (newText === '\n\n') return 'a blank line';
  return newText === ' ' ? 'a space' : `“${newText}”`;
}

/** Line breaks and paragraphs of word processors and web pages. */
const LINE_BREAKS = '\v\u2028';
const PARAGRAPHS = '\f\u2029';
/** The hyphen at which Word breaks no line. */
const WORD_HYPHEN = '\u001e';

/** Returns what a control character is in the program that it was copied from; undefined for others. */
function replacementOf(character: string, isBody: boolean): string | undefined {
  if (LINE_BREAKS.includes(character)) return isBody ? '\\\n' : ' ';
  if (PARAGRAPHS.includes(character)) return isBody ? '\n\n' : ' ';
  if (character === WORD_HYPHEN) return '-';
  if (!/^\p{Cc}$/u.test(character)) return undefined;
  return WINDOWS_1252.get(character.charCodeAt(0)) ?? '';
}

/** Characters of Windows-1252 that were read as Latin-1, by their code. Source: WHATWG Encoding, index-windows-1252. */
const WINDOWS_1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].flatMap((character, index) =>
    /\p{Cc}/u.test(character) ? [] : [[0x80 + index, character] as const],
  ),
);

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
