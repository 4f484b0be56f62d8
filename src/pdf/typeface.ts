// Adds to pdfkit fonts that outlive a document: a file is parsed once, a text shaped once. pdfkit
// parses each font for each document; here it does so for a document that is never written, the
// specimen, and the documents that are written embed what the specimen has parsed.
import type { KeptShelves } from '../memory/kept-shelves.ts';
import type { Memory, Shelf } from '../memory/memory.ts';
import { digestOf, type Store } from '../memory/store.ts';
import type { EmbeddedFont, ShapedText } from './embedded-font.ts';
import { encodeByMeaning } from './encode-by-meaning.ts';
import { nameGlyphs } from './name-glyphs.ts';
import { PdfDocument } from './pdfmake.ts';
import { withBriefPost } from './post-table.ts';
import { ShapeBook } from './shape-book.ts';

/** Cut fonts that are kept, 50 kB each: those of as many issues. */
const MOST_SUBSETS = 4;

/** A font file that was parsed. */
export interface Typeface {
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
  embedIn(document: PdfDocument, id: string): EmbeddedFont;
}

/** The typefaces of a process. */
export interface TypeCase {
  /** The typeface of a TrueType file; the same one for the same buffer. */
  open(file: Buffer): Typeface;
  /** Takes from the store and from shelves what was made of these fonts in earlier runs. */
  recall(files: readonly Buffer[], store: Store, shelves: KeptShelves): Promise<void>;
  /** Puts what the fonts have shaped into the store, where that is more than was there. */
  keep(store: Store): Promise<void>;
}

/** Makes a type case; the texts that its fonts have shaped are kept in the memory. */
export function createTypeCase(memory: Memory): TypeCase {
  const options = { font: null, fontLayoutCache: false };
  const specimen = new PdfDocument({}, {}, {}, {}, options, null, () => false);
  const opened = new WeakMap<Buffer, Typeface>();
  const books = new Map<Buffer, ShapeBook>();
  const subsets = new Map<Buffer, Subsets>();
  const recalled = (file: Buffer): Recalled => ({
    book: () => books.get(file),
    subsets: () => {
      const known = subsets.get(file) ?? memory.shelf();
      subsets.set(file, known);
      return known;
    },
  });
  return {
    open(file) {
      const known = opened.get(file);
      if (known) return known;
      const font = specimen.font(file)._font;
      font.font = withBriefPost(font.font, file);
      nameGlyphs(font.font);
      const typeface = createTypeface(font, recalled(file), memory);
      opened.set(file, typeface);
      return typeface;
    },
    async recall(files, store, shelves) {
      const unread = [...new Set(files)].filter((file) => !books.has(file));
      const read = unread.map(async (file) => {
        books.set(file, ShapeBook.read(await store.read(...pageOf(file))));
        const digest = digestOf(file);
        subsets.set(file, await shelves.open(`subsets-${digest.slice(0, 16)}`, MOST_SUBSETS));
      });
      await Promise.all(read);
    },
    async keep(store) {
      for (const [file, book] of books) {
        const written = book.writeNews();
        if (written !== undefined) await store.keep(...pageOf(file), written);
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
type Subsets = Shelf<string, string>;

/** What was made of a font's file in earlier runs, where that was recalled. */
interface Recalled {
  readonly book: () => ShapeBook | undefined;
  readonly subsets: () => Subsets;
}

function createTypeface(
  specimen: EmbeddedFont,
  { book, subsets }: Recalled,
  memory: Memory,
): Typeface {
  const shapes: Shelf<string, ShapedText> = memory.shelf();
  const shapeNow = (text: string) => {
    const shaped = specimen.layout(text);
    book()?.add(text, shaped);
    return shaped;
  };
  const shape = (text: string) => shapes.get(text, () => book()?.find(text) ?? shapeNow(text));
  const advances: Shelf<string, number> = memory.shelf();
  const advanceOf = (text: string) =>
    advances.get(text, () => book()?.advanceOf(text) ?? shape(text).advanceWidth);
  return {
    name: specimen.name,
    ascender: specimen.ascender,
    descender: specimen.descender,
    widthOfString: (text, size) => advanceOf(text) * (size / 1000),
    lineHeight: (size) => specimen.lineHeight(size),
    has: (character) => specimen.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    listCodePoints: () =>
      specimen.font.characterSet.filter((codePoint) =>
        specimen.font.hasGlyphForCodePoint(codePoint),
      ),
    embedIn(document, id) {
      // pdfkit does not export the class; every instance knows it.
      const font = new (specimen.constructor as FontClass)(document, specimen.font, id);
      font.layout = shape;
      const encodeNow = encodeByMeaning(font);
      const encoded = new Map<string, ReturnType<EmbeddedFont['encode']>>();
      // A glyph's code stays as it is in a document, and most words come more than once.
      font.encode = (text) => {
        const known = encoded.get(text) ?? encodeNow(text);
        encoded.set(text, known);
        return known;
      };
      const { subset } = font;
      const encode = subset.encode.bind(subset);
      const encodeAsText = () => Buffer.from(encode()).toString('base64');
      subset.encode = () =>
        Buffer.from(subsets().get(subset.glyphs.join(' '), encodeAsText), 'base64');
      return font;
    },
  };
}
