import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page; x and y are in pt from the top left of the page, y to the baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** Whether it is part of a word that is hyphenated across two lines. */
  readonly divided: boolean;
}

/** A line of text with its runs from left to right. */
export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** Whether the line ends in a hyphen that does not belong to the word. */
  readonly hyphenated: boolean;
}

/** A link: its position, and its address or the name of its destination. */
export interface PlacedLink {
  readonly target: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Position of a picture, in pt from the top left corner of the page. */
export interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Contents of a page. */
export interface ReadPage {
  readonly label: string;
  readonly pieces: readonly PlacedText[];
  readonly lines: readonly PlacedLine[];
  readonly links: readonly PlacedLink[];
  readonly pictures: readonly PlacedPicture[];
  readonly text: string;
}

/** A bookmark with its children; page counts from 1, y is in pt from the top of the page. */
export interface ReadBookmark {
  readonly title: string;
  readonly page: number;
  readonly y: number;
  readonly items: readonly ReadBookmark[];
}

/** A PDF read back with pdf.js. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly bookmarks: readonly ReadBookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  /** Returns the page (from 1) of a named destination, and y in pt from its top. */
  destination(name: string): Promise<{ page: number; y: number }>;
}

const packages = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Reads the text of a PDF with positions, links, page labels and bookmarks. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: join(packages, 'standard_fonts/'),
    verbosity: 0,
  });
  const document = await task.promise;
  const labels = (await document.getPageLabels()) ?? [];
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(await document.getPage(number), labels[number - 1] ?? ''));
  }
  const locate = async (explicit: unknown[]) => {
    const page = await document.getPageIndex(explicit[0] as { num: number; gen: number });
    const { height } = (await document.getPage(page + 1)).getViewport({ scale: 1 });
    return { page: page + 1, y: height - Number(explicit[3]) };
  };
  const readBookmarks = async (
    items: Awaited<ReturnType<typeof document.getOutline>>,
  ): Promise<ReadBookmark[]> =>
    Promise.all(
      (items ?? []).map(async ({ title, dest, items: below }) => ({
        title,
        ...(await locate(dest as unknown[])),
        items: await readBookmarks(below),
      })),
    );
  const { info } = await document.getMetadata();
  return {
    pages,
    bookmarks: await readBookmarks(await document.getOutline()),
    info: info as Record<string, unknown>,
    destination: async (name) => locate((await document.getDestination(name)) as unknown[]),
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: Page, label: string): Promise<ReadPage> {
  const { height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({
    disableNormalization: true,
    includeMarkedContent: true,
  });
  const marks: string[] = [];
  const pieces = content.items.flatMap((item) => {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(String((item as { tag?: string }).tag));
      return [];
    }
    if (item.str === '') return [];
    const [, , , size, x, y] = item.transform as number[];
    return [
      {
        text: item.str,
        x: x ?? 0,
        y: height - (y ?? 0),
        width: item.width,
        size: Math.abs(size ?? 0),
        font: item.fontName,
        divided: marks.at(-1) === 'Span',
      },
    ];
  });
  const annotations = await page.getAnnotations();
  const links = annotations.map(({ rect, url, unsafeUrl, dest }) => ({
    target: String(unsafeUrl ?? url ?? dest),
    x: rect[0],
    y: height - rect[3],
    width: rect[2] - rect[0],
  }));
  const lines = collectLines(pieces);
  const pictures = await readPictures(page, height);
  return { label, pieces, lines, links, pictures, text: joinLines(lines) };
}

/** Joins lines to a text without the hyphens of hyphenated words. */
export function joinLines(lines: readonly PlacedLine[]): string {
  return lines
    .map(({ text, hyphenated }) => (hyphenated ? text.slice(0, -1) : `${text}\n`))
    .join('')
    .trimEnd();
}

function collectLines(pieces: readonly PlacedText[]): PlacedLine[] {
  const rows = new Map<number, PlacedText[]>();
  for (const piece of pieces) {
    const key = [...rows.keys()].find((y) => Math.abs(y - piece.y) < 1) ?? piece.y;
    rows.set(key, [...(rows.get(key) ?? []), piece]);
  }
  return [...rows.values()]
    .map((row) => row.sort((a, b) => a.x - b.x))
    .map((row) => ({
      text: row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
      x: row[0]?.x ?? 0,
      y: row[0]?.y ?? 0,
      right: Math.max(
        ...row.filter(({ text }) => text.trim() !== '').map((piece) => piece.x + piece.width),
      ),
      size: Math.max(...row.map(({ size }) => size)),
      hyphenated: row.at(-1)?.divided === true && row.at(-1)?.text.endsWith('-') === true,
    }))
    .sort((a, b) => a.y - b.y);
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

/** Finds pictures by tracking the transformation matrix; a picture fills its unit square. */
async function readPictures(page: Page, pageHeight: number): Promise<PlacedPicture[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: PlacedPicture[] = [];
  const saved: Matrix[] = [];
  let current: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.save) saved.push(current);
    else if (operator === OPS.restore) current = saved.pop() ?? current;
    else if (operator === OPS.transform) current = multiply(current, argsArray[index]);
    else if (operator === OPS.paintImageXObject) {
      const [a, , , d, e, f] = current;
      const top = Math.max(f, f + d);
      pictures.push({
        x: Math.min(e, e + a),
        y: pageHeight - top,
        width: Math.abs(a),
        height: Math.abs(d),
      });
    }
  }
  return pictures;
}
