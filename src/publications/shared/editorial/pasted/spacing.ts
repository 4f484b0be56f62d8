// White space around punctuation, and punctuation that was typed twice.
import type { Finding } from '../../../../source/finding.ts';
import { maskAddresses, type Passage } from '../passages.ts';
import { changeText } from './body-lines.ts';
import { REFERENCE } from './web-markup.ts';

/** Stands for the characters of an address, so that no rule looks into it; like a letter of a word. */
const MASK = '\ufffc';
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
/** Names of sites and files: Gazeta.uz, report.docx, .NET. */
const NAMES =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,4}\.(?:ru|uz|kz|kg|tj|tm|az|com|org|net|info|by|ua|su|рф|ру|уз|кз|ком|орг|eu|int|gov|edu|me|tv|io|pdf|docx?|xlsx?|pptx?|jpe?g|png|txt|zip|mp[34]|js|html?)(?![\p{L}\p{N}])/giu;

const SPACE = '[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]';

/** A mistake of spacing: what is found, and what is written in its place. */
interface Mistake {
  readonly code: 'space-twice' | 'space-before' | 'space-after' | 'mark-twice';
  readonly pattern: RegExp;
  /** A quick test of a text: without it, the pattern finds nothing. */
  readonly sign: RegExp;
  message(found: string): string;
  readonly hint: string;
  fix(found: string): string;
  isSure?(found: RegExpExecArray): boolean;
  /** Only bodies can have it. */
  readonly inBodies?: true;
}

/** A quotation that „ has opened, and that “ closes. */
const OPEN_LOW = '„[^“”\\n]{0,300}';

const oneSpace = (found: string) => (found.includes('\u00a0') ? '\u00a0' : ' ');
const nothing = () => '';

const IN_QUOTES = {
  code: 'space-before',
  message: () => 'there is a space inside the quotation marks',
  hint: 'Remove the space.',
  fix: nothing,
} as const;

