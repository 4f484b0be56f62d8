import type { Hyphenator } from '../../text/hyphenator.ts';
import type { TextWord } from '../pdfmake/measure.ts';
import type { RunStyle } from './styles.ts';

/** An unbreakable piece of text with the white space that follows it; widths in pt. */
export interface Word {
  readonly style: RunStyle;
  readonly text: string;
  readonly width: number;
  readonly space: string;
  readonly spaceWidth: number;
  /** No line break is allowed between this piece and the next. */
  readonly noBreakAfter: boolean;
  /** The line ends after this piece. */
  readonly endsLine: boolean;
  /** Width of the hyphen that is drawn if a line ends here; 0 if a break needs none. */
  readonly hyphenWidth: number;
  /** A break after this piece splits a word that is wider than the line. */
  readonly cut?: boolean;
}

/** Where lines may break other than at spaces. */
export interface BreakRules {
  /** Characters after which a URL may be broken. */
  readonly breakAfter?: string | undefined;
  /** Characters before which a URL may be broken. */
  readonly breakBefore?: string | undefined;
  /** Only web and mail addresses may be broken there. */
  readonly breaksAddresses?: boolean | undefined;
  readonly hyphenate?: Hyphenator | undefined;
  /** Hyphenated compounds stay on one line, as in a title. */
  readonly keepCompounds?: boolean;
  /** A no-break space stretches in justified lines like others, and the words beside it are hyphenated. */
  readonly splitBound?: boolean;
}

/** Returns the width of text in a style, in pt. */
export function measureText(style: RunStyle, text: string): number {
  if (text === '') return 0;
  return style.font.widthOfString(text, style.fontSize) + style.characterSpacing * text.length;
}

/** A word of a text, with the style that it shares with the other words of its run. */
export interface RunWord extends TextWord {
  readonly style: RunStyle;
}

/** Splits the words of a paragraph into measured, unbreakable pieces in reading order. */
export function collectWords(runWords: readonly RunWord[], rules: BreakRules = {}): Word[] {
  const words: Word[] = [];
  for (const word of runWords) splitWordInto(words, word, rules);
  return words.map((word, index) =>
    isDashBeforeNumber(word, words[index + 1]) || isRange(word, words[index + 1])
      ? { ...word, noBreakAfter: true }
      : word,
  );
}

const NO_BREAK_SPACE = '\u00a0';
const DASHES: ReadonlySet<string> = new Set(['-', '–']);

/** Whether a dash stands before a number: "Kazakhstan - 9" may break only before the dash. */
function isDashBeforeNumber(word: Word, next: Word | undefined): boolean {
  return DASHES.has(word.text) && !word.endsLine && /^\d/.test(next?.text ?? '');
}

/** A range of figures, such as 2023–2025, stays on one line. */
function isRange(word: Word, next: Word | undefined): boolean {
  return word.space === '' && /\d–$/.test(word.text) && /^\d/.test(next?.text ?? '');
}

/** Appends the pieces of a word to `words`. */
function splitWordInto(words: Word[], word: RunWord, rules: BreakRules): void {
  const { text, space } = trimWord(word.text, words.length === 0);
  const bound = rules.splitBound === true ? text.split(NO_BREAK_SPACE) : [text];
  for (const part of bound.slice(0, -1)) {
    splitPartInto(words, { ...word, text: part, space: NO_BREAK_SPACE, isBound: true }, rules);
  }
  splitPartInto(words, { ...word, text: bound.at(-1) ?? '', space, isBound: false }, rules);
}

/** A word, or what a no-break space parts of one, with the space behind it. */
interface WordPart extends RunWord {
  readonly space: string;
  /** A no-break space binds it to the next. */
  readonly isBound: boolean;
}

/** What only web and mail addresses have. */
const ADDRESS = /:\/\/|www\.|@/i;

