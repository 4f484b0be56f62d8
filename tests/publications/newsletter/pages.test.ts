import { describe, expect, test } from '@jest/globals';
import { buildNewsletter, sampleNewsletter } from '../../helpers/check-newsletter.ts';
import { type PlacedText, type ReadPage, readPdf } from '../../helpers/read-pdf.ts';
import { readRectangles } from '../../helpers/read-shapes.ts';
import { findAll, readStructureTexts, readTrees } from '../../helpers/read-structure.ts';
import { makePhoto, makeText } from '../../helpers/render-issue.ts';

const MM = 72 / 25.4;
/** Measures that are prescribed for newsletters, in pt. */
const COLUMN = 82 * MM;
const GUTTER = 8 * MM;
const LEADING = 13;
const LEFT = (210 * MM - 2 * COLUMN - GUTTER) / 2;
const MIDDLE = LEFT + COLUMN + GUTTER / 2;
const FOOT = (297 - 18) * MM;
const TEXT_SIZE = 10.5;
/** A sweep builds many newsletters, ms. */
const PATIENCE = 240_000;

const paragraphs = (count: number, seed = 1) =>
  Array.from({ length: count }, (_, index) => makeText(45, seed + index)).join('\n\n');
const article = (title: string, count: number, more = {}) => ({
  title,
  body: paragraphs(count, title.length),
  ...more,
});

async function build(changes: Readonly<Record<string, unknown>>, photos = {}) {
  const { problems, bytes, report } = await buildNewsletter(sampleNewsletter(changes), { photos });
  // Random words are not spelled right.
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { bytes, report, pdf: await readPdf(bytes) };
}

const isNear = (a: number, b: number) => Math.abs(a - b) < 0.01;
const columnOf = ({ x }: PlacedText) => (x < MIDDLE ? 0 : 1);

/** Titles without two lines of text below them, single lines at the head of a column, text beyond it. */
function findFaults(page: ReadPage): string[] {
  const inText = page.pieces.filter(({ y }) => y < FOOT + 1);
  const bodies = inText.filter(({ size }) => isNear(size, TEXT_SIZE));
  const titles = inText.filter(({ text }) => /^(FIRST|SECOND|THIRD|FOURTH) /.test(text));
  const faults = titles.flatMap((title) => {
    const below = new Set(
      bodies
        .filter((piece) => columnOf(piece) === columnOf(title) && piece.y > title.y)
        .filter(({ y }) => y < title.y + 80)
        .map(({ y }) => y.toFixed(1)),
    );
    return below.size >= 2 ? [] : [`${page.label}: “${title.text}” has no text below it`];
  });
  const wide = bodies.filter(({ x, width }) => {
    const left = x < MIDDLE ? LEFT : LEFT + COLUMN + GUTTER;
    return x < left - 0.1 || x + width > left + COLUMN + 0.1;
  });
  return [...faults, ...wide.map(({ text }) => `${page.label}: “${text}” is outside its column`)];
}

