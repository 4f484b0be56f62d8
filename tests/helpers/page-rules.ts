import type { PlacedLine, PlacedPicture, ReadPage, ReadPdf } from './read-pdf.ts';

// What the layout's "what never happens" list says, looked for in a finished PDF.

const POINTS_PER_MM = 72 / 25.4;
/** The text block of the page, in pt from the page's top left corner. */
export const TEXT_BLOCK = {
  left: 25 * POINTS_PER_MM,
  right: (210 - 15) * POINTS_PER_MM,
  top: 20 * POINTS_PER_MM,
  bottom: (297 - 20) * POINTS_PER_MM,
};
/** Size of the running text and the indent of its paragraphs, in pt; beside a photo it is half. */
const TEXT_SIZE = 14;
const INDENT = 35;

/** The lines of a page's text, without the folio. */
export function textLines(page: ReadPage): PlacedLine[] {
  return page.lines.filter(({ y }) => y < TEXT_BLOCK.bottom);
}

/** Lines that run into a margin, as text. */
export function linesInMargins(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) =>
    textLines(page)
      .filter(({ x, right }) => x < TEXT_BLOCK.left - 0.1 || right > TEXT_BLOCK.right + 0.1)
      .map(({ text }) => `${page.label}: ${text}`),
  );
}

/** Lines that stand on a picture, or nearer to it than half the gutter. */
export function linesOnPictures(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) =>
    page.pictures.flatMap((picture) =>
      page.pieces
        .filter(({ text }) => text.trim() !== '')
        .filter(({ x, y, width, size }) => {
          const beside = x + width <= picture.x - 5 || x >= picture.x + picture.width + 5;
          const clear = y + size * 0.2 <= picture.y || y - size * 0.7 >= picture.y + picture.height;
          return !beside && !clear;
        })
        .map(({ text }) => `${page.label}: ${text}`),
    ),
  );
}

/** Pictures that are cut by a page's edge or stand in a margin. */
export function picturesInMargins(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) =>
    page.pictures
      .filter(
        ({ x, y, width, height }) =>
          x < TEXT_BLOCK.left - 0.1 ||
          x + width > TEXT_BLOCK.right + 0.1 ||
          y < TEXT_BLOCK.top - 0.1 ||
          y + height > TEXT_BLOCK.bottom + 0.1,
      )
      .map(() => page.label),
  );
}

/** What a line of running text is, told by its place: paragraphs are indented, titles centred. */
type LineKind = 'opening' | 'inner' | 'title' | 'other';

function kindOf(line: PlacedLine, page: ReadPage): LineKind {
  const isTitle = line.text === line.text.toUpperCase() && /\p{Lu}/u.test(line.text);
  if (isTitle) return 'title';
  if (page.links.some((link) => link.y < line.y && line.y - link.y < TEXT_SIZE * 1.2))
    return 'other';
  if (Math.abs(line.size - TEXT_SIZE) > 0.1) return 'other';
  const beside = photoBeside(line, page);
  const photoIsLeft = beside && beside.x < TEXT_BLOCK.left + 1;
  const left = photoIsLeft ? beside.x + beside.width + 10 : TEXT_BLOCK.left;
  if (Math.abs(line.x - left - (beside ? INDENT / 2 : INDENT)) < 0.1) return 'opening';
  return Math.abs(line.x - left) < 0.1 ? 'inner' : 'other';
}

/** The photo that a line stands beside. */
export function photoBeside(line: PlacedLine, page: ReadPage): PlacedPicture | undefined {
  return page.pictures.find(
    ({ x, width, y, height }) =>
      line.y > y &&
      line.y - TEXT_SIZE < y + height + 5 &&
      (line.x >= x + width || line.right <= x + 0.1),
  );
}

/** First or last lines of paragraphs that stand alone at a page's head or foot. */
export function singleLines(pdf: ReadPdf): string[] {
  const found: string[] = [];
  const pages = inside(pdf);
  for (const [index, page] of pages.entries()) {
    const lines = textLines(page);
    const kinds = lines.map((line) => kindOf(line, page));
    if (kinds[0] === 'inner' && kinds[1] !== 'inner')
      found.push(`head of ${page.label}: ${lines[0]?.text}`);
    const next = pages[index + 1];
    const nextKind = next && textLines(next)[0] && kindOf(textLines(next)[0] as PlacedLine, next);
    if (kinds.at(-1) === 'opening' && nextKind === 'inner')
      found.push(`foot of ${page.label}: ${lines.at(-1)?.text}`);
  }
  return found;
}

/** Titles that end a page, or whose page ends before two lines of text. */
export function strandedTitles(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) => {
    const lines = textLines(page);
    const kinds = lines.map((line) => kindOf(line, page));
    return lines
      .filter(
        (_, i) =>
          kinds[i] === 'title' && kinds.slice(i).filter((kind) => kind !== 'title').length < 2,
      )
      .map(({ text }) => `${page.label}: ${text}`);
  });
}

/** Sources, or what is left of them, that open a page without two lines of their article above. */
export function sourcesAlone(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) => {
    const [first, second] = textLines(page);
    const alone = [first, second].find((line) => line && isSource(line, page));
    return alone ? [`${page.label}: ${alone.text}`] : [];
  });
}

/** A line that is a link from its beginning to its end. */
function isSource(line: PlacedLine, page: ReadPage): boolean {
  return page.links.some(
    ({ x, y, width }) =>
      y < line.y &&
      line.y - y < TEXT_SIZE * 1.2 &&
      Math.abs(x + width - line.right) < 1 &&
      Math.abs(x - line.x) < 1,
  );
}

/** Last pages of sections that have fewer than three lines. */
export function shortSectionEnds(pdf: ReadPdf): string[] {
  const starts = pdf.bookmarks.map(({ page }) => page);
  return [...starts.slice(1), pdf.pages.length].flatMap((start) => {
    const last = pdf.pages[start - 2];
    const lines = last ? textLines(last) : [];
    return lines.length < 3 ? [`${last?.label}: ${lines.at(-1)?.text}`] : [];
  });
}

/** The pages between masthead and back cover. */
function inside(pdf: ReadPdf): ReadPage[] {
  return pdf.pages.slice(2, -1);
}
