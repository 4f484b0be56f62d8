import { expect, test } from '@jest/globals';
import {
  linesInMargins,
  linesOnPictures,
  strandedTitles,
  TEXT_BLOCK,
} from '../helpers/page-rules.ts';
import { makePhoto, makeText, renderIssue } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const WIDTH = TEXT_BLOCK.right - TEXT_BLOCK.left;
const PHOTO_WIDTH = (7 / 2.54) * 72;
const photo = 'hall.jpg';

async function renderArticle(
  article: Parameters<typeof sampleIssue>[0][string][number],
  image?: Buffer,
) {
  const photos = image ? { [photo]: image } : {};
  const { pdf } = await renderIssue(sampleIssue({ KZ: [article] }), photos);
  return pdf;
}

test('a photo is 7 cm wide at the left, with text 10 pt beside it and at full width below', async () => {
  const pdf = await renderArticle(
    { photo, body: `${makeText(60)}\n\n${makeText(120, 2)}` },
    await makePhoto(),
  );
  const [page] = pdf.pages.slice(2);
  const [picture] = page?.pictures ?? [];
  expect(picture?.x).toBeCloseTo(TEXT_BLOCK.left, 1);
  expect(picture?.width).toBeCloseTo(PHOTO_WIDTH, 1);
  expect(picture?.height).toBeCloseTo(PHOTO_WIDTH / 1.5, 1);
  const foot = (picture?.y ?? 0) + (picture?.height ?? 0);
  const body = page?.lines.filter(({ size, text }) => size === 14 && /[a-z]/.test(text)) ?? [];
  const beside = body.filter(({ y }) => y < foot);
  const below = body.filter(({ y }) => y - 14 > foot + 5);
  expect(beside.length).toBeGreaterThan(5);
  for (const { x } of beside)
    expect(x).toBeGreaterThanOrEqual(TEXT_BLOCK.left + PHOTO_WIDTH + 10 - 0.1);
  expect(below.length).toBeGreaterThan(2);
  expect(Math.min(...below.map(({ x }) => x))).toBeCloseTo(TEXT_BLOCK.left, 1);
});

test('a photo at the right has text at its left', async () => {
  const yaml = sampleIssue({ KZ: [{ photo, body: makeText(60) }] }).replace(
    'alt: Students in a hall',
    'alt: Students in a hall, side: right',
  );
  const { pdf } = await renderIssue(yaml, { [photo]: await makePhoto() });
  const page = pdf.pages[2];
  const picture = page?.pictures[0];
  expect((picture?.x ?? 0) + (picture?.width ?? 0)).toBeCloseTo(TEXT_BLOCK.right, 1);
  const beside =
    page?.lines.filter(
      ({ y, text }) => y > (picture?.y ?? 0) && y < (picture?.y ?? 0) + 100 && /[a-z]/.test(text),
    ) ?? [];
  for (const { right } of beside) expect(right).toBeLessThanOrEqual((picture?.x ?? 0) - 10 + 0.1);
});

test('a full-width photo has its caption below', async () => {
  const yaml = sampleIssue({ KZ: [{ photo, body: makeText(60) }] }).replace(
    'alt: Students in a hall',
    'alt: Students in a hall, side: full, caption: The hall, credit: A. Ivanova',
  );
  const { pdf } = await renderIssue(yaml, { [photo]: await makePhoto(1600, 900) });
  const page = pdf.pages[2];
  const picture = page?.pictures[0];
  expect(picture?.width).toBeCloseTo(WIDTH, 1);
  const caption = page?.lines.find(({ text }) => text === 'The hall A. Ivanova');
  expect(caption?.size).toBe(10);
  expect(caption?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0));
});

test('the photo of a short article does not overlap the next article', async () => {
  const { pdf } = await renderIssue(
    sampleIssue({ KZ: [{ photo, body: 'Short.' }, { title: 'The next event' }] }),
    { [photo]: await makePhoto() },
  );
  const page = pdf.pages[2];
  const picture = page?.pictures[0];
  const next = page?.lines.find(({ text }) => text === 'THE NEXT EVENT');
  expect(next?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0) + 10);
});

