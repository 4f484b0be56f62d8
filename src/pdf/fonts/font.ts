// Adds to pdfkit fonts that are shared by documents: a file is parsed once, a text shaped once. pdfkit
// parses each font for each document. Here it parses them for a scratch document, which is never
// written, and the written documents embed the parsed fonts.

import type { BuildCache, Memo } from '../../cache/build-cache.ts';
import { type CacheFiles, digestOf } from '../../cache/cache-files.ts';
import type { PersistentCache } from '../../cache/persistent-cache.ts';
import type { EmbeddedFont, ShapedText } from '../pdfmake/fonts.ts';
import { PdfDocument } from '../pdfmake/types.ts';
import { type EncodedFont, encodeByMeaning } from './embedded-font.ts';
import { keepAskedCharacters, withSmallPostTable } from './parsed-font.ts';
import { ShapingCache } from './shaping-cache.ts';

/** Cut fonts that are kept, 50 kB each: those of as many issues. */
const MOST_SUBSETS = 4;

/** A font file that was parsed. */
export interface Font {
  /** The font's own name, such as Tinos-Bold. */
  readonly name: string;
  /** In thousandths of the size. */
  readonly ascender: number;
  readonly descender: number;
  /** Width of a text in pt at a size in pt. */
  widthOfString(text: string, size: number): number;
  /** Height in pt of a line at a size in pt, without the font's own gap. */
  lineHeight(size: number): number;
  /** Whether the font has a glyph for a character. */
  has(character: string): boolean;
  /** The code points that the font has glyphs for. */
  listCodePoints(): number[];
  /** The font as it goes into a document: with the glyphs that are used there, and no others. */
  embedIn(document: PdfDocument, id: string): EncodedFont;
}

/** The parsed fonts of a process, by their files. */
export interface FontRegistry {
  /** Returns the font of a TrueType file; the same one for the same buffer. */
  open(file: Buffer): Font;
  /** Reads what earlier runs have cached of these fonts. */
  load(
    files: readonly Buffer[],
    cacheFiles: CacheFiles,
    persistentCache: PersistentCache,
  ): Promise<void>;
  /** Saves the shaped texts for later runs, if there are new ones. */
  keep(cacheFiles: CacheFiles): Promise<void>;
}

/** Returns an empty registry; shaped texts are cached in `memory`. */
export function createFontRegistry(buildCache: BuildCache): FontRegistry {
  const options = { font: null, fontLayoutCache: false };
  const scratchDocument = new PdfDocument({}, {}, {}, {}, options, null, () => false);
  const opened = new WeakMap<Buffer, Font>();
  const savedMaps = new Map<Buffer, ShapingCache>();
  const subsets = new Map<Buffer, Subsets>();
  const cachedFor = (file: Buffer): FontCaches => ({
    book: () => savedMaps.get(file),
    subsets: () => {
      const known = subsets.get(file) ?? buildCache.memo();
      subsets.set(file, known);
      return known;
    },
  });
  return {
    open(file) {
      const known = opened.get(file);
      if (known) return known;
      const parsed = scratchDocument.font(file)._font;
      parsed.font = withSmallPostTable(parsed.font, file);
      keepAskedCharacters(parsed.font);
      const font = createFont(parsed, cachedFor(file), buildCache);
      opened.set(file, font);
      return font;
    },
    async load(files, cacheFiles, persistentCache) {
      const unread = [...new Set(files)].filter((file) => !savedMaps.has(file));
      const read = unread.map(async (file) => {
        savedMaps.set(file, ShapingCache.read(await cacheFiles.read(...pageOf(file))));
        const digest = digestOf(file);
        subsets.set(
          file,
          await persistentCache.open(`subsets-${digest.slice(0, 16)}`, MOST_SUBSETS),
        );
      });
      await Promise.all(read);
    },
    async keep(cacheFiles) {
      for (const [file, book] of savedMaps) {
        const written = book.writeNews();
        if (written !== undefined) await cacheFiles.keep(...pageOf(file), written);
      }
    },
  };
}

/** The name and the key of what is kept of a font. */
function pageOf(file: Buffer): [name: string, key: string] {
  const digest = digestOf(file);
  return [`shapes-${digest.slice(0, 16)}.json`, `shapes ${digest}`];
}

type FontClass = new (
  document: PdfDocument,
  font: EmbeddedFont['font'],
  id: string,
) => EmbeddedFont;

/** Parts of a font's file in base64, by the numbers of their glyphs. */
type Subsets = Memo<string, string>;

/** What was made of a font's file in earlier runs, where that was recalled. */
interface FontCaches {
  readonly book: () => ShapingCache | undefined;
  readonly subsets: () => Subsets;
}

function createFont(
  parsed: EmbeddedFont,
  { book, subsets }: FontCaches,
  buildCache: BuildCache,
): Font {
  const shapes: Memo<string, ShapedText> = buildCache.memo();
  const shapeNow = (text: string) => {
    const shaped = parsed.layout(text);
    book()?.add(text, shaped);
    return shaped;
  };
  const shape = (text: string) => shapes.get(text, () => book()?.find(text) ?? shapeNow(text));
  const advances: Memo<string, number> = buildCache.memo();
  const advanceOf = (text: string) =>
    advances.get(text, () => book()?.advanceOf(text) ?? shape(text).advanceWidth);
  return {
    name: parsed.name,
    ascender: parsed.ascender,
    descender: parsed.descender,
    widthOfString: (text, size) => advanceOf(text) * (size / 1000),
    lineHeight: (size) => parsed.lineHeight(size),
    has: (character) => parsed.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    listCodePoints: () =>
      parsed.font.characterSet.filter((codePoint) => parsed.font.hasGlyphForCodePoint(codePoint)),
    embedIn(document, id) {
      // pdfkit does not export the class; every instance knows it.
      const font = new (parsed.constructor as FontClass)(document, parsed.font, id);
      font.layout = shape;
      const { subset } = font;
      const encode = subset.encode.bind(subset);
      const encodeAsText = () => Buffer.from(encode()).toString('base64');
      subset.encode = () =>
        Buffer.from(subsets().get(subset.glyphs.join(' '), encodeAsText), 'base64');
      return encodeByMeaning(font);
    },
  };
}
