import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { composeReviewPage } from '../../../src/publishing/review/review-page.ts';

const CSS = 'body { margin: 0 }';
const PAGE = { number: 3, label: '2', file: '/a.webp', sha256: 'a' };
const ISSUE = {
  name: '<i>"2025-01"</i>',
  before: undefined,
  after: undefined,
  errors: 0,
  pages: undefined,
};

function compose(before: typeof PAGE | undefined, after: typeof PAGE | undefined, same: boolean) {
  const pages = [{ name: 'Page 2', before, after, same }];
  return composeReviewPage(
    [{ issue: ISSUE, pages }],
    CSS,
    new Map([['/a.webp', Buffer.from('picture')]]),
  );
}

test('embeds its pictures and blocks all other resources', () => {
  const html = compose(PAGE, PAGE, false);
  const hash = createHash('sha256').update(CSS).digest('base64');
  expect(html).toContain(`default-src 'none'; img-src data:; style-src 'sha256-${hash}'`);
  expect(html).toContain(`<style>${CSS}</style>`);
  const picture = `src="data:image/webp;base64,${Buffer.from('picture').toString('base64')}"`;
  expect(html.split(picture)).toHaveLength(3);
  expect(html).not.toMatch(/https?:/);
});

test('escapes markup in the name of an issue', () => {
  expect(compose(PAGE, PAGE, false)).not.toContain('<i>');
  expect(compose(PAGE, PAGE, false)).toContain('&lt;i&gt;&quot;2025-01&quot;&lt;/i&gt;');
});

test('labels each page as changed, unchanged, new or removed', () => {
  expect(compose(PAGE, PAGE, false)).toContain('<h3>Page 2: differs</h3>');
  expect(compose(PAGE, PAGE, true)).toContain('<h3>Page 2: unchanged</h3>');
  expect(compose(undefined, PAGE, false)).toMatch(/Page 2: new<.*Before: no such page/s);
  expect(compose(PAGE, undefined, false)).toMatch(/Page 2: removed<.*After: no such page/s);
});
