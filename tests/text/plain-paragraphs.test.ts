import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRichText } from '../../src/text/parse-rich-text.ts';
import { splitPlainParagraphs } from '../../src/text/plain-paragraphs.ts';

/** Parses a text with the CommonMark parser; the link appended to it rules out the short cut. */
function parseByCommonMark(text: string) {
  const { blocks, badLinks } = parseRichText(`${text}\n\n[a](https://example.org)`);
  return { blocks: blocks.slice(0, -1), badLinks };
}

const PIECES = [
  ...['word', 'Слово', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\n - ', '\n-', '\n– ', '\u00a0'],
  ...['### ', '\n### ', '|', '|--|', '\n|-|-|\n', ':-', 'www.a.kz', 'https://a.kz', 'a@b.kz'],
  ...['1. ', '\n2) ', '2024.', '\n1234567890. ', '# ', '\n## ', '\n===', '\n---', '~~~', '\n    '],
  ...['*', '_', '[', ']', '<', '>', '&amp;', '`', '\\', '!', '|', '\0', '\u2028', '+', '\n+ '],
];

test('plain text is parsed like CommonMark', () => {
  let plain = 0;
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (written) => {
      if (splitPlainParagraphs(written)) plain += 1;
      expect(parseRichText(written)).toEqual(parseByCommonMark(written));
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(100);
});

test.each(['*a*', '[a](https://example.org)', '- a', '> a', '1. a', 'a\\', 'a  \nb', 'a\r\nb'])(
  '%j is passed to the CommonMark parser',
  (text) => {
    expect(splitPlainParagraphs(text)).toBeUndefined();
  },
);

test('numbers, dashes and markup of other formats are plain', () => {
  const text = 'In 2024\n1,500 people – and 12 more.\n\n# 19\nA = B | C';
  expect(splitPlainParagraphs(text)).toEqual([
    { text: 'In 2024\n1,500 people – and 12 more.', at: 0 },
    { text: '# 19\nA = B | C', at: 37 },
  ]);
});
