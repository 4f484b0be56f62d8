// Letters that titles in capitals keep, as the PDF, the rules and the site have them.
import { expect, test } from '@jest/globals';
import { buildNewsletter, sampleNewsletter } from '../helpers/check-newsletter.ts';
import { problemsOf, summariesOf } from '../helpers/read-issue.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { readStructureTexts } from '../helpers/read-structure.ts';
import { renderIssue } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const EMPTY = Buffer.alloc(0);

test.each([
  ['en', '5 kg of α-PVP, `de facto`, for a PhD', '5 kg OF α-PVP, de facto, FOR A PhD'],
  ['ru', 'ОсОО, 5 кг и `de facto` 10 мл', 'ОсОО, 5 кг И de facto 10 мл'],
])('an Information Release in %s', async (language, title, printed) => {
  const yaml = `language: ${language}\n${sampleIssue({ KZ: [{ title }] })}`;
  const { pdf, bytes, problems } = await renderIssue(yaml);
  const plain = (text = '') => text.replaceAll('\u00a0', ' ');
  expect(problems).toEqual([]);
  expect(pdf.pages[2]?.lines.map(({ text }) => plain(text))).toContain(printed);
  expect(plain(pdf.bookmarks[0]?.items[0]?.title)).toBe(printed);
  const headings = (await readStructureTexts(bytes ?? EMPTY)).filter(({ roles }) =>
    roles.includes('H2'),
  );
  expect(headings.map(({ text }) => plain(text))).toEqual([printed]);
});

test('a newsletter, also in a title that is not printed in capitals', async () => {
  const articles = [
    { title: 'Level of pH in `eau`', body: 'A text.' },
    { title: 'The `eau` again', capitals: false, body: 'Another text.' },
  ];
  const { bytes, problems } = await buildNewsletter(sampleNewsletter({ articles }));
  const { pages, bookmarks } = await readPdf(bytes);
  const lines = pages[0]?.lines.map(({ text }) => text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(lines).toEqual(expect.arrayContaining(['LEVEL OF pH IN eau', 'The eau again']));
  expect(bookmarks.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['Level of pH in eau', 'The eau again']),
  );
});

test('titles that differ in backticks or letter case alone are duplicates', () => {
  const twice = (a: string, b: string) =>
    summariesOf(problemsOf(sampleIssue({ KZ: [{ title: a }, { title: b }] })));
  expect(twice('Five of `kg`', 'FIVE OF kg')).toEqual([expect.stringContaining('title-twice')]);
  expect(twice('Five of `mol`', 'Five of mol')).toEqual([expect.stringContaining('title-twice')]);
  expect(twice('Five of `mol`', 'Five of mole')).toEqual([]);
});