test('lists beside a photo keep their markers and their indent', async () => {
  const pdf = await renderArticle(
    { photo, body: '* first item\n* second item' },
    await makePhoto(),
  );
  const item = pdf.pages[2]?.lines.find(({ text }) => text.includes('first item'));
  expect(item?.x).toBeGreaterThan(TEXT_BLOCK.left + PHOTO_WIDTH + 10 + 22);
});

test('a title near the end of a page moves to the next page with its photo', async () => {
  const titles = Array.from({ length: 8 }, (_, index) => ({
    title: `Event number ${index}`,
    photo,
    body: makeText(90, index + 1),
  }));
  const { pdf } = await renderIssue(sampleIssue({ KZ: titles }), { [photo]: await makePhoto() });
  const shown = pdf.pages.flatMap((page) =>
    page.lines.filter(({ text }) => text.startsWith('EVENT NUMBER')).map(({ y }) => ({ page, y })),
  );
  expect(shown).toHaveLength(8);
  for (const { page, y } of shown)
    expect(page.pictures.some((picture) => picture.y > y && picture.y - y < 30)).toBe(true);
});

test('direct speech is a paragraph that begins with an en dash', async () => {
  const pdf = await renderArticle({ body: 'He said:\n\n- We have come far.' });
  expect(pdf.pages[2]?.text).toContain('– We have come far.');
});

test('emphasis, bold text and links are formatted', async () => {
  const pdf = await renderArticle({
    body: 'A *slanted* word, a **heavy** one and a [link](https://example.org/there).',
  });
  const page = pdf.pages[2];
  const fontOf = (text: string) => page?.pieces.find((piece) => piece.text.includes(text))?.font;
  expect(new Set(['slanted', 'heavy', 'word'].map(fontOf)).size).toBe(3);
  expect(page?.links.map(({ target }) => target)).toContain('https://example.org/there');
});

test('a long source breaks at punctuation, before a hyphen, and is a link on each line', async () => {
  const source = `https://example.org/${'a-long-name-of-a-page/'.repeat(8)}`;
  const pdf = await renderArticle({ source });
  const page = pdf.pages[2];
  const lines =
    page?.lines
      .filter(({ size }) => Math.abs(size - 12) < 0.1)
      .filter(({ text }) => /name|page/.test(text)) ?? [];
  expect(lines.map(({ text }) => text).join('')).toBe(source);
  expect(lines.length).toBeGreaterThan(1);
  for (const [index, { text, right }] of lines.slice(0, -1).entries()) {
    expect(`${text}\n${lines[index + 1]?.text}`).toMatch(/[/_?&=.]\n|[^-]\n-/);
    expect(right).toBeLessThanOrEqual(TEXT_BLOCK.right + 0.1);
  }
  expect(page?.links.filter(({ target }) => target === source)).toHaveLength(lines.length);
});

test('a word wider than the column is broken anywhere', async () => {
  const word = 'a'.repeat(200);
  const pdf = await renderArticle({ body: word });
  const lines = pdf.pages[2]?.lines.filter(({ text }) => /^a+$/.test(text)) ?? [];
  expect(lines.map(({ text }) => text).join('')).toBe(word);
  for (const { right } of lines) expect(right).toBeLessThanOrEqual(TEXT_BLOCK.right + 0.1);
});

test.each(['* first item\n* second item\n* third item', '> A passage of a few words.'])(
  'a source does not begin a page alone after %j',
  async (end) => {
    const articles = Array.from({ length: 24 }, (_, index) => ({
      source: `https://example.org/article-${index}`,
      body: `${makeText(330 + index * 9, index + 1)}\n\n${end}`,
    }));
    const { pdf } = await renderIssue(sampleIssue({ KZ: articles }));
    const alone = pdf.pages.filter(({ lines }) => lines[0]?.text.startsWith('https://'));
    expect(alone.map(({ label }) => label)).toEqual([]);
  },
);

