import { Document, type PDFDocument } from 'mupdf';

/** A filled rectangle on a page, in pt from the page's top left corner. */
export interface PlacedRectangle {
  /** Number of its sheet, from 1. */
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangles that a PDF's pages fill with a colour, in drawing order. */
export function readRectangles(bytes: Uint8Array): PlacedRectangle[] {
  const number = '(-?[\\d.]+)';
  const filled = new RegExp(`^${number} ${number} ${number} ${number} re\\n(?:.*\\n){0,3}f$`, 'gm');
  return readOperators(bytes).flatMap((operators, index) =>
    [...operators.matchAll(filled)].map((match) => {
      const [left = 0, top = 0, width = 0, height = 0] = match.slice(1).map(Number);
      return { page: index + 1, left, top, right: left + width, bottom: top + height };
    }),
  );
}

/** The left edge of a bullet at half its height, in pt from the page's top left corner. */
export interface PlacedBullet {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** The ellipses of a PDF's pages, in drawing order. */
export function readBullets(bytes: Uint8Array): PlacedBullet[] {
  return readOperators(bytes).flatMap((operators, index) =>
    [...operators.matchAll(/^(-?[\d.]+) (-?[\d.]+) m\n(?:.* c\n){4}/gm)].map(([, x, y]) => ({
      page: index + 1,
      x: Number(x),
      y: Number(y),
    })),
  );
}

/** The operators of each page; pdfkit turns pages upside down, so that heights count from their heads. */
function readOperators(bytes: Uint8Array): string[] {
  const document = Document.openDocument(bytes, 'application/pdf') as PDFDocument;
  return Array.from({ length: document.countPages() }, (_, index) =>
    document.findPage(index).get('Contents').readStream().asString(),
  );
}