const MISTAKES: readonly Mistake[] = [
  {
    code: 'space-twice',
    // Behind the mark of a list item or a quote, spaces are no part of the text.
    pattern: new RegExp(
      `(?<=[^\\s>])(?<!^[ \\t>]*(?:[*+-]|\\d{1,9}[.)]))(?:${SPACE}{2,}|[\\t\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000])(?=\\S)`,
      'gmu',
    ),
    sign: new RegExp(`${SPACE}{2}|[\\t\\u2000-\\u200a\\u205f\\u3000]`),
    message: (found) =>
      found === '\t'
        ? 'there is a tab between two words'
        : found.length === 1
          ? 'there is a special space between two words'
          : `there are ${found.length} spaces in a row`,
    hint: 'Write one space.',
    fix: oneSpace,
  },
  {
    code: 'space-twice',
    pattern: /^[\u00a0\u2000-\u200a\u202f\u3000][ \t\u00a0\u2000-\u200a\u202f\u3000]*(?=\S)/gmu,
    sign: /^[\u00a0\u2000-\u200a\u202f\u3000]/m,
    message: () => 'the line begins with no-break spaces, which are printed',
    hint: 'Remove them.',
    fix: nothing,
    inBodies: true,
  },
  {
    code: 'space-before',
    pattern: new RegExp(`(?<=[\\p{L}\\p{N}»”)])${SPACE}+[,;](?=\\p{L})`, 'gu'),
    sign: new RegExp(`${SPACE}[,;]\\p{L}`, 'u'),
    message: () => 'the space stands before the punctuation mark, not behind it',
    hint: 'Write the space behind the mark.',
    fix: (found) => `${found.trim()} `,
  },
  {
    code: 'space-before',
    pattern: new RegExp(
      `(?<=[\\p{L}\\p{N}»”"'’)\\]%*_${MASK}])(?<!\\d(?=${SPACE}*:${SPACE}*\\d))${SPACE}+(?=(?:[,;:]|[!?]+|\\.)(?:\\s|$|[»”"]))`,
      'gu',
    ),
    sign: new RegExp(`${SPACE}[,;:.!?]`),
    message: () => 'there is a space before a punctuation mark',
    hint: 'Remove the space.',
    fix: nothing,
  },
  {
    code: 'space-before',
    pattern: new RegExp(
      `(?<=(?<![:;=-])\\()${SPACE}+(?=\\S)|(?<=[^\\s(:;=-])${SPACE}+(?=\\))`,
      'gu',
    ),
    sign: new RegExp(`\\(${SPACE}|${SPACE}\\)`),
    message: () => 'there is a space inside the bracket',
    hint: 'Remove the space.',
    fix: nothing,
  },
  {
    code: 'space-before',
    pattern: new RegExp(
      `(?<=\\p{L}{2}/)${SPACE}+(?=\\p{Ll})|(?<=\\p{Ll}{2})${SPACE}+(?=/\\p{Ll}{2})`,
      'gu',
    ),
    sign: new RegExp(`/${SPACE}|${SPACE}/`),
    message: () => 'there is a space on one side of the slash',
    hint: 'Remove the space.',
    fix: nothing,
  },
  {
    code: 'space-after',
    // Units, ordinals and codes are short: 20mg, 15th.
    pattern: /(?<=(?<![\p{L}\p{N}_./-])\d{1,4})(?=\p{Ll}{5,}(?![\p{L}\p{N}_@/]))/gu,
    sign: /\d\p{Ll}{5}/u,
    message: () => 'there is no space between the number and the word',
    hint: 'Write a space between the two.',
    fix: () => ' ',
  },
  {
    ...IN_QUOTES,
    pattern: new RegExp(
      `(?<=[«„])${SPACE}+(?=\\S)|(?<=\\S)${SPACE}+(?=»)|(?<=\\S)${SPACE}+(?=”(?:[\\s.,;:!?)]|$))|(?<=(?:^|[\\s(])(?<!${OPEN_LOW})“)${SPACE}+(?=\\S)|${SPACE}+(?=“)(?<=${OPEN_LOW}\\S${SPACE}+)`,
      'gmu',
    ),
    sign: new RegExp(`[«„“]${SPACE}|${SPACE}[»”]|„[^“\\n]*${SPACE}“`),
  },
  {
    code: 'space-after',
    // Names of chemistry have one letter before the comma: N,N-dimethyl.
    pattern: /(?<=\p{L}{2}|[»”)])[,;](?=\p{L}{2})/gu,
    sign: /[,;][^\s\d"'”»)\]]/,
    message: (found) => `there is no space after the “${found}”`,
    hint: 'Write a space after it.',
    fix: (found) => `${found} `,
  },
  {
    code: 'space-after',
    pattern: /(?<=\p{L}\p{Ll}|\p{Lu}{3}|[»”)])[.!?](?=\p{Lu}\p{Ll})/gu,
    sign: /[.!?][^\s\d.!?,;:…"'”»)\]]/,
    message: (found) => `there is no space after the “${found}”`,
    hint: 'Write a space after it.',
    fix: (found) => `${found} `,
  },
  {
    code: 'mark-twice',
    // ?.. and !.. end a Russian question or exclamation that trails off.
    pattern: /(?<![.!?/\\\d])\.\.(?![./\\\p{L}\d])|(?<=\p{L})\.\.(?=\p{Lu}\p{Ll})/gu,
    sign: /\.\./,
    message: () => 'there are two full stops in a row',
    hint: 'Write one, or three for an omission.',
    fix: () => '.',
    isSure: ({ input, index }) => /^\s*(?:$|\n|[\p{Lu}"“«„—–-])/u.test(input.slice(index + 2)),
  },
  {
    code: 'mark-twice',
    pattern:
      /(?<=[\p{L}\p{N}»”")]),,(?!,)|(?<!;);;(?!;)|(?<=[\p{L}\p{N}»”")])(?:,\.|;,|:,)(?=\s|$)/gu,
    sign: /,,|;;|,\.|;,|:,/,
    message: (found) => `there are two punctuation marks in a row: “${found}”`,
    hint: 'Write one of them.',
    fix: (found) => found.slice(-1),
    isSure: ({ 0: found }) => found[0] === found[1],
  },
];

/**
 * Finds wrong white space and doubled punctuation.
 * @param skips whether another rule has reported what stands at an offset
 */
export function findSpacingMistakes(passage: Passage, skips: (at: number) => boolean): Finding[] {
  const possible = MISTAKES.filter(
    ({ sign, inBodies }) => sign.test(passage.written) && !(inBodies && passage.kind !== 'body'),
  );
  const inQuotes = findSpacesInStraightQuotes(passage.written).filter(({ from }) => !skips(from));
  const found = inQuotes.map((piece) => report(IN_QUOTES, piece, '', passage, true));
  if (possible.length === 0) return found;
  const text = maskNames(passage.written);
  const byPattern = possible.flatMap((mistake) =>
    [...text.matchAll(mistake.pattern)]
      .filter(({ index }) => !skips(index))
      .map((match) => {
        const piece = { from: match.index, to: match.index + match[0].length };
        return report(mistake, piece, match[0], passage, mistake.isSure?.(match) ?? true);
      }),
  );
  return [...byPattern, ...found];
}

function report(
  { code, hint, message, fix }: Pick<Mistake, 'code' | 'hint' | 'message' | 'fix'>,
  piece: { readonly from: number; readonly to: number },
  found: string,
  passage: Passage,
  isSure: boolean,
): Finding {
  const title = hint.replace(/[,.].*$/, '');
  return {
    code,
    severity: 'warning',
    message: message(found),
    path: passage.path,
    piece,
    hints: [hint],
    edits: [changeText(title, passage, [{ ...piece, newText: fix(found) }], isSure)],
  };
}

/** Finds spaces inside straight quotation marks, of which every second one of a paragraph closes. */
function findSpacesInStraightQuotes(text: string): { from: number; to: number }[] {
  if (!/"[ \t\u00a0]|[ \t\u00a0]"/.test(text)) return [];
  return [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]*)*/g)].flatMap(({ 0: paragraph, index }) => {
    const marks = [...paragraph.matchAll(/"/g)].map((mark) => mark.index);
    if (marks.length % 2 === 1) return [];
    return marks.flatMap((at, place) => {
      const opens = place % 2 === 0;
      const [before, after] = [paragraph[at - 1] ?? ' ', paragraph[at + 1] ?? ' '];
      if (opens ? !/[\s(]/.test(before) : /[\p{L}\p{N}]/u.test(after)) return [];
      const near = opens
        ? paragraph.slice(at + 1, at + 9)
        : paragraph.slice(Math.max(0, at - 8), at);
      const [space = ''] =
        (opens ? /^[ \t\u00a0]+(?=\S)/ : /(?<=\S)[ \t\u00a0]+$/).exec(near) ?? [];
      if (space === '') return [];
      const from = index + (opens ? at + 1 : at - space.length);
      return [{ from, to: from + space.length }];
    });
  });
}

/** Masks addresses, character references, and the names of sites and files. */
function maskNames(text: string): string {
  const mask = (found: string) => MASK.repeat(found.length);
  const masked = maskAddresses(text, MASK).replace(REFERENCE, mask);
  return masked.replace(EMAIL, mask).replace(NAMES, mask);
}
