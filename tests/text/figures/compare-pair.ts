import {
  compareFigures,
  type FigureDifference,
} from '../../../src/text/figures/compare-figures.ts';

/** Compares two texts by their languages, English with Russian unless other ones are given. */
export function compare(
  first: string,
  edition: string,
  language = 'en',
  other = 'ru',
  links: { readonly first?: readonly string[]; readonly edition?: readonly string[] } = {},
): FigureDifference {
  return compareFigures(
    { text: first, links: links.first ?? [], language },
    { text: edition, links: links.edition ?? [], language: other },
  );
}
