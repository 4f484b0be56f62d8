import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type BuiltIssue,
  buildInMemory,
  makePhoto,
  makeText,
  renderIssue,
} from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const yaml = sampleIssue({
  UZ: [
    { title: 'An Uzbek event', body: makeText(900) },
    { title: 'Another', body: makeText(50, 3) },
  ],
  KZ: [{ title: 'A Kazakh event', body: makeText(400, 2), photo: 'hall.jpg' }],
});

describe('a finished document', () => {
  let issue: BuiltIssue;

  beforeAll(async () => {
    issue = await renderIssue(yaml, { 'hall.jpg': await makePhoto() });
  });

  test('has page labels equal to the printed numbers, with 0 for the cover', () => {
    expect(issue.pdf.pages.map(({ label }) => label)).toEqual(
      issue.pdf.pages.map((_, index) => String(index)),
    );
  });

  test('lists its countries with the first page of their section', () => {
    const [kazakhstan, uzbekistan] = issue.report?.contents ?? [];
    expect(kazakhstan).toEqual({ country: 'KZ', title: 'REPUBLIC OF KAZAKHSTAN', page: 2 });
    expect(issue.pdf.pages[uzbekistan?.page ?? 0]?.lines[0]?.text).toBe('REPUBLIC OF UZBEKISTAN');
  });

  test('links each line of the contents to the heading of its section', async () => {
    const line = issue.pdf.pages[1]?.links.find(({ target }) => target === 'section-uz');
    expect(line).toBeDefined();
    const place = await issue.pdf.destination('section-uz');
    const heading = issue.pdf.pages[place.page - 1]?.lines[0];
    expect(heading?.text).toBe('REPUBLIC OF UZBEKISTAN');
    expect(place.y).toBeLessThan(heading?.y ?? 0);
    expect(place.y).toBeGreaterThan((heading?.y ?? 0) - 40);
  });

  test('has a bookmark for each section and each article, at its title', () => {
    expect(
      issue.pdf.bookmarks.map(({ title, items }) => [title, items.map((item) => item.title)]),
    ).toEqual([
      ['REPUBLIC OF KAZAKHSTAN', ['A KAZAKH EVENT']],
      ['REPUBLIC OF UZBEKISTAN', ['AN UZBEK EVENT', 'ANOTHER']],
    ]);
    const another = issue.pdf.bookmarks[1]?.items[1];
    const title = issue.pdf.pages[(another?.page ?? 1) - 1]?.lines.find(
      ({ text }) => text === 'ANOTHER',
    );
    expect(another?.y).toBeLessThan(title?.y ?? 0);
    expect(another?.y).toBeGreaterThan((title?.y ?? 0) - 40);
  });

  test('has title, author, subject and language in its metadata', () => {
    expect(issue.pdf.info).toMatchObject({
      Title: 'CARICC Information Release #19, 2024',
      Subject: 'About past events in the anti-drug sphere, from 16 to 30 November 2024',
      Language: 'en',
      CreationDate: 'D:20241130000000Z',
    });
    expect(issue.pdf.info.Author).toContain('CARICC');
    expect(issue.pdf.info.Keywords).toContain('Kazakhstan, Uzbekistan');
  });

  test('has a report that matches the file', () => {
    const bytes = issue.bytes ?? Buffer.alloc(0);
    expect(issue.report).toMatchObject({
      pages: issue.pdf.pages.length,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      events: {
        total: 3,
        countries: [
          { country: 'KZ', events: 1 },
          { country: 'UZ', events: 2 },
        ],
      },
    });
  });

  test('ends with a page with the centre’s name and address', () => {
    const text = issue.pdf.pages.at(-1)?.text;
    expect(text).toContain('Central Asian Regional Information and Coordination');
    expect(text).toContain('Republic of Kazakhstan, 050008, Almaty, Abay Avenue, 52');
    expect(issue.pdf.pages.at(-1)?.links.map(({ target }) => target)).toContain(
      'mailto:registry@caricc.org',
    );
  });
});

test('an introduction longer than a page shifts the page numbers', async () => {
  const topics = Array.from({ length: 40 }, (_, index) => `      - ${makeText(12, index)}`).join(
    '\n',
  );
  const long = yaml.replace('      - lessons held in KZ', topics);
  const { report, pdf } = await renderIssue(long, { 'hall.jpg': await makePhoto() });
  expect(report?.contents[0]?.page).toBe(3);
  expect(pdf.pages[3]?.lines[0]?.text).toBe('REPUBLIC OF KAZAKHSTAN');
});

test('the same issue has the same bytes at any time', async () => {
  const photos = { 'a.jpg': await makePhoto(1200, 800), 'b.png': await makePhoto(900, 700, 'png') };
  const text = sampleIssue({
    KZ: [
      { photo: 'a.jpg', title: 'One', source: 'https://e.org/1' },
      { photo: 'b.png', title: 'Two', source: 'https://e.org/2' },
    ],
  });
  const [first, second] = [await renderIssue(text, photos), await renderIssue(text, photos)];
  expect(second.report).toEqual(first.report);
  expect(second.bytes?.equals(first.bytes ?? Buffer.alloc(0))).toBe(true);
});

test('an issue with errors writes nothing', async () => {
  const { host, report, problems } = await buildInMemory(
    yaml.replaceAll('country: KZ', 'country: QQ'),
    {},
  );
  expect(report).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['country-unknown', 'photo-missing']),
  );
  expect([...host.files.keys()].filter((path) => path.startsWith('/desk/output'))).toEqual([]);
});
