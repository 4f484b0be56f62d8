import type { PlacedLine, PlacedPicture, ReadPage, ReadPdf } from './read-pdf.ts';

// Finds violations of the layout's rules in a finished PDF.

const POINTS_PER_MM = 72 / 25.4;
/** Text block of a page, in pt from the page's top left corner. */
export const TEXT_BLOCK = {
  left: 25 * POINTS_PER_MM,
  right: (210 - 15) * POINTS_PER_MM,
  top: 20 * POINTS_PER_MM,
  bottom: (297 - 20) * POINTS_PER_MM,
};
/** Size of the body text and indent of its paragraphs, in pt; beside a photo the indent is half. */
const TEXT_SIZE = 14;
const INDENT = 35;

/** Returns the text lines of a page, without the page number. */
export function textLines(page: ReadPage): PlacedLine[] {
  return page.lines.filter(({ y }) => y < TEXT_BLOCK.bottom);
}

/** Finds lines that run into a margin. */
export function linesInMargins(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) =>
    textLines(page)
      .filter(({ x, right }) => x < TEXT_BLOCK.left - 0.1 || right > TEXT_BLOCK.right + 0.1)
      .map(({ text }) => `${page.label}: ${text}`),
  );
}

/** Finds lines that overlap a picture or are closer to it than half the gutter. */
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

/** Finds pictures that are cut off by the page edge or run into a margin. */
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

/** Kind of a line of text, derived from its position: paragraphs are indented, titles centred. */
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

/** Returns the photo beside a line. */
export function photoBeside(line: PlacedLine, page: ReadPage): PlacedPicture | undefined {
  return page.pictures.find(
    ({ x, width, y, height }) =>
      line.y > y &&
      line.y - TEXT_SIZE < y + height + 5 &&
      (line.x >= x + width || line.right <= x + 0.1),
  );
}

/** Finds widows and orphans. */
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

/** Finds titles with fewer than two lines of text below them on the page. */
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

/** Finds sources at the top of a page without two lines of their article above. */
export function sourcesAlone(pdf: ReadPdf): string[] {
  return inside(pdf).flatMap((page) => {
    const [first, second] = textLines(page);
    const alone = [first, second].find((line) => line && isSource(line, page));
    return alone ? [`${page.label}: ${alone.text}`] : [];
  });
}

/** Whether a whole line is a link. */
function isSource(line: PlacedLine, page: ReadPage): boolean {
  return page.links.some(
    ({ x, y, width }) =>
      y < line.y &&
      line.y - y < TEXT_SIZE * 1.2 &&
      Math.abs(x + width - line.right) < 1 &&
      Math.abs(x - line.x) < 1,
  );
}

/** Finds last pages of sections with fewer than three lines. */
export function shortSectionEnds(pdf: ReadPdf): string[] {
  const starts = pdf.bookmarks.map(({ page }) => page);
  return [...starts.slice(1), pdf.pages.length].flatMap((start) => {
    const last = pdf.pages[start - 2];
    const lines = last ? textLines(last) : [];
    return lines.length < 3 ? [`${last?.label}: ${lines.at(-1)?.text}`] : [];
  });
}

/** Returns the pages between masthead and back cover. */
function inside(pdf: ReadPdf): ReadPage[] {
  return pdf.pages.slice(2, -1);
}
