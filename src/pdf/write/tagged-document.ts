// Extends pdfmake's document to conform to PDF/UA-1 and PDF/A-2a at once; pdfkit supports only one of
// them at a time. Sources: ISO 14289-1 (5, "Version identification"; 7.1) and ISO 19005-2 (6.6.2).

import type { Memo } from '../../cache/build-cache.ts';
import type { DocumentDefinition, Resources } from '../definition.ts';
import type { EncodedFont } from '../fonts/embedded-font.ts';
import type { Font, FontRegistry } from '../fonts/font.ts';
import { pageLabels } from '../page-numbers.ts';
import type { PdfReference } from '../pdfmake/fonts.ts';
import type { PdfDocument } from '../pdfmake/types.ts';
import type { DeflateCache } from './buffered-document.ts';
import { BufferedDocument } from './buffered-document.ts';

/** Matches operators with a named resource: a font, an image or a pattern. */
const RESOURCE_OPERAND = /\/(?!DeviceRGB\b)/;

/** An opacity of fills and strokes, and the index of the operator that sets it. */
interface Opacity {
  readonly at: number;
  readonly fill: number | null;
  readonly stroke: number | null;
}

/** The operators of a drawing in order, with the opacities among them. */
type Drawing = readonly (string | Opacity)[];

/** Drawings by content and position; undefined for a drawing that uses other named resources. */
export type Drawings = Memo<string, Drawing | undefined>;

