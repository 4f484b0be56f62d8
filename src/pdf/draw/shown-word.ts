import type { EmbeddedFont, GlyphPosition } from '../pdfmake/fonts.ts';

/** A text's codes in a font's subset, in hexadecimal, and the places of its glyphs. */
export type EncodedText = ReturnType<EmbeddedFont['encode']>;

/**
 * What shows a word's glyphs one after the other, in the parts of a TJ array. Codes that no number
 * follows join those of the next word.
 */
export interface ShownWord {
  /** All glyphs stand on the line of writing: none is raised or moved. */
  readonly isLevel: boolean;
  /** The first codes, and the number after them; none where a word has no number in it. */
  readonly head: { readonly codes: string; readonly shift: string } | undefined;
  /** What follows up to the last number, ready to be written. */
  readonly body: string;
  /** The codes after the last number. */
  readonly tail: string;
  /** Advance in thousandths of the size. */
  readonly advance: number;
}

const known = new WeakMap<EncodedText, ShownWord>();

/**
 * A word's parts; `extra` (1/1000 of the size) widens the advance of each glyph. Most words of a
 * document come more than once, and are described once.
 */
export function describeWord(encoded: EncodedText, extra: number): ShownWord {
  if (extra !== 0) return describeNow(encoded, extra);
  const described = known.get(encoded);
  if (described) return described;
  const word = describeNow(encoded, 0);
  known.set(encoded, word);
  return word;
}

/** The same of what does not come again. */
export function describeNow([codes, positions]: EncodedText, extra: number): ShownWord {
  const numbered: string[] = [];
  let head: ShownWord['head'];
  let pending = '';
  let advance = 0;
  let isLevel = true;
  for (let index = 0; index < positions.length; index += 1) {
    const position = positions[index] as GlyphPosition;
    pending += codes[index] ?? '';
    isLevel &&= position.xOffset === 0 && position.yOffset === 0;
    advance += position.xAdvance + extra;
    const shift = position.xAdvance - position.advanceWidth + extra;
    if (shift === 0) continue;
    if (head) numbered.push(`<${pending}> ${formatNumber(-shift)}`);
    else head = { codes: pending, shift: formatNumber(-shift) };
    pending = '';
  }
  const body = numbered.join(' ');
  return { isLevel, head, body, tail: pending, advance };
}

/** A number as PDF wants it: no exponent, no more places than can be seen. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