test('no line of the introduction breaks between a dash and its number', async () => {
  // Topics of different lengths move the countries' numbers across the line.
  const ends: string[] = [];
  for (const from of ['2024-11-16', '2024-11-09', '2024-10-16', '2023-12-16']) {
    const countries = Object.fromEntries(
      ['KZ', 'KG', 'TJ', 'UZ', 'TM', 'AZ', 'RU'].map((country) => [country, [{}]]),
    );
    const { pdf } = await renderIssue(sampleIssue(countries, { from }));
    expect(pdf.pages[1]?.text.replaceAll('\n', ' ')).toContain('Kazakhstan - 1, ');
    ends.push(...(pdf.pages[1]?.lines.map(({ text }) => text) ?? []));
  }
  expect(ends.filter((text) => /[a-z] -$/.test(text))).toEqual([]);
});

test('a full-width photo in portrait format has its caption below', async () => {
  const yaml = sampleIssue({ KZ: [{ photo, body: makeText(60) }] }).replace(
    'alt: Students in a hall',
    'alt: Students in a hall, side: full, caption: The tower',
  );
  const { pdf } = await renderIssue(yaml, { [photo]: await makePhoto(600, 1200) });
  const picture = pdf.pages[2]?.pictures[0];
  const caption = pdf.pages[2]?.lines.find(({ text }) => text === 'The tower');
  expect(picture?.x).toBeGreaterThan(TEXT_BLOCK.left + 50);
  expect(caption?.x).toBeCloseTo(picture?.x ?? 0, 0);
});

test('deeply nested lists and quotes stay in the text block and keep a readable width', async () => {
  const deep = Array.from({ length: 14 }, (_, level) => `${'  '.repeat(level)}* level ${level}`);
  const quotes = Array.from(
    { length: 12 },
    (_, level) => `${'>'.repeat(level + 1)} quote ${level}`,
  );
  const body = `${deep.join('\n')}\n\n${quotes.join('\n>\n')}`;
  for (const article of [{ body }, { body, photo }]) {
    const pdf = await renderArticle(article, await makePhoto());
    expect(pdf.pages[2]?.text).toContain('level 13');
    expect(pdf.pages.map(({ text }) => text).join('\n')).toContain('quote 11');
    expect(linesInMargins(pdf)).toEqual([]);
    expect(linesOnPictures(pdf)).toEqual([]);
  }
});

test('a list in a quote is italic like the quote', async () => {
  const pdf = await renderArticle({ body: '> Quoted words.\n>\n> * listed words\n\nPlain words.' });
  const fontOf = (text: string) =>
    pdf.pages[2]?.pieces.find((piece) => piece.text.includes(text))?.font;
  expect(fontOf('listed')).toBe(fontOf('Quoted'));
  expect(fontOf('listed')).not.toBe(fontOf('Plain'));
});

test('a caption of hundreds of words continues below its photo without overlaps', async () => {
  const caption = makeText(600, 3);
  const yaml = sampleIssue({ KZ: [{ photo, body: makeText(200) }] }).replace(
    'alt: Students in a hall',
    `alt: Students in a hall, caption: ${caption}`,
  );
  const { pdf } = await renderIssue(yaml, { [photo]: await makePhoto() });
  expect(linesInMargins(pdf)).toEqual([]);
  expect(linesOnPictures(pdf)).toEqual([]);
  expect(strandedTitles(pdf)).toEqual([]);
  expect(pdf.pages[2]?.pictures).toHaveLength(1);
  const printed = pdf.pages.slice(2).flatMap(({ lines }) => lines);
  expect(
    printed
      .filter(({ size }) => size === 10)
      .map(({ text }) => text)
      .join(' '),
  ).toBe(caption);
});
