import type { PageNumbering } from './definition.ts';

// The one policy of page numbers: folio, contents, page labels and build report all ask here.

/** The number of a page, or undefined where it has none; `page` counts sheets from 1. */
export function pageNumber(numbering: PageNumbering, page: number): number | undefined {
  return page > numbering.unnumberedPages ? page - numbering.unnumberedPages : undefined;
}

/** The number printed in the foot of a page of `pages`, or undefined where none is. */
export function printedNumber(
  numbering: PageNumbering,
  page: number,
  pages: number,
): number | undefined {
  return page > pages - numbering.unnumberedAtEnd ? undefined : pageNumber(numbering, page);
}

/**
 * The catalogue's page labels, so that a viewer's page field shows the printed numbers. Pages
 * before the first numbered one are labelled 0, as the layout calls the cover.
 * Source: ISO 32000-1, 12.4.2.
 */
export function pageLabels(numbering: PageNumbering): object {
  const numbered = { Type: 'PageLabel', S: 'D', St: 1 };
  if (numbering.unnumberedPages === 0) return { Nums: [0, numbered] };
  const unnumbered = { Type: 'PageLabel', P: new String('0') };
  return { Nums: [0, unnumbered, numbering.unnumberedPages, numbered] };
}
