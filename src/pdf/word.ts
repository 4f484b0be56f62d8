import type { Inline } from './pdfmake.ts';

/** A piece of text that is not broken, with the white space that follows it; widths in pt. */
export interface Word {
  readonly style: Inline;
  readonly text: string;
  readonly width: number;
  readonly space: string;
  readonly spaceWidth: number;
  /** No break may stand between this word and the next. */
  readonly glued: boolean;
  /** The line ends after this word. */
  readonly endsLine: boolean;
}

/** Widths of text in an inline's style, in pt. */
export function measureText(style: Inline, text: string): number {
  if (text === '') return 0;
  return style.font.widthOfString(text, style.fontSize) + style.characterSpacing * text.length;
}

/**
 * The words of a measured paragraph. `breakAfter` names characters after which a word may be broken
 * too (an address's slashes and dots).
 */
export function collectWords(inlines: readonly Inline[], breakAfter = ''): Word[] {
  const words: Word[] = [];
  for (const inline of inlines) {
    const text = inline.text.replace(/\s+$/, '');
    const space = inline.text.length > text.length ? ' ' : '';
    const pieces = splitAfter(text.replace(/^\s+/, words.length === 0 ? '' : ' '), breakAfter);
    for (const [index, piece] of pieces.entries()) {
      const last = index === pieces.length - 1;
      words.push({
        style: inline,
        text: piece,
        width: measureText(inline, piece),
        space: last ? space : '',
        spaceWidth: last && space ? measureText(inline, space) : 0,
        glued: last ? inline.noNewLine === true : false,
        endsLine: last && inline.lineEnd === true,
      });
    }
  }
  return words;
}

function splitAfter(text: string, characters: string): string[] {
  if (characters === '') return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const [index, character] of [...text].entries()) {
    piece += character;
    const next = text[index + 1];
    // A run of signs (the two slashes after https:) stays together.
    if (characters.includes(character) && next !== undefined && !characters.includes(next)) {
      pieces.push(piece);
      piece = '';
    }
  }
  return piece === '' && pieces.length > 0 ? pieces : [...pieces, piece];
}

/** Splits a word so that its head is no wider than `width` pt; at least one character stays. */
export function splitWord(word: Word, width: number): [Word, Word] | undefined {
  const characters = [...word.text];
  if (characters.length < 2) return undefined;
  let fits = 1;
  let tooMany = characters.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measureText(word.style, characters.slice(0, middle).join('')) <= width) fits = middle;
    else tooMany = middle;
  }
  const head = characters.slice(0, fits).join('');
  const tail = characters.slice(fits).join('');
  return [
    {
      ...word,
      text: head,
      width: measureText(word.style, head),
      space: '',
      spaceWidth: 0,
      glued: false,
      endsLine: false,
    },
    { ...word, text: tail, width: measureText(word.style, tail) },
  ];
}
