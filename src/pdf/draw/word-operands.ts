import type { EmbeddedFont, GlyphPosition } from '../pdfmake/fonts.ts';

/** Hexadecimal codes of a text in a font's subset, and the positions of its glyphs. */
export type EncodedText = ReturnType<EmbeddedFont['encode']>;

/**
 * The elements of a TJ array that show a word. Codes after the last number are joined with those of the
 * next word.
 */
export interface WordOperands {
  /** Whether all glyphs stand on the baseline: none is raised or shifted. */
  readonly isOnBaseline: boolean;
  /** The first codes and the number after them; undefined if the word needs no number. */
  readonly head: { readonly codes: string; readonly adjustment: string } | undefined;
  /** The serialized elements after `head`, up to the last number. */
  readonly body: string;
  /** The codes after the last number. */
  readonly tail: string;
  /** Advance in thousandths of the size. */
  readonly advance: number;
}

const operandsCache = new WeakMap<EncodedText, WordOperands>();

/**
 * Returns the operands of a word; `extra` (1/1000 of the size) is added to the advance of each glyph.
 * Without `extra` they are cached, because most words of a document occur more than once.
 */
export function getWordOperands(encoded: EncodedText, extra: number): WordOperands {
  if (extra !== 0) return computeWordOperands(encoded, extra);
  const cachedOperands = operandsCache.get(encoded);
  if (cachedOperands) return cachedOperands;
  const word = computeWordOperands(encoded, 0);
  operandsCache.set(encoded, word);
  return word;
}

/** Computes the operands of a word without caching them. */
export function computeWordOperands([codes, positions]: EncodedText, extra: number): WordOperands {
  const adjusted: string[] = [];
  let head: WordOperands['head'];
  let pending = '';
  let advance = 0;
  let isOnBaseline = true;
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as GlyphPosition;
    pending += codes[index] ?? '';
    isOnBaseline &&= position.xOffset === 0 && position.yOffset === 0;
    advance += position.xAdvance + extra;
    const adjustment = position.xAdvance - position.advanceWidth + extra;
    if (adjustment === 0) continue;
    if (head) adjusted.push(`<${pending}> ${formatNumber(-adjustment)}`);
    else head = { codes: pending, adjustment: formatNumber(-adjustment) };
    pending = '';
  }
  const body = adjusted.join(' ');
  return { isOnBaseline, head, body, tail: pending, advance };
}

/** Formats a number for a content stream: no exponent, at most three decimals. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
