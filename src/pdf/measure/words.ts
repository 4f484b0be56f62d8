import type { Hyphenator } from '../../text/hyphenator.ts';
import type { TextWord } from '../pdfmake/measure.ts';
import type { RunStyle } from './styles.ts';

/** A piece of text that is not broken, with the white space that follows it; widths in pt. */
export interface Word {
  readonly style: RunStyle;
  readonly text: string;
  readonly width: number;
  readonly space: string;
  readonly spaceWidth: number;
  /** No break may stand between this piece and the next. */
  readonly noBreakAfter: boolean;
  /** The line ends after this piece. */
  readonly endsLine: boolean;
  /** Width of the hyphen that is drawn when a line ends here; 0 where a break needs none. */
  readonly hyphenWidth: number;
  /** A break after this piece would cut a word for want of a line that is wide enough. */
  readonly cut?: boolean;
}

/** Where words may be broken beside their ends. */
export interface BreakRules {
  /** Characters after which an address may be broken, and those before which it may. */
  readonly breakAfter?: string | undefined;
  readonly breakBefore?: string | undefined;
  readonly hyphenate?: Hyphenator | undefined;
  /** Words with hyphens stay on one line, as in a title. */
  readonly keepCompounds?: boolean;
}

/** Width of text in an inline's style, in pt. */
export function measureText(style: RunStyle, text: string): number {
  if (text === '') return 0;
  return style.font.widthOfString(text, style.fontSize) + style.characterSpacing * text.length;
}

/** A word of a text, with the look that it shares with the words of its run. */
export interface RunWord extends TextWord {
  readonly style: RunStyle;
}

/** The pieces of a measured paragraph, in the order of reading. */
export function collectWords(runWords: readonly RunWord[], rules: BreakRules = {}): Word[] {
  const words: Word[] = [];
  for (const word of runWords) splitWordInto(words, word, rules);
  return words.map((word, index) =>
    isDashBeforeNumber(word, words[index + 1]) ? { ...word, noBreakAfter: true } : word,
  );
}

const DASHES: ReadonlySet<string> = new Set(['-', '–']);

/** A dash between a name and its number: "Kazakhstan - 9" may break before the dash alone. */
function isDashBeforeNumber(word: Word, next: Word | undefined): boolean {
  return DASHES.has(word.text) && !word.endsLine && /^\d/.test(next?.text ?? '');
}

/** Adds the pieces of a word to those of the words before it. */
function splitWordInto(words: Word[], word: RunWord, rules: BreakRules): void {
  const { breakAfter = '', breakBefore = '', hyphenate, keepCompounds = false } = rules;
  const { style } = word;
  const { text, space } = trimWord(word.text, words.length === 0);
  const divided = hyphenate?.(text) ?? [text];
  const isDivided = divided.length > 1;
  const pieces = isDivided ? divided : splitAddress(text, breakAfter, breakBefore);
  const hyphenWidth = isDivided ? measureText(style, '-') : 0;
  const endsLine = word.lineEnd === true;
  let before = '';
  let widthBefore = 0;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    // Syllables are measured in their word, so that the pieces together are as wide as it is drawn.
    before = isDivided ? before + piece : piece;
    const width = measureText(style, before);
    words.push({
      style,
      text: piece,
      width: isDivided ? width - widthBefore : width,
      space: last ? space : '',
      spaceWidth: last ? measureText(style, space) : 0,
      noBreakAfter:
        last && !endsLine && (word.noNewLine === true || (keepCompounds && space === '')),
      endsLine: last && endsLine,
      hyphenWidth: last ? 0 : hyphenWidth,
    });
    widthBefore = width;
  }
}

/** A word's text, and the space after it; of the white space before it the first word has none. */
function trimWord(typed: string, isFirst: boolean): { text: string; space: string } {
  const bare = typed.trimEnd();
  const inner = bare.trimStart();
  const text = inner.length < bare.length && !isFirst ? ` ${inner}` : inner;
  return { text, space: bare.length < typed.length ? ' ' : '' };
}

/** An address in the pieces between which it may be broken; a run of signs (`://`) stays together. */
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

/** A word letter by letter, marks with the letters they stand on: it may be cut after each. */
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

/** Letters of a word that are tried first: about as many as a line has. */
const FIRST_TRY = 64;
/** Letters that are wider together than any line. */
const LONG_TAIL = 300;

/** Splits a word so that its head is no wider than `width` pt; at least one character stays. */
export function splitWord(word: Word, width: number): [Word, Word] | undefined {
  const characters = [...word.text];
  if (characters.length < 2) return undefined;
  const isWithin = (count: number) =>
    measureText(word.style, characters.slice(0, count).join('')) <= width;
  let fits = 1;
  // Of a word of thousands of letters a line holds a few: no need to measure the whole of it.
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
  // What is left of a word without end is cut again, and need not be shaped for that.
  const tailWidth =
    characters.length - fits > LONG_TAIL ? word.width - headWidth : measureText(word.style, tail);
  const cut = { space: '', spaceWidth: 0, noBreakAfter: false, endsLine: false, hyphenWidth: 0 };
  return [
    { ...word, ...cut, text: head, width: headWidth },
    { ...word, text: tail, width: tailWidth },
  ];
}
