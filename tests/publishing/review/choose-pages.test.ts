import { expect, test } from '@jest/globals';
import { alignPages, choosePages } from '../../../src/publishing/review/align-pages.ts';

/** Pages with the letters as their hashes; the cover has the label 0. */
function draw(hashes: string) {
  return [...hashes].map((sha256, index) => ({
    number: index + 1,
    label: String(index),
    file: `${sha256}.webp`,
    sha256,
  }));
}

function choose(before: string, after: string, firstPage: number): string[] {
  const pairs = alignPages([...before], [...after]);
  const pages = choosePages(pairs, { before: draw(before), after: draw(after) }, firstPage);
  return pages.map(
    ({ name, before: old, after: now }) => `${name}: ${old?.sha256 ?? '-'}${now?.sha256 ?? '-'}`,
  );
}

test('shows the cover, the contents, and the pages that differ', () => {
  expect(choose('abcde', 'abXde', 2)).toEqual(['Cover: aa', 'Contents: bb', 'Page 2: cX']);
});

test('shows all pages of the contents', () => {
  expect(choose('abcde', 'abcde', 3)).toEqual(['Cover: aa', 'Contents: bb', 'Contents: cc']);
});

test('shows inserted and removed pages with their own numbers', () => {
  expect(choose('abcd', 'abXcd', 2)).toEqual(['Cover: aa', 'Contents: bb', 'Page 2: -X']);
  expect(choose('abcd', 'abd', 2)).toEqual(['Cover: aa', 'Contents: bb', 'Page 2: c-']);
});

test('shows every page of a new issue', () => {
  expect(choose('', 'abc', 2)).toEqual(['Cover: -a', 'Contents: -b', 'Page 2: -c']);
});
