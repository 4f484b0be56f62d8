import { LruMap } from '../../cache/persistent-cache.ts';
import type { Glyph, GlyphPosition, ShapedText } from '../pdfmake/fonts.ts';

/** Most texts cached for one font; an issue of thirty articles has about 3,500. */
const MAX_TEXTS = 12_000;

/** A glyph of a shaped text, with its position. */
type GlyphEntry = readonly [glyph: Glyph, position: GlyphPosition];

/** A text, its width in thousandths of the size, and the indexes of its glyphs in the cache. */
type TextEntry = readonly [text: string, advanceWidth: number, ...glyphs: number[]];

/** Index of the first glyph in an entry. */
const FIRST_GLYPH = 2;

/** The serialized form of the cache. */
interface SavedShapes {
  readonly glyphs: readonly GlyphEntry[];
  readonly texts: readonly TextEntry[];
}

/**
 * Shaped texts of a font, which can be saved for later runs. Reading font tables and shaping takes a
 * large part of the time of a first build.
 */
export class ShapingCache {
  readonly #texts = new LruMap<TextEntry>(MAX_TEXTS);
  readonly #glyphs: GlyphEntry[] = [];
  readonly #glyphIndexes = new Map<string, number>();
  #isChanged = false;

  /** Returns a cache with the content of a saved one; an empty cache for undefined. */
  static parse(json: string | undefined): ShapingCache {
    const cache = new ShapingCache();
    if (json === undefined) return cache;
    const { glyphs, texts } = JSON.parse(json) as SavedShapes;
    for (const glyph of glyphs) cache.#indexOf(glyph);
    for (const entry of texts) cache.#texts.set(entry[0], entry);
    return cache;
  }

  /** Returns the width of a text in thousandths of the size; undefined if it is not cached. */
  advanceOf(text: string): number | undefined {
    return this.#texts.get(text)?.[1];
  }

  /** Returns the glyphs of a text; undefined if it is not cached. */
  find(text: string): ShapedText | undefined {
    const entry = this.#texts.get(text);
    if (!entry) return undefined;
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    // A plain loop for speed: this runs once for each distinct word of an issue.
    for (let place = FIRST_GLYPH; place < entry.length; place += 1) {
      const found = this.#glyphs[entry[place] as number];
      if (!found) continue;
      glyphs.push(found[0]);
      positions.push(found[1]);
    }
    return { glyphs, positions, advanceWidth: entry[1] };
  }

  /** Adds a shaped text; a full cache drops the least recently used one. */
  add(text: string, { glyphs, positions, advanceWidth }: ShapedText): void {
    const indexes = glyphs.map(({ id, advanceWidth: advance, codePoints }, index) => {
      const { xAdvance, advanceWidth: width, xOffset, yOffset } = positions[index] ?? NO_POSITION;
      const position = { xAdvance, advanceWidth: width, xOffset, yOffset };
      return this.#indexOf([{ id, advanceWidth: advance, codePoints }, position]);
    });
    this.#texts.set(text, [text, advanceWidth, ...indexes]);
    this.#isChanged = true;
  }

  /** Returns the cache as JSON; undefined if nothing was added since it was last read or serialized. */
  serializeIfChanged(): string | undefined {
    if (!this.#isChanged) return undefined;
    this.#isChanged = false;
    const texts = this.#texts.entries().map(([, entry]) => entry);
    return JSON.stringify({ glyphs: this.#glyphs, texts } satisfies SavedShapes);
  }

  #indexOf(entry: GlyphEntry): number {
    const [glyph, { xAdvance, advanceWidth, xOffset, yOffset }] = entry;
    const offsets = `${xAdvance} ${advanceWidth} ${xOffset} ${yOffset}`;
    const key = `${glyph.id} ${glyph.advanceWidth} ${glyph.codePoints.join()} ${offsets}`;
    const index = this.#glyphIndexes.get(key) ?? this.#glyphs.push(entry) - 1;
    this.#glyphIndexes.set(key, index);
    return index;
  }
}

const NO_POSITION: GlyphPosition = { xAdvance: 0, advanceWidth: 0, xOffset: 0, yOffset: 0 };
