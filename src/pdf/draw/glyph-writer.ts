import type { GlyphPosition } from '../pdfmake/fonts.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import {
  describeNow,
  describeWord,
  type EncodedText,
  formatNumber,
  type ShownWord,
} from './shown-word.ts';

/** The line of writing that a pen begins on, in pt from the page's top left corner. */
interface PenPlace {
  readonly x: number;
  readonly baseline: number;
  readonly fontSize: number;
  /** Horizontal scale of everything shown. */
  readonly scale: number;
}

/** On the line of writing. */
const LEVEL = { xOffset: 0, yOffset: 0 };

/** The operator that begins a piece at a place on the page, in pt. The matrix turns the y axis up. */
export function pieceAt(x: number, y: number): string {
  return `1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm`;
}

/**
 * Shows glyphs one after the other inside a text object. Those that stand on one line of writing are
 * one piece, shown at once; marks that are raised or moved begin another.
 */
export class GlyphWriter {
  /** All that it has shown is one piece, at its place. */
  isOnePiece = true;
  #pieces = 0;
  readonly #document: TaggedPdfDocument;
  readonly #place: PenPlace;
  #x: number;
  /** The open piece: its offset in 1/1000 of the size, what is to be shown, and codes not yet in it. */
  #xOffset: number | undefined;
  #yOffset = 0;
  #shown: string[] = [];
  #pending = '';

  constructor(document: TaggedPdfDocument, place: PenPlace) {
    this.#document = document;
    this.#place = place;
    this.#x = place.x;
  }

  /** Shows a word; `extra` (1/1000 of the size) widens the advance of each of its glyphs. */
  show(word: EncodedText, extra: number): void {
    const shown = describeWord(word, extra);
    if (shown.isLevel) {
      this.#moveTo(LEVEL);
      this.#add(shown);
      return;
    }
    const [codes, positions] = word;
    for (const [index, position] of positions.entries()) {
      this.#moveTo(position);
      this.#add(describeNow([[codes[index] ?? ''], [position]], extra));
    }
  }

  /** Ends the open piece; what is shown after it begins another. */
  endPiece(): void {
    if (this.#xOffset === undefined) return;
    if (this.#pending !== '') this.#shown.push(`<${this.#pending}>`);
    this.#document.addContent(`[${this.#shown.join(' ')}] TJ`);
    this.#xOffset = undefined;
    this.#shown = [];
    this.#pending = '';
  }

  /** Adds glyphs to the open piece. */
  #add({ head, body, tail, advance }: ShownWord): void {
    if (head) {
      this.#shown.push(`<${this.#pending}${head.codes}> ${head.shift}`);
      if (body !== '') this.#shown.push(body);
      this.#pending = tail;
    } else {
      this.#pending += tail;
    }
    this.#x += advance * (this.#place.fontSize / 1000) * this.#place.scale;
  }

  /** Begins a piece at an offset, where the open one has another. */
  #moveTo({ xOffset, yOffset }: Pick<GlyphPosition, 'xOffset' | 'yOffset'>): void {
    if (xOffset === this.#xOffset && yOffset === this.#yOffset) return;
    this.endPiece();
    this.#pieces += 1;
    this.isOnePiece = this.#pieces === 1 && xOffset === 0 && yOffset === 0;
    this.#xOffset = xOffset;
    this.#yOffset = yOffset;
    const { baseline, fontSize, scale } = this.#place;
    const x = this.#x + xOffset * (fontSize / 1000) * scale;
    this.#document.addContent(pieceAt(x, baseline - (yOffset * fontSize) / 1000));
  }
}