describe('columns', () => {
  test(
    'keep titles with text and lines inside, wherever a page ends',
    async () => {
      for (let count = 1; count <= 24; count++) {
        const { pdf, bytes } = await build({
          articles: [article('First of all', count), article('Second to this', 2)],
          briefs: { articles: [article('Third in brief', 1), article('Fourth in brief', 2)] },
          europeanUnion: false,
        });
        expect(pdf.pages.flatMap(findFaults)).toEqual([]);
        const text = pdf.pages.map((page) => page.text).join(' ');
        expect(text.match(/(FIRST|SECOND|THIRD|FOURTH) /g)).toHaveLength(4);
        // The closing block is not alone on its page.
        expect(pdf.pages.at(-1)?.text).toMatch(/Vision[\s\S]*Implemented by/);
        const grounds = readRectangles(bytes).filter(({ top }) => top > 6 * MM);
        expect(grounds).toHaveLength(1);
        expect(grounds[0]?.bottom).toBeLessThan(FOOT);
      }
    },
    PATIENCE,
  );

  test('have lines of 13 pt, and balanced ends', async () => {
    const { pdf } = await build({ articles: [article('First of all', 9)] });
    const pieces = pdf.pages[0]?.pieces ?? [];
    const title = pieces.find(({ text }) => text === 'FIRST OF ALL');
    const text = pieces.filter(({ size, y }) => isNear(size, TEXT_SIZE) && y > (title?.y ?? 0));
    const heights = [0, 1].map((column) =>
      [...new Set(text.filter((piece) => columnOf(piece) === column).map(({ y }) => y))].sort(
        (a, b) => a - b,
      ),
    );
    const [left = [], right = []] = heights;
    expect((left[1] ?? 0) - (left[0] ?? 0)).toBeCloseTo(LEADING, 1);
    expect(Math.abs((left.at(-1) ?? 0) - (right.at(-1) ?? 0))).toBeLessThan(3 * LEADING);
    expect(right[0]).toBeCloseTo(left[0] ?? 0, 1);
  });

  test('hold photos as wide as a column; others stand across', async () => {
    const photo = [
      { file: 'a.jpg', alt: 'Wide', side: 'full' },
      { file: 'b.jpg', alt: 'Narrow' },
      { file: 'c.jpg', alt: 'Second', side: 'full', caption: 'A caption' },
    ];
    const photos = Object.fromEntries(
      await Promise.all(
        ['a', 'b', 'c'].map(async (name, index) => [
          `${name}.jpg`,
          await makePhoto(1600, 700 + index),
        ]),
      ),
    );
    const { pdf, bytes } = await build(
      { articles: [article('First of all', 12, { photo })] },
      photos,
    );
    const widths = pdf.pages.flatMap(({ pictures }) =>
      pictures.map(({ width }) => Math.round(width)),
    );
    const across = Math.round(2 * COLUMN + GUTTER);
    expect(widths.sort()).toEqual([across, across, Math.round(COLUMN)].sort());
    const figures = (await readTrees(bytes)).flatMap((tree) => findAll(tree, 'Figure'));
    expect(figures.map(({ alt }) => alt)).toEqual(
      expect.arrayContaining(['Wide', 'Narrow', 'Second']),
    );
  });

  test('of an article with `newPage` begin a page', async () => {
    const { pdf, report } = await build({
      articles: [
        article('First of all', 1, { contents: 'First' }),
        article('Second to this', 1, { contents: 'Second', newPage: true }),
      ],
      briefs: { contents: 'In brief', articles: [article('Third', 1, { newPage: true })] },
    });
    expect(report?.contents).toEqual([
      { title: 'First', page: 1 },
      { title: 'Second', page: 2 },
      { title: 'In brief', page: 3 },
    ]);
    expect(pdf.pages[1]?.lines[0]?.text).toBe('SECOND TO THIS');
  });
});

