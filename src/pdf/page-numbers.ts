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

/** Returns a page number as it is printed, with leading zeros if the numbering has them. */
export function formatPageNumber({ digits = 1 }: PageNumbering, number: number): string {
  return String(number).padStart(digits, '0');
}

/**
 * Returns the page labels of the PDF catalogue, so that viewers show the printed page numbers. Pages
 * before the first numbered one are labelled 0.
 * Source: ISO 32000-1, 12.4.2.
 */
export function pageLabels(numbering: PageNumbering): object {
  const { unnumberedPages } = numbering;
  const numbered = numberedRanges(numbering).flatMap(([first, label]) => [
    unnumberedPages + first - 1,
    label,
  ]);
  if (unnumberedPages === 0) return { Nums: numbered };
  const unnumbered = { Type: 'PageLabel', P: new String('0') };
  return { Nums: [0, unnumbered, ...numbered] };
}

/** Returns the labels of the numbered pages, each with its first number: 1 to 9, 10 to 99 and so on. */
function numberedRanges({ digits = 1 }: PageNumbering): [first: number, label: object][] {
  return Array.from({ length: digits }, (_, index) => {
    const first = 10 ** index;
    const zeros = '0'.repeat(digits - index - 1);
    const prefix = zeros === '' ? {} : { P: new String(zeros) };
    return [first, { Type: 'PageLabel', S: 'D', ...prefix, St: first }];
  });
}
