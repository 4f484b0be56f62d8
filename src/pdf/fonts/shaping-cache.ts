import { LruMap } from '../../cache/persistent-cache.ts';
import type { Glyph, GlyphPosition, ShapedText } from '../pdfmake/fonts.ts';

/** Texts of one font in a book at the most; an issue of thirty articles has about 3,500. */
const MOST_TEXTS = 12_000;

/** A glyph as it stands in a text: what the font's reader says of it, and its place. */
type GlyphEntry = readonly [glyph: Glyph, position: GlyphPosition];

/** A text, its width in thousandths of the size, and its glyphs by their numbers in the book. */
type TextEntry = readonly [text: string, advanceWidth: number, ...glyphs: number[]];

/** Where the glyphs of an entry begin. */
const FIRST_GLYPH = 2;

/** What a book is on paper. */
interface Pages {
  readonly glyphs: readonly GlyphEntry[];
  readonly texts: readonly TextEntry[];
}

/**
 * The texts that a font has shaped, such that they can be written down and read in another run. Reading
 * fonts' tables and shaping is a good part of a first build's time.
 */
export class ShapingCache {
  readonly #texts = new LruMap<TextEntry>(MOST_TEXTS);
  readonly #glyphs: GlyphEntry[] = [];
  readonly #glyphNumbers = new Map<string, number>();
  #hasNews = false;

  /** A book with what an earlier one has written down. */
  static read(written: string | undefined): ShapingCache {
    const book = new ShapingCache();
    if (written === undefined) return book;
    const { glyphs, texts } = JSON.parse(written) as Pages;
    for (const glyph of glyphs) book.#numberOf(glyph);
    for (const entry of texts) book.#texts.set(entry[0], entry);
    return book;
  }

  /** A text's width in thousandths of the size, if it is in the book. */
  advanceOf(text: string): number | undefined {
    return this.#texts.get(text)?.[1];
  }

  /** A text's glyphs, if it is in the book. */
  find(text: string): ShapedText | undefined {
    const entry = this.#texts.get(text);
    if (!entry) return undefined;
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    // A plain loop: this is asked for each different word of an issue, once.
    for (let place = FIRST_GLYPH; place < entry.length; place += 1) {
      const found = this.#glyphs[entry[place] as number];
      if (!found) continue;
      glyphs.push(found[0]);
      positions.push(found[1]);
    }
    return { glyphs, positions, advanceWidth: entry[1] };
  }

  /** Enters a text that was shaped; in a full book it takes the place of the one unused for longest. */
  add(text: string, { glyphs, positions, advanceWidth }: ShapedText): void {
    const numbers = glyphs.map(({ id, advanceWidth: advance, codePoints }, index) => {
      const { xAdvance, advanceWidth: width, xOffset, yOffset } = positions[index] ?? NOWHERE;
      const position = { xAdvance, advanceWidth: width, xOffset, yOffset };
      return this.#numberOf([{ id, advanceWidth: advance, codePoints }, position]);
    });
    this.#texts.set(text, [text, advanceWidth, ...numbers]);
    this.#hasNews = true;
  }

  /** The book on paper; undefined when it has nothing that was not read or written before. */
  writeNews(): string | undefined {
    if (!this.#hasNews) return undefined;
    this.#hasNews = false;
    const texts = this.#texts.entries().map(([, entry]) => entry);
    return JSON.stringify({ glyphs: this.#glyphs, texts } satisfies Pages);
  }

  #numberOf(entry: GlyphEntry): number {
    const [glyph, { xAdvance, advanceWidth, xOffset, yOffset }] = entry;
    const places = `${xAdvance} ${advanceWidth} ${xOffset} ${yOffset}`;
    const name = `${glyph.id} ${glyph.advanceWidth} ${glyph.codePoints.join()} ${places}`;
    const number = this.#glyphNumbers.get(name) ?? this.#glyphs.push(entry) - 1;
    this.#glyphNumbers.set(name, number);
    return number;
  }
}

const NOWHERE: GlyphPosition = { xAdvance: 0, advanceWidth: 0, xOffset: 0, yOffset: 0 };
