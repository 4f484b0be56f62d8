import type { PageNumbering } from './definition.ts';

// The rules of page numbering for the folios, the contents, the page labels and the build report.

/** Returns the number of a page, or undefined if it has none; `page` is the position from 1. */
export function pageNumber(numbering: PageNumbering, page: number): number | undefined {
  return page > numbering.unnumberedPages ? page - numbering.unnumberedPages : undefined;
}

/** Returns the number printed at the foot of page `page` of `pages`, or undefined if none is. */
export function printedNumber(
  numbering: PageNumbering,
  page: number,
  pages: number,
): number | undefined {
  if (pages === 1 && numbering.unnumberedIfSingle) return undefined;
  return page > pages - numbering.unnumberedAtEnd ? undefined : pageNumber(numbering, page);
}

/**
 * Returns the page labels of the PDF catalogue, so that viewers show the printed page numbers. Pages
 * before the first numbered one are labelled 0.
 * Source: ISO 32000-1, 12.4.2.
 */
export function pageLabels(numbering: PageNumbering): object {
  const numbered = { Type: 'PageLabel', S: 'D', St: 1 };
  if (numbering.unnumberedPages === 0) return { Nums: [0, numbered] };
  const unnumbered = { Type: 'PageLabel', P: new String('0') };
  return { Nums: [0, unnumbered, numbering.unnumberedPages, numbered] };
}
