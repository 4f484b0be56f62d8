import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ReadPage } from '../helpers/read-pdf.ts';
import { findAll, readTrees, type StructureNode } from '../helpers/read-structure.ts';
import { type BuiltIssue, makePhoto, renderIssue } from '../helpers/render-issue.ts';

// Several sources and photos of an article, sections with headings, and other countries, read back from the PDF.

const ISSUE = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - heading: International organisations
    topics: [a conference, a report]
    articles:
      - title: A conference was held in Vienna
        source: none
        also: KZ
        body: It was held.
      - title: A report was published
        source: https://example.org/report
        body: It was published.
  - country: TJ
    topics: [an operation]
    articles:
      - title: An operation was carried out
        source: https://example.org/operation
        also: [KZ, KG]
        body: It was carried out.
  - country: KZ
    topics: [lessons]
    articles:
      - title: Lessons were held
        source:
          - { name: Kazinform, address: https://example.org/kazinform }
          - https://example.org/second
        photo:
          - { file: first.jpg, alt: First, caption: The first }
          - { file: second.jpg, alt: Second, caption: The second }
          - { file: third.jpg, alt: Third, credit: A. Ivanov }
          - { file: tiny.jpg, alt: Fourth, side: full }
        body: They were held.
`;

let issue: BuiltIssue;
let kazakhstan: ReadPage;
let trees: StructureNode[];
beforeAll(async () => {
  issue = await renderIssue(ISSUE, {
    'first.jpg': await makePhoto(1800, 1200),
    'second.jpg': await makePhoto(1800, 1200),
    'third.jpg': await makePhoto(1200, 1800),
    'tiny.jpg': await makePhoto(600, 300),
  });
  kazakhstan = issue.pdf.pages[2] as ReadPage;
  trees = await readTrees(issue.bytes ?? Buffer.alloc(0));
});

const textsOf = (page: ReadPage | undefined) => page?.lines.map(({ text }) => text.trim()) ?? [];
const lineOf = (page: ReadPage, text: string) => {
  const line = page.lines.find((one) => one.text.includes(text));
  if (!line) throw new Error(`There is no line with ${text}`);
  return line;
};

test('headings come after the countries, in capitals and in the introduction', () => {
  const front = textsOf(issue.pdf.pages[1]);
  const contents = front.filter((line) => /^[A-Z ]+ [. ]+\d+$/.test(line));
  expect(contents.map((line) => line.replace(/[ .]+(?=\d+$)/, ' '))).toEqual([
    'REPUBLIC OF KAZAKHSTAN 2',
    'REPUBLIC OF TAJIKISTAN 3',
    'INTERNATIONAL ORGANISATIONS 4',
  ]);
  const text = front.join(' ');
  expect(text).toContain('(Kazakhstan - 1, Tajikistan - 1, International organisations - 2)');
  expect(text).toContain(
    'on an operation (Tajikistan), on a conference, on a report (International organisations).',
  );
  expect(textsOf(issue.pdf.pages[4])[0]).toBe('INTERNATIONAL ORGANISATIONS');
  expect(issue.pdf.bookmarks.map(({ title }) => title)).toContain('INTERNATIONAL ORGANISATIONS');
});

test('the report names headings, and counts an event of several countries once', () => {
  expect(issue.report).toMatchObject({
    events: {
      total: 4,
      countries: [
        { country: 'KZ', events: 1 },
        { country: 'TJ', events: 1 },
        { heading: 'International organisations', events: 2 },
      ],
    },
    contents: [
      { country: 'KZ', page: 2 },
      { country: 'TJ', page: 3 },
      { heading: 'International organisations', title: 'INTERNATIONAL ORGANISATIONS', page: 4 },
    ],
  });
});

describe('sources', () => {
  test('stand on lines of their own, a name before its address', () => {
    const lines = textsOf(kazakhstan);
    const at = lines.indexOf('Kazinform: https://example.org/kazinform');
    expect(lines.slice(at, at + 2)).toEqual([
      'Kazinform: https://example.org/kazinform',
      'https://example.org/second',
    ]);
  });

  test('are links, without their names', () => {
    const link = kazakhstan.links.find(({ target }) => target === 'https://example.org/kazinform');
    const line = lineOf(kazakhstan, 'Kazinform');
    expect(link?.x).toBeGreaterThan(line.x + 40);
    expect(kazakhstan.links.map(({ target }) => target)).toContain('https://example.org/second');
  });

  test('none prints no line', () => {
    expect(textsOf(issue.pdf.pages[4])).toEqual([
      'INTERNATIONAL ORGANISATIONS',
      'A CONFERENCE WAS HELD IN VIENNA',
      'It was held.',
      'A REPORT WAS PUBLISHED',
      'It was published.',
      'https://example.org/report',
      '4',
    ]);
  });
});

describe('photos after the first one', () => {
  test('stand in rows of one height below the text, across its width', () => {
    const [first, second, third, tiny] = kazakhstan.pictures;
    if (!first || !second || !third || !tiny) throw new Error('Photos are missing');
    expect(second.y).toBeGreaterThan(first.y + first.height + 5);
    expect(second.y).toBeGreaterThan(lineOf(kazakhstan, 'They were held.').y);
    expect(third).toMatchObject({ y: second.y });
    expect(third.height).toBeCloseTo(second.height, 1);
    // 6 cm is less than the height that would fill the width, so the row is centred.
    expect(second.height).toBeCloseTo((6 * 72) / 2.54, 1);
    const [left, right] = [second.x, third.x + third.width];
    expect((left + right) / 2).toBeCloseTo(((25 + 195) / 2 / 25.4) * 72, 1);
    expect(lineOf(kazakhstan, 'Kazinform').y).toBeGreaterThan(tiny.y + tiny.height);
  });

  test('are printed no larger than their pixels allow', () => {
    // 600 pixels at 150 dpi are 4 inches.
    expect(kazakhstan.pictures[3]?.width).toBeCloseTo(4 * 72, 1);
  });

  test('have captions under them', () => {
    const [, second, third] = kazakhstan.pictures;
    expect(lineOf(kazakhstan, 'The second').x).toBeCloseTo(second?.x ?? 0, 0);
    // The captions of a row share a line.
    const credit = kazakhstan.pieces.find(({ text }) => text.includes('Ivanov'));
    expect(credit?.x).toBeCloseTo(third?.x ?? 0, 0);
  });
});

describe('a reference to an article of another section', () => {
  test('is the last line of the section, with the number of the page', () => {
    const lines = textsOf(kazakhstan).filter((line) => line.startsWith('See also'));
    expect(lines.map((line) => line.replace(/[ .]+page/, ' page'))).toEqual([
      'See also: An operation was carried out (Tajikistan) page 3',
      'See also: A conference was held in Vienna (International organisations) page 4',
    ]);
    const last = lineOf(kazakhstan, 'See also');
    expect(last.y).toBeGreaterThan(lineOf(kazakhstan, 'https://example.org/second').y);
  });

  test('leads to the article', async () => {
    const line = lineOf(kazakhstan, 'An operation was carried out');
    const links = kazakhstan.links.filter(({ y }) => line.y > y && line.y - y < 14);
    // One is the text, the other one the number.
    expect(links).toHaveLength(2);
    for (const { target } of links) {
      const { page, y } = await issue.pdf.destination(target);
      const article = issue.pdf.pages[3] as ReadPage;
      expect(page).toBe(4);
      expect(Math.abs(y - lineOf(article, 'AN OPERATION WAS CARRIED OUT').y)).toBeLessThan(40);
    }
  });

  test('is not in a section that the issue does not have', () => {
    expect(issue.pdf.pages.map(({ text }) => text).join(' ')).not.toContain('Kyrgyzstan');
  });
});

test('photos, sources and references are tagged in reading order', () => {
  const outline = ({ role, children = [] }: StructureNode): string => {
    const inside = children.filter((child) => child.role !== undefined && child.role !== 'Span');
    return inside.length === 0 ? (role ?? '') : `${role}(${inside.map(outline).join(' ')})`;
  };
  const article = 'Art(H2 Figure Caption P Figure Caption Figure Caption Figure P(Link) P(Link))';
  const reference = 'P(Reference(Link Link))';
  expect(outline(trees[2] ?? {})).toBe(
    `Root(Document(Sect(H1 ${article} ${reference} ${reference})))`,
  );
  expect(findAll(trees[2] ?? {}, 'Figure').map(({ alt }) => alt)).toEqual([
    'First',
    'Second',
    'Third',
    'Fourth',
  ]);
});
