import { expect, test } from '@jest/globals';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { escapeMarkdown } from '../../src/text/escape-markdown.ts';

const TRICKY = [
  'a | b',
  '<img src=x onerror=alert(1)>',
  '[text](https://example.org)',
  '![picture](x.png)',
  '*strong* and _slanted_ and ~~struck~~',
  '`code` and $x^2$',
  '# heading',
  '- item',
  '1. item',
  '+ item',
  '> quote',
  '=====',
  '&lt;b&gt;',
  'ends in a backslash \\',
  'a \\* b',
  '<!-- hidden',
  'https://example.org/a_b_c and www.example.org',
];

test.each(TRICKY)('%s is shown literally', (text) => {
  const [block, ...more] = fromMarkdown(escapeMarkdown(text)).children;
  expect(more).toEqual([]);
  expect(block).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: text }] });
});

// GitHub looks for names and numbers after parsing Markdown.
test.each([
  ['@someone', /@[a-z]/i],
  ['mail to name@example.org', /@[a-z]/i],
  ['see #12', /#\d/],
  ['see owner/name#12', /#\d/],
  ['see GH-12', /GH-\d/i],
  ['see gh-12', /GH-\d/i],
  [':tada:', /:[a-z]/],
])('%s is not a reference', (text, reference) => {
  const [block] = fromMarkdown(escapeMarkdown(text)).children;
  const value =
    block?.type === 'paragraph' && 'value' in (block.children[0] ?? {})
      ? block.children[0]
      : undefined;
  const read = value && 'value' in value ? value.value : '';
  expect(text).toMatch(reference);
  expect(read).not.toMatch(reference);
  expect(read.replaceAll('\u200b', '')).toBe(text);
});

test('escapes vertical bars and joins lines', () => {
  expect(escapeMarkdown(' a\n| b ')).toBe('a \\| b');
});