/** XMP metadata: the PDF/UA identification, and its extension schema as PDF/A requires it. */
const PDFUA = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>`;

/** Resources and caches shared by all documents. */
export interface DocumentTools {
  readonly fonts: FontRegistry;
  readonly deflateCache: DeflateCache;
  readonly drawings: Drawings;
}

/** A tagged document with an output intent, metadata and page labels. */
export class TaggedPdfDocument extends BufferedDocument {
  readonly #registry: FontRegistry;
  readonly #deflateCache: DeflateCache;
  readonly #drawings: Drawings;
  readonly #embedded = new Map<Font, EncodedFont>();
  /** Operators of the current page, passed to pdfkit at once because it copies each call's bytes. */
  #pageContent: string[] = [];
  #opacities: Opacity[] = [];

  constructor(
    definition: DocumentDefinition,
    resources: Resources,
    { fonts, deflateCache, drawings }: DocumentTools,
  ) {
    const { info, date, language, pageSize, numbering } = definition;
    const options = {
      size: [pageSize.width, pageSize.height],
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      lang: language,
      displayTitle: true,
      compress: true,
      autoFirstPage: false,
      font: null,
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Keywords: info.keywords,
        Creator: info.author,
        Producer: 'pdfmake',
        CreationDate: date,
        ModDate: date,
      },
    };
    // Fonts and pictures are passed as bytes; a path or a URL in a definition would be a bug.
    const denyFiles = () => false;
    super(resources.fonts, { ...resources.pictures }, {}, {}, options, null, denyFiles);
    this.#registry = fonts;
    this.#deflateCache = deflateCache;
    this.#drawings = drawings;
    this._root.data.PageLabels = pageLabels(numbering);
    sortByCodes(this._root.data.Names as PdfReference);
    this.appendXML(PDFUA);
    this.appendXML(`
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>${date.toISOString().slice(0, 19)}Z</xmp:ModifyDate>
        </rdf:Description>`);
  }

  /** Returns a font as this document embeds it, for use on the current page. */
  useFont(font: Font): EncodedFont {
    const embedded = this.fontOf(font);
    this.page.fonts[embedded.id] ??= embedded.ref();
    return embedded;
  }

  override ref(data?: object): PdfReference {
    const reference = super.ref(data);
    // The base class's constructor creates objects before the fields of this class exist.
    if (#deflateCache in this) this.#deflateCache.attach(reference);
    return reference;
  }

  override addContent(operators: string): this {
    if (#pageContent in this) this.#pageContent.push(operators);
    else super.addContent(operators);
    return this;
  }

  /** Calls `draw` and returns the operators that it added to the page, one per line. */
  recordContent(draw: () => void): string {
    const start = this.#pageContent.length;
    draw();
    return this.#pageContent.slice(start).join('\n');
  }

  /** Replays the drawing cached under `key`; on a cache miss, calls `draw` and records it. */
  drawCached(key: string, draw: () => void): void {
    let isNew = false;
    const drawing = this.#drawings.get(key, () => {
      isNew = true;
      return this.#recordDrawing(draw);
    });
    if (isNew) return;
    if (drawing === undefined) draw();
    else for (const part of drawing) this.#replay(part);
  }

  #recordDrawing(draw: () => void): Drawing | undefined {
    const start = this.#pageContent.length;
    this.#opacities = [];
    draw();
    const drawing: (string | Opacity)[] = [];
    let next = start;
    for (const opacity of this.#opacities) {
      drawing.push(this.#pageContent.slice(next, opacity.at).join('\n'), opacity);
      next = opacity.at + 1;
    }
    drawing.push(this.#pageContent.slice(next).join('\n'));
    const usesResources = drawing.some(
      (part) => typeof part === 'string' && RESOURCE_OPERAND.test(part),
    );
    return usesResources ? undefined : drawing.filter((part) => part !== '');
  }

  #replay(part: string | Opacity): void {
    if (typeof part === 'string') this.addContent(part);
    else this._doOpacity(part.fill, part.stroke);
  }

  /** Records the opacity: its resource name differs between documents, so operators cannot be reused. */
  protected override _doOpacity(fill: number | null, stroke: number | null): void {
    this.#opacities.push({ at: this.#pageContent.length, fill, stroke });
    super._doOpacity(fill, stroke);
  }

  protected override flushPages(): void {
    if (this.#pageContent.length > 0) this.page.write(this.#pageContent.join('\n'));
    this.#pageContent = [];
    super.flushPages();
  }

  /** Returns the font of a family and style, and embeds it. */
  override provideFont(family: string, bold: boolean, italics: boolean): Font {
    const file = this.getFontFile(family, bold, italics);
    if (!file) throw new Error(`The theme has no font ${family}`);
    const font = this.#registry.open(file);
    this.fontOf(font);
    return font;
  }

  /** Returns a font as this document embeds it. */
  fontOf(font: Font): EncodedFont {
    const known = this.#embedded.get(font);
    if (known) return known;
    this._fontCount += 1;
    const embedded = font.embedIn(this, `F${this._fontCount}`);
    this.#embedded.set(font, embedded);
    // pdfkit writes the fonts in _fontFamilies when the document ends.
    const key = embedded.name in this._fontFamilies ? embedded.id : embedded.name;
    this._fontFamilies[key] = embedded;
    return embedded;
  }

  /**
   * Adds a link with its URL encoded as ASCII. pdfkit would write other characters as UTF-16, which
   * breaks the link. Source: ISO 32000-1, 12.6.4.7.
   */
  override link(...[x, y, width, height, url, options]: Parameters<PdfDocument['link']>): this {
    return super.link(x, y, width, height, new URL(url).href, options);
  }

  /** Escapes the document information: pdfkit writes it into the XML metadata without escaping. */
  protected override _addInfo(): void {
    const { info } = this;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === 'string' ? escapeXml(value) : value,
    ]);
    this.info = Object.fromEntries(escaped);
    super._addInfo();
    this.info = info;
  }
}

/**
 * Sorts named destinations by character code, as the PDF standard requires. pdfkit would sort them by
 * the locale of the machine, and load its collation rules. Source: ISO 32000-1, 7.9.6.
 */
function sortByCodes(names: PdfReference): void {
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  Object.assign(names.data.Dests as object, { _compareKeys: compare });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
