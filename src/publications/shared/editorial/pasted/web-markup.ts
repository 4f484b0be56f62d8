// Markup of web pages, messengers and other Markdown, which is printed as the characters that it is.
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Finding } from '../../../../source/finding.ts';
import { toPrintable } from '../../../../text/printable-text.ts';
import type { Passage } from '../passages.ts';
import { type BodyChange, changeText } from './body-lines.ts';

/** A character reference of HTML: &nbsp; &#171; &#xAB; */
export const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;

/** Finds character references of HTML, such as &nbsp; and &#171;. */
export function findReferences(passage: Passage): Finding[] {
  if (!/&[#A-Za-z]/.test(passage.written)) return [];
  return [...passage.written.matchAll(REFERENCE)].flatMap(
    ({ 0: written, 1: decimal, 2: hexadecimal, 3: name, index }): Finding[] => {
      const character = decode(decimal, hexadecimal, name);
      if (character === undefined) return [];
      const newText = writeCharacter(character, passage);
      const change = { from: index, to: index + written.length, newText };
      const meaning =
        newText.trim() === '' ? (newText === '' ? 'nothing' : 'a space') : `“${character}”`;
      // What looks like a tag after decoding may be a tag, or the text of a page about tags.
      const isSure = character !== '<' && character !== '>';
      return [
        {
          code: 'pasted-markup',
          severity: 'warning',
          message: `\`${written}\` is printed as these characters; on a web page it is ${meaning}`,
          path: passage.path,
          piece: { from: index, to: index + written.length },
          hints: [`Write ${meaning === 'nothing' ? 'nothing' : meaning} instead.`],
          edits: [changeText(`Replace it with ${meaning}`, passage, [change], isSure)],
        },
      ];
    },
  );
}

function decode(decimal?: string, hexadecimal?: string, name?: string): string | undefined {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (!(code >= 0x20 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}

/** A space of another width is written as a space; in a body, characters of markup get a backslash. */
function writeCharacter(character: string, { kind }: Passage): string {
  if (/^[\s\u00a0\u2000-\u200a\u202f]$/.test(character)) return ' ';
  const printed = toPrintable(character);
  return kind === 'body' && /^[*_[\]\\`]$/.test(printed) ? `\\${printed}` : printed;
}

/** A kind of markup with its message, and how it is written in the format, if there is one way. */
interface Markup {
  readonly pattern: RegExp;
  /** Whether a match is one; absent if all are. */
  isFound?(found: RegExpExecArray): boolean;
  message(written: string): string;
  readonly hint: string;
  /** Title of the edit that removes or replaces it. */
  readonly title?: string;
  readonly isSure?: boolean;
  /** Changes of the found part, by offsets in it. */
  change?(found: RegExpExecArray): BodyChange[];
  /** Whether it means something in a title too. */
  readonly everywhere?: true;
}

const remove = (found: RegExpExecArray): BodyChange[] => [
  { from: 0, to: found[0].length, newText: '' },
];

const MARKUPS: readonly Markup[] = [
  {
    pattern: /\[\^[^\]\s]{1,20}\]:?/g,
    message: (written) => `\`${written}\` is a footnote, which is printed as these characters`,
    hint: 'Write what the footnote says in the text, and remove its mark.',
    title: 'Remove the mark of the footnote',
    change: remove,
    everywhere: true,
  },
  {
    // References of encyclopaedias: a number or a letter in brackets directly behind a word.
    pattern:
      /(?<=[\p{L}\p{N}.,;:!?»”"')\]])\[(?:\d{1,3}|[a-z]|note \d{1,2}|прим\. \d{1,2})\](?![(:[])/gu,
    message: (written) => `\`${written}\` looks like the mark of a reference on a web page`,
    hint: 'Remove the mark, as the list that it belongs to is not printed.',
    title: 'Remove the mark',
    change: remove,
    everywhere: true,
  },
  {
    pattern:
      /^(?:[ \t]*>)*[ \t]*((?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,}|={3,}|~{3,}|─{2,}|—{2,})$/gm,
    message: (written) => `\`${written.trim()}\` makes no line: it is printed as these characters`,
    hint: 'Remove it. Use ### before a subheading to divide a text.',
    title: 'Remove it',
    change: (found) => [
      { from: found[0].indexOf(found[1] ?? ''), to: found[0].length, newText: '' },
    ],
  },
  {
    pattern: /^(?:[ \t]*>)*[ \t]*(```+|~~~+)[^\n`]*$/gm,
    message: () => 'the fence of code is printed as these characters',
    hint: 'Remove the lines with the signs.',
    title: 'Remove the signs',
    change: (found) => [
      { from: found[0].indexOf(found[1] ?? ''), to: found[0].length, newText: '' },
    ],
  },
  {
    pattern: /(?<![`\\])(`+)(?!`)([^`\n]+)\1(?!`)/g,
    message: (written) => `the signs around ${written} are printed`,
    hint: 'Remove the signs: the format has no code.',
    title: 'Remove the signs',
    change: (found) => {
      const { length } = found[1] ?? '';
      const end = found[0].length;
      return [
        { from: 0, to: length, newText: '' },
        { from: end - length, to: end, newText: '' },
      ];
    },
  },
  {
    pattern: /(?<![~\\])~~(?=[^\s~])([^~\n]*[^\s~])~~(?!~)/g,
    message: (written) => `the signs of \`${written}\` are printed: the format has no struck text`,
    hint: 'Remove what was struck, or the signs.',
  },
  {
    // How messengers and word processors write emphasis around a space: ** words **; first what is right.
    pattern:
      /\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|(?<![\\*])(\*\*(?!\*)[^*\n]*\p{L}[^*\n]*\*\*)(?!\*)/gu,
    isFound: ([, wrong]) => wrong !== undefined,
    message: () => 'there is a space inside the signs of emphasis, so that they are printed',
    hint: 'Remove the spaces inside: **words**.',
    title: 'Remove the spaces inside',
    change: ([found]) => {
      const words = found.slice(2, -2);
      return [{ from: 2, to: found.length - 2, newText: words.trim() }];
    },
  },
  {
    pattern: /!\[[^\]\n]*\]\([^)\n]*\)/g,
    message: (written) =>
      `\`${written}\` is a picture of Markdown, which prints an exclamation mark and a link`,
    hint: 'Save the picture in the issue’s folder, and name it under `photo`.',
  },
  {
    // How Telegram and WhatsApp copy messages: Name, [23/04/2025 21:35]; [7/11/2017, 8:20:41 PM] Name:
    pattern:
      /^(?:[^\n[\]]{1,60}, )?\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ \u202f]\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f][AaPp][Mm])?\](?:[ \t]*$|[ \t][^\n:]{1,60}:)/gm,
    message: () => 'this looks like the heading of a message that was copied with it',
    hint: 'Remove the date, the time and the name of the sender.',
    title: 'Remove it',
    change: remove,
  },
];

/** A quick test of a text for any of this markup. */
const MAY_HAVE_MARKUP = /[[`~─═]|\*\*|^[ \t>]*[*_=—-][ \t]*[*_=—-]/m;

/** Finds footnotes, dividing lines, code and other markup that the format does not have. */
export function findForeignMarkup(passage: Passage, claimed: (at: number) => boolean): Finding[] {
  if (!MAY_HAVE_MARKUP.test(passage.written)) return [];
  return MARKUPS.flatMap((markup) => {
    if (!markup.everywhere && passage.kind !== 'body') return [];
    return [...passage.written.matchAll(markup.pattern)].flatMap((found): Finding[] => {
      if (claimed(found.index) || markup.isFound?.(found) === false) return [];
      const changes = markup.change?.(found).map(({ from, to, newText }) => ({
        from: found.index + from,
        to: found.index + to,
        newText,
      }));
      const edits =
        changes && markup.title
          ? [changeText(markup.title, passage, changes, markup.isSure === true)]
          : [];
      return [
        {
          code: 'pasted-markup',
          severity: 'warning',
          message: markup.message(found[0]),
          path: passage.path,
          piece: { from: found.index, to: found.index + found[0].length },
          hints: [markup.hint],
          edits,
        },
      ];
    });
  });
}
