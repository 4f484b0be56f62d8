// Tables, subheadings and addresses of bodies, read back from the finished PDF.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { linesInMargins, linesOnPictures } from '../../helpers/page-rules.ts';
import type { ReadPdf } from '../../helpers/read-pdf.ts';
import { readStructureTexts, type StructureText } from '../../helpers/read-structure.ts';
import { makeText } from '../../helpers/render-issue.ts';
import { renderSections } from '../../helpers/render-sections.ts';

const TABLE = `| Region | 2023 | Share |
|---|--:|---|
| Almaty | 1,204.5 | 12.5 % |
| Turkestan | 56 | 5 % |`;
const BODY = `See https://example.org/a*b*c?d=1 and [https://xn--b1aew.xn--p1ai/%D0%B4](https://мвд.рф/%D0%B4).

### The figures of *two* years

${makeText(30, 1)}

${TABLE}

> ### In a quote
> 2*3*4 and C:\\new\\*.txt`;

let pdf: ReadPdf;
let texts: StructureText[];

beforeAll(async () => {
  const rendered = await renderSections([
    [{ body: BODY }],
    [{ body: `${makeText(20, 2)}\n\n### Below\n\n${makeText(40, 3)}`, photo: { side: 'left' } }],
    [{ body: `${makeText(20, 2)}\n\n${TABLE}`, photo: { side: 'right' } }],
  ]);
  pdf = rendered.pdf;
  texts = await readStructureTexts(rendered.bytes);
});

test('a subheading is a heading below the title', () => {
  const at = texts.findIndex(({ text }) => text === 'The figures of two years');
  expect(texts[at]?.roles.at(-1)).toBe('H3');
  const isHeading = ({ roles }: StructureText) => /^H\d$/.test(roles.at(-1) ?? '');
  const before = texts.slice(0, at).filter(isHeading);
  expect(before.at(-1)?.roles.at(-1)).toBe('H2');
  const quoted = texts.find(({ text }) => text === 'In a quote');
  expect(quoted?.roles.slice(-2)).toEqual(['BlockQuote', 'H3']);
  expect(pdf.bookmarks.map(({ title }) => title)).not.toContain('The figures of two years');
});

test('a table has rows of cells', () => {
  const cells = texts.filter(({ roles }) => roles.includes('Table')).slice(0, 9);
  expect(cells.map(({ roles, text }) => `${roles.slice(-2).join(' ')} ${text}`)).toEqual([
    ...['TR TH Region', 'TR TH 2023', 'TR TH Share'],
    ...['TR TD Almaty', 'TR TD 1,204.5', 'TR TD 12.5 %'],
    ...['TR TD Turkestan', 'TR TD 56', 'TR TD 5 %'],
  ]);
});

test('an address is a link to its ASCII form, and marks in words are printed', () => {
  const links = pdf.pages.flatMap((page) => page.links.map(({ target }) => target));
  expect(links).toContain('https://example.org/a*b*c?d=1');
  expect(links).toContain('https://xn--b1aew.xn--p1ai/%D0%B4');
  expect(texts.some(({ text }) => text === '2*3*4 and C:\\new\\*.txt')).toBe(true);
});

describe('beside a photo', () => {
  test.each(['Below', 'Region'])('%s stands below it', (words) => {
    const page = pdf.pages
      .slice(3)
      .find(({ lines }) => lines.some(({ text }) => text.startsWith(words)));
    const [picture] = page?.pictures ?? [];
    const line = page?.lines.find(({ text }) => text.startsWith(words));
    expect(line?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0) + 5);
  });

  test('nothing runs over it or into a margin', () => {
    expect(linesOnPictures(pdf)).toEqual([]);
    expect(linesInMargins(pdf)).toEqual([]);
  });
});

test('a subheading stays with two lines of text and is never the last line of a page', async () => {
  const sections = Array.from({ length: 12 }, (_, index) => [
    { body: `${makeText(430 + index * 12, index)}\n\n### Subheading\n\n${makeText(40, 3)}` },
  ]);
  const { pdf: swept } = await renderSections(sections);
  const stranded = swept.pages.filter(({ lines }) => {
    const at = lines.findIndex(({ text }) => text === 'Subheading');
    return at >= 0 && lines.slice(at + 1).filter(({ text }) => !/^\d+$/.test(text)).length < 2;
  });
  expect(stranded).toEqual([]);
});