function splitPartInto(words: Word[], word: WordPart, rules: BreakRules): void {
  const { breaksAddresses, hyphenate, keepCompounds = false } = rules;
  const { style, text, space, isBound } = word;
  const divided = hyphenate?.(text) ?? [text];
  const isDivided = divided.length > 1;
  const isWhole = isDivided || (breaksAddresses === true && !ADDRESS.test(text));
  const { breakAfter = '', breakBefore = '' } = rules;
  const pieces = isWhole ? divided : splitAddress(text, breakAfter, breakBefore);
  const hyphenWidth = isDivided ? measureText(style, '-') : 0;
  const endsLine = word.lineEnd === true && !isBound;
  const isGlued = isBound || word.noNewLine === true || (keepCompounds && space === '');
  let before = '';
  let widthBefore = 0;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    // Syllables are measured with those before them, so that the widths add up to the drawn word's.
    before = isDivided ? before + piece : piece;
    const width = measureText(style, before);
    words.push({
      style,
      text: piece,
      width: isDivided ? width - widthBefore : width,
      space: last ? space : '',
      spaceWidth: last ? measureText(style, space) : 0,
      noBreakAfter: last && !endsLine && isGlued,
      endsLine: last && endsLine,
      hyphenWidth: last ? 0 : hyphenWidth,
    });
    widthBefore = width;
  }
}

/** Separates a word from the space after it. Leading white space is dropped from the first word. */
function trimWord(typed: string, isFirst: boolean): { text: string; space: string } {
  const bare = typed.trimEnd();
  const inner = bare.trimStart();
  const text = inner.length < bare.length && !isFirst ? ` ${inner}` : inner;
  return { text, space: bare.length < typed.length ? ' ' : '' };
}

/** Splits a URL where it may be broken; consecutive separators (`://`) stay together. */
function splitAddress(text: string, after: string, before: string): string[] {
  if (after === '' && before === '') return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    const last = piece.at(-1) ?? '';
    const breaksAfter = isOneOf(after, last) && !isOneOf(after + before, character);
    const breaksBefore = isOneOf(before, character) && !isOneOf(after + before, last);
    if (piece !== '' && (breaksAfter || breaksBefore)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function isOneOf(characters: string, character: string): boolean {
  return character !== '' && characters.includes(character);
}

/** Splits a word into letters, each with its combining marks. */
export function cutWord(word: Word): Word[] {
  const letters = word.text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  const cut = {
    space: '',
    spaceWidth: 0,
    noBreakAfter: false,
    endsLine: false,
    hyphenWidth: 0,
    cut: true,
  };
  return letters.map((text, index) => {
    const width = measureText(word.style, text);
    return index === letters.length - 1
      ? { ...word, text, width }
      : { ...word, ...cut, text, width };
  });
}

/** Letters of a long word that are measured first: about as many as a line has. */
const FIRST_TRY = 64;
/** Number of letters that is wider than any line. */
const LONG_TAIL = 300;

/**
 * Splits a word so that its first part is at most `width` pt wide but has at least one character;
 * undefined for a single character.
 */
export function splitWord(word: Word, width: number): [Word, Word] | undefined {
  const characters = [...word.text];
  if (characters.length < 2) return undefined;
  const isWithin = (count: number) =>
    measureText(word.style, characters.slice(0, count).join('')) <= width;
  let fits = 1;
  // Doubles the length before the binary search: a line holds few letters of a very long word.
  let tooMany = Math.min(FIRST_TRY, characters.length);
  while (tooMany < characters.length && isWithin(tooMany)) {
    fits = tooMany;
    tooMany = Math.min(tooMany * 2, characters.length);
  }
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (isWithin(middle)) fits = middle;
    else tooMany = middle;
  }
  const head = characters.slice(0, fits).join('');
  const tail = characters.slice(fits).join('');
  const headWidth = measureText(word.style, head);
  // A long tail is split again, so an estimate of its width saves shaping it.
  const tailWidth =
    characters.length - fits > LONG_TAIL ? word.width - headWidth : measureText(word.style, tail);
  const cut = { space: '', spaceWidth: 0, noBreakAfter: false, endsLine: false, hyphenWidth: 0 };
  return [
    { ...word, ...cut, text: head, width: headWidth },
    { ...word, text: tail, width: tailWidth },
  ];
}
