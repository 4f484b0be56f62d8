// Shares fonts between pdfkit documents: each file is parsed once and each text shaped once. pdfkit
// parses each font for each document. Here it parses them for a scratch document, which is never
// written, and the written documents embed the parsed fonts.

import type { BuildCache, Memo } from '../../cache/build-cache.ts';
import { type CacheFiles, digestOf } from '../../cache/cache-files.ts';
import type { PersistentCache } from '../../cache/persistent-cache.ts';
import type { EmbeddedFont, ShapedText } from '../pdfmake/fonts.ts';
import { PdfDocument } from '../pdfmake/types.ts';
import { type EncodedFont, encodeByCharacters } from './embedded-font.ts';
import { keepRequestedCharacters, withShortPostTable } from './parsed-font.ts';
import { ShapingCache } from './shaping-cache.ts';

/** Cached subsets of each font, 50 kB each: those of the last four issues. */
const MAX_SUBSETS = 4;

/** A parsed font file. */
export interface Font {
  /** PostScript name, such as Tinos-Bold. */
  readonly name: string;
  /** In thousandths of the size, like the descender. */
  readonly ascender: number;
  readonly descender: number;
  /** Returns the width of a text in pt at a size in pt. */
  widthOfString(text: string, size: number): number;
  /** Returns the height of a line in pt at a size in pt, without the font's line gap. */
  lineHeight(size: number): number;
  /** Whether the font has a glyph for a character. */
  has(character: string): boolean;
  /** Lists the code points that the font has glyphs for. */
  listCodePoints(): number[];
  /** Embeds in a document a subset with the glyphs that are used there. */
  embedIn(document: PdfDocument, id: string): EncodedFont;
}

/** The parsed fonts of a process by file. */
export interface FontRegistry {
  /** Returns the font of a TrueType file; the same one for the same buffer. */
  open(file: Buffer): Font;
  /** Loads the shaped texts and subsets that earlier runs saved for these fonts. */
  load(
    files: readonly Buffer[],
    cacheFiles: CacheFiles,
    persistentCache: PersistentCache,
  ): Promise<void>;
  /** Saves the shaped texts for later runs if there are new ones. */
  save(cacheFiles: CacheFiles): Promise<void>;
}

/** Returns an empty registry; shaped texts are cached in `buildCache`. */
export function createFontRegistry(buildCache: BuildCache): FontRegistry {
  const options = { font: null, fontLayoutCache: false };
  const scratchDocument = new PdfDocument({}, {}, {}, {}, options, null, () => false);
  const fonts = new WeakMap<Buffer, Font>();
  const shapingCaches = new Map<Buffer, ShapingCache>();
  const subsets = new Map<Buffer, Subsets>();
  const cachedFor = (file: Buffer): FontCaches => ({
    shapes: () => shapingCaches.get(file),
    subsets: () => {
      const known = subsets.get(file) ?? buildCache.memo();
      subsets.set(file, known);
      return known;
    },
  });
  return {
    open(file) {
      const known = fonts.get(file);
      if (known) return known;
      const parsed = scratchDocument.font(file)._font;
      parsed.font = withShortPostTable(parsed.font, file);
      keepRequestedCharacters(parsed.font);
      const font = createFont(parsed, cachedFor(file), buildCache);
      fonts.set(file, font);
      return font;
    },
    async load(files, cacheFiles, persistentCache) {
      const unloaded = [...new Set(files)].filter((file) => !shapingCaches.has(file));
      const loads = unloaded.map(async (file) => {
        shapingCaches.set(file, ShapingCache.parse(await cacheFiles.read(...cacheEntryOf(file))));
        const digest = digestOf(file);
        subsets.set(
          file,
          await persistentCache.open(`subsets-${digest.slice(0, 16)}`, MAX_SUBSETS),
        );
      });
      await Promise.all(loads);
    },
    async save(cacheFiles) {
      for (const [file, shapingCache] of shapingCaches) {
        const json = shapingCache.serializeIfChanged();
        if (json !== undefined) await cacheFiles.write(...cacheEntryOf(file), json);
      }
    },
  };
}

/** Returns the file name and the key under which a font's shaped texts are saved. */
function cacheEntryOf(file: Buffer): [name: string, key: string] {
  const digest = digestOf(file);
  return [`shapes-${digest.slice(0, 16)}.json`, `shapes ${digest}`];
}

type FontClass = new (
  document: PdfDocument,
  font: EmbeddedFont['font'],
  id: string,
) => EmbeddedFont;

/** Font subsets in base64 by the identifiers of their glyphs. */
type Subsets = Memo<string, string>;

/** Results of earlier runs for a font file; `shapes` is undefined until they are loaded. */
interface FontCaches {
  readonly shapes: () => ShapingCache | undefined;
  readonly subsets: () => Subsets;
}

function createFont(
  parsed: EmbeddedFont,
  { shapes, subsets }: FontCaches,
  buildCache: BuildCache,
): Font {
  const shapeMemo: Memo<string, ShapedText> = buildCache.memo();
  const shapeUncached = (text: string) => {
    const shaped = parsed.layout(text);
    shapes()?.add(text, shaped);
    return shaped;
  };
  const shape = (text: string) =>
    shapeMemo.get(text, () => shapes()?.find(text) ?? shapeUncached(text));
  const advances: Memo<string, number> = buildCache.memo();
  const advanceOf = (text: string) =>
    advances.get(text, () => shapes()?.advanceOf(text) ?? shape(text).advanceWidth);
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
      // pdfkit does not export the class, so it is taken from an instance.
      const font = new (parsed.constructor as FontClass)(document, parsed.font, id);
      font.layout = shape;
      const { subset } = font;
      const encode = subset.encode.bind(subset);
      const encodeAsText = () => Buffer.from(encode()).toString('base64');
      subset.encode = () =>
        Buffer.from(subsets().get(subset.glyphs.join(' '), encodeAsText), 'base64');
      return encodeByCharacters(font);
    },
  };
}