describe('the structure', () => {
  const QUOTE = 'Nobody has said this before';
  const body = `A first paragraph of the text.\n\n>> ${QUOTE}\n>>\n>> - Ms. Sample\n\nA second one.\n\n>> a first *paragraph*`;

  test('has the order of the text, pull quotes as quotations and the mission as a list', async () => {
    const { bytes } = await build({
      articles: [{ title: 'First of all', body, contents: 'First', capitals: false }],
      briefs: { articles: [{ title: 'In brief', body: 'News.' }] },
      closing: { vision: 'We see.', website: false, mission: ['One', 'Two'] },
      funder: false,
      implementer: false,
      europeanUnion: false,
    });
    const texts = await readStructureTexts(bytes);
    const read = texts.map(({ roles, text }) => `${roles.slice(1).join(' ')}: ${text}`);
    expect(read).toEqual([
      'P: CADAP 7',
      'P: Central Asia Drug Action Programme, Phase 7',
      'H1: Quarterly Newsletter N2',
      'P: July to September 2022',
      'P: In this newsletter:',
      expect.stringMatching(/^TOC TOCI Reference: First .*Page 01$/),
      'Art H2: First of all',
      'Art P: A first paragraph of the text.',
      `Art BlockQuote P: ${QUOTE}`,
      'Art BlockQuote P: – Ms. Sample',
      'Art P: A second one.',
      'Art H2: IN BRIEF',
      'Art P: News.',
      'H2: Vision',
      'P: We see.',
      'H2: Mission',
      'L LI Lbl: 01',
      'L LI LBody P: One',
      'L LI Lbl: 02',
      'L LI LBody P: Two',
    ]);
  });

  test('has no pull quote that repeats the text, which is printed nevertheless', async () => {
    const { pdf } = await build({ articles: [{ title: 'First of all', body }] });
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text.match(/a first paragraph/gi)).toHaveLength(2);
  });

  test('keeps a pull quote with a link, which has to be found', async () => {
    const link = '[a first paragraph](https://example.org/)';
    const { bytes } = await build({
      articles: [{ title: 'First of all', body: `A first paragraph.\n\n>> ${link}` }],
    });
    const texts = await readStructureTexts(bytes);
    expect(texts.filter(({ roles }) => roles.includes('BlockQuote'))).toHaveLength(1);
  });
});

describe('the emblem', () => {
  test('is at least 10 mm high beside its statement, in the brand line and at the foot', async () => {
    const { bytes, pdf } = await build({ articles: [article('First of all', 2)] });
    const figures = (await readTrees(bytes)).flatMap((tree) => findAll(tree, 'Figure'));
    expect(figures.map(({ alt }) => alt)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('Emblem of the European Union')),
    );
    const statements = pdf.pages.flatMap(({ pieces }) =>
      pieces.filter(({ text }) => text.startsWith('Funded by')),
    );
    expect(statements).toHaveLength(2);
    for (const { width, size } of statements) {
      expect(width).toBeGreaterThan(0);
      expect(size).toBeGreaterThanOrEqual(10);
    }
  });

  test('is left out with its statement', async () => {
    const { bytes } = await build({ articles: [article('First of all', 1)], funder: false });
    const figures = (await readTrees(bytes)).flatMap((tree) => findAll(tree, 'Figure'));
    expect(figures).toEqual([]);
  });
});

test('a newsletter without labels, statements and closing block has none of them', async () => {
  const { bytes, pdf, report } = await build({
    articles: [article('First of all', 1)],
    closing: { vision: false, website: false, mission: false },
    funder: false,
    implementer: false,
    europeanUnion: false,
  });
  expect(pdf.pages).toHaveLength(1);
  expect(pdf.pages[0]?.text).not.toMatch(/In this newsletter|Vision|Mission|European Union/);
  expect(readRectangles(bytes).filter(({ top }) => top > 6 * MM)).toEqual([]);
  expect(report?.contents).toEqual([{ title: 'First of all', page: 1 }]);
});

test(
  'statements and contents that are higher than a page are printed completely',
  async () => {
    const mission = Array.from(
      { length: 60 },
      (_, index) => `Point ${index + 1}: ${makeText(20, index + 1)}`,
    );
    const articles = Array.from({ length: 100 }, (_, index) => ({
      title: `Title ${index + 1}`,
      body: 'A title.',
      contents: `Title ${index + 1}`,
    }));
    const { bytes, problems } = await buildNewsletter(
      sampleNewsletter({ articles, closing: { vision: paragraphs(20), mission } }),
    );
    const aboutContents = problems.filter(({ code }) => code.startsWith('contents-'));
    expect(aboutContents.map(({ code }) => code)).toEqual(['contents-long']);
    const text = (await readStructureTexts(bytes)).map((one) => one.text).join('\n');
    for (const point of mission) expect(text).toContain(point.slice(0, 20));
    expect(text).toMatch(/Title 100 .*Page \d\d/);
  },
  PATIENCE,
);
