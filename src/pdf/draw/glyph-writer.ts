import type { GlyphPosition } from '../pdfmake/fonts.ts';
import type { TaggedPdfDocument } from '../write/tagged-document.ts';
import {
  computeWordOperands,
  type EncodedText,
  formatNumber,
  getWordOperands,
  type WordOperands,
} from './word-operands.ts';

/** Where a text object begins, in pt from the page's top left corner. */
interface TextOrigin {
  readonly x: number;
  readonly baseline: number;
  readonly fontSize: number;
  /** Horizontal scale of everything shown. */
  readonly scale: number;
}

/** Offsets of a glyph that stands on the baseline. */
const ON_BASELINE = { xOffset: 0, yOffset: 0 };

/** Returns the Tm operator for a position on the page, in pt. The matrix flips the y axis. */
export function textMatrix(x: number, y: number): string {
  return `1 0 0 -1 ${formatNumber(x)} ${formatNumber(y)} Tm`;
}

/**
 * Shows glyphs one after the other inside a text object. Consecutive glyphs with the same offset are one
 * segment: a Tm and a TJ operator. A mark that is raised or shifted begins a new segment.
 */
export class GlyphWriter {
  /** Whether everything shown so far is one segment at the origin. */
  isOneSegment = true;
  #segmentCount = 0;
  readonly #document: TaggedPdfDocument;
  readonly #origin: TextOrigin;
  #x: number;
  /** The open segment: offset in 1/1000 of the size, elements of its TJ array, codes not yet added. */
  #xOffset: number | undefined;
  #yOffset = 0;
  #elements: string[] = [];
  #pending = '';

  constructor(document: TaggedPdfDocument, origin: TextOrigin) {
    this.#document = document;
    this.#origin = origin;
    this.#x = origin.x;
  }

  /** Shows a word; `extra` (1/1000 of the size) widens the advance of each of its glyphs. */
  show(word: EncodedText, extra: number): void {
    const operands = getWordOperands(word, extra);
    if (operands.isOnBaseline) {
      this.#moveTo(ON_BASELINE);
      this.#add(operands);
      return;
    }
    const [codes, positions] = word;
    for (const [index, position] of positions.entries()) {
      this.#moveTo(position);
      this.#add(computeWordOperands([[codes[index] ?? ''], [position]], extra));
    }
  }

  /** Writes the open segment; glyphs shown later begin a new one. */
  endSegment(): void {
    if (this.#xOffset === undefined) return;
    if (this.#pending !== '') this.#elements.push(`<${this.#pending}>`);
    this.#document.addContent(`[${this.#elements.join(' ')}] TJ`);
    this.#xOffset = undefined;
    this.#elements = [];
    this.#pending = '';
  }

  /** Adds glyphs to the open segment. */
  #add({ head, body, tail, advance }: WordOperands): void {
    if (head) {
      this.#elements.push(`<${this.#pending}${head.codes}> ${head.adjustment}`);
      if (body !== '') this.#elements.push(body);
      this.#pending = tail;
    } else {
      this.#pending += tail;
    }
    this.#x += advance * (this.#origin.fontSize / 1000) * this.#origin.scale;
  }

  /** Begins a segment unless the open one has this offset. */
  #moveTo({ xOffset, yOffset }: Pick<GlyphPosition, 'xOffset' | 'yOffset'>): void {
    if (xOffset === this.#xOffset && yOffset === this.#yOffset) return;
    this.endSegment();
    this.#segmentCount += 1;
    this.isOneSegment = this.#segmentCount === 1 && xOffset === 0 && yOffset === 0;
    this.#xOffset = xOffset;
    this.#yOffset = yOffset;
    const { baseline, fontSize, scale } = this.#origin;
    const x = this.#x + xOffset * (fontSize / 1000) * scale;
    this.#document.addContent(textMatrix(x, baseline - (yOffset * fontSize) / 1000));
  }
}
