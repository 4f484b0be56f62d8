import type { BulletinDocument } from './bulletin-document.ts';
import type { GlyphPosition } from './embedded-font.ts';

/** The line of writing that a pen begins on, in pt from the page's top left corner. */
interface PenPlace {
  readonly x: number;
  readonly baseline: number;
  readonly fontSize: number;
  /** Horizontal scale of everything shown. */
  readonly scale: number;
}

/**
 * Shows glyphs one after the other inside a text object. Those that stand on one line of writing are
 * one piece, shown at once; marks that are raised or moved begin another.
 */
export class GlyphPen {
  /** The codes it has shown. */
  readonly codes = new Set<string>();
  readonly #document: BulletinDocument;
  readonly #place: PenPlace;
  #x: number;
  /** The open piece: its offset in 1/1000 of the size, what is to be shown, and codes not yet in it. */
  #xOffset: number | undefined;
  #yOffset = 0;
  #shown: string[] = [];
  #pending = '';

  constructor(document: BulletinDocument, place: PenPlace) {
    this.#document = document;
    this.#place = place;
    this.#x = place.x;
  }

  /** Shows a glyph by its code in the font's subset; `extra` (1/1000 of the size) widens its advance. */
  show(code: string, position: GlyphPosition, extra: number): void {
    const { xOffset, yOffset, xAdvance, advanceWidth } = position;
    if (xOffset !== this.#xOffset || yOffset !== this.#yOffset) this.#startPiece(position);
    const { fontSize, scale } = this.#place;
    this.#pending += code;
    this.codes.add(code);
    const shift = xAdvance - advanceWidth + extra;
    if (shift !== 0) {
      this.#shown.push(`<${this.#pending}> ${formatNumber(-shift)}`);
      this.#pending = '';
    }
    this.#x += (xAdvance + extra) * (fontSize / 1000) * scale;
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

  /** The page's y axis points down; the text matrix mends it. */
  #startPiece({ xOffset, yOffset }: GlyphPosition): void {
    this.endPiece();
    this.#xOffset = xOffset;
    this.#yOffset = yOffset;
    const { baseline, fontSize, scale } = this.#place;
    const x = this.#x + xOffset * (fontSize / 1000) * scale;
    const y = baseline - (yOffset * fontSize) / 1000;
    this.#document.addContent(`1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm`);
  }
}

/** A number as PDF wants it: no exponent, no more places than can be seen. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
