// Text that is copied or searched in a PDF, with the engines of common viewers.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { root } from '../helpers/project-root.ts';
import { readDividedWords } from '../helpers/read-structure.ts';
import { renderIssue } from '../helpers/render-issue.ts';
import { areTestsRun } from '../helpers/required-tests.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';
import { hasPoppler, viewers as packaged, poppler } from '../helpers/viewers.ts';

const viewers = areTestsRun('poppler’s pdftotext', hasPoppler) ? [...packaged, poppler] : packaged;
const issues = ['2024-19', '2025-01'];

/** A line of the engine's layout. */
interface Line {
  readonly index: number;
  readonly text: string;
  readonly hyphenated: boolean;
  readonly caption: boolean;
}

/** The leader dots between a contents entry and its page number. */
const LEADERS = /(?: \.)+ */g;
/** Letter-spaced words, as on the cover; some viewers read the letters as one word. */
const SPACED_LETTERS = /^(?:\p{L} )+\p{L}$/u;

/** Joins the lines of a page into paragraphs. */
function joinParagraphs(lines: readonly Line[]): string[] {
  const paragraphs: string[] = [];
  for (const { index, text, hyphenated } of lines) {
    const typed = text
      .replaceAll('\u00a0', ' ')
      .replace(/\u2010$/, '-')
      .replace(LEADERS, ' ');
    const isAddress = /^\S+\/\S*$/.test(text);
    const isWhole = text.endsWith('\u2010');
    const next = hyphenated ? typed.slice(0, -1) : isWhole ? typed : `${typed} `;
    if (index === 0 || isAddress || paragraphs.length === 0) paragraphs.push(next);
    else paragraphs[paragraphs.length - 1] += next;
  }
  return paragraphs.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
}

/** Returns the sorted words of a text without leader dots, bullets and list numbers. */
function sortWords(text: string): string[] {
  const words = text.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.filter((word) => !/^\d+\.$/.test(word)).sort();
}

describe.each(issues)('the PDF of %s', (name) => {
  let bytes: Uint8Array;
  let pages: Line[][];
  const output = '/nowhere';

  beforeAll(async () => {
    const host = createNodeHost();
    const pipeline = createPipeline({ host, root, output });
    const { issue } = await pipeline.renderIssue(join(root, 'issues', name, 'issue.yaml'));
    if (!issue) throw new Error(`${name} has errors`);
    const { rendered } = issue;
    bytes = rendered.bytes;
    pages = Array.from({ length: rendered.pages }, (_, page) =>
      rendered.lines.filter((line) => line.page === page + 1),
    );
  });

  test.each(viewers)('has every paragraph as written in $name', async ({ read }) => {
    const copied = await read(bytes);
    expect(copied).toHaveLength(pages.length);
    const missing = pages.flatMap((lines, page) => {
      const text = (copied[page] ?? '').replace(LEADERS, ' ');
      // poppler orders text by position and inserts a caption between the lines beside it.
      const captions = joinParagraphs(lines.filter(({ caption }) => caption));
      const withoutCaptions = captions.reduce((rest, one) => rest.replace(`${one} `, ''), text);
      return joinParagraphs(lines).filter(
        (one) => !text.includes(one) && !withoutCaptions.includes(one),
      );
    });
    expect(missing.filter((text) => !SPACED_LETTERS.test(text))).toEqual([]);
  });

  test.each(viewers)('has no duplicated word in $name', async ({ read }) => {
    const copied = await read(bytes);
    // The cover has letter-spaced words and a footer line, which are not running text.
    for (const [page, lines] of [...pages.entries()].slice(1)) {
      const pageNumber = page === pages.length - 1 ? '' : ` ${page}`;
      const written = sortWords(joinParagraphs(lines).join(' ') + pageNumber);
      expect(sortWords(copied[page] ?? '')).toEqual(written);
    }
  });

  test('has every hyphenated word in full for screen readers', () => {
    const count = pages.flat().filter(({ hyphenated }) => hyphenated).length;
    const words = readDividedWords(bytes);
    expect(count).toBeGreaterThan(5);
    expect(words).toHaveLength(count);
    const written = new Set(pages.flatMap((lines) => joinParagraphs(lines).join(' ').split(' ')));
    expect(words.filter((word) => !written.has(word))).toEqual([]);
  });
});

describe('letters with the same glyph', () => {
  const letters = [
    'Azərbaycan Әлем Ə ә ə Ә әə ӘƏ',
    'ǁ ‖ ǁ‖',
    'Çç Əə Ğğ Iı İi Öö Şş Üü',
    'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі',
    'Ää Çç Žž Ňň Öö Şş Üü Ýý Oʻzbekiston',
    'Ӣӣ Ӯӯ Ҳҳ Ҷҷ Ўў Ёё Йй',
  ];

  test.each(viewers)('are copied as typed in $name', async ({ read }) => {
    const body = letters.join('\n\n');
    const { bytes } = await renderIssue(sampleIssue({ KZ: [{ body, title: 'ǁ‖ әə' }] }));
    const copied = await read(bytes ?? Buffer.alloc(0));
    for (const line of [...letters, 'ǁ‖ ӘƏ']) expect(copied[2]).toContain(line);
  });
});

describe('a compound and an address at the end of a line', () => {
  const compounds = 'anti-drug counter-narcotics inter-agency well-being '.repeat(30);

  test.each(viewers)('keep their hyphens in $name', async ({ read }) => {
    const source = `https://polisia.kz/${'anti-drug-'.repeat(30)}end`;
    const { bytes } = await renderIssue(sampleIssue({ KZ: [{ body: compounds, source }] }));
    const copied = (await read(bytes ?? Buffer.alloc(0)))[2] ?? '';
    const hyphens = (text: string) => text.split('-').length;
    expect(hyphens(copied)).toBe(hyphens(compounds) + hyphens(source) - 1);
    expect(copied.replaceAll(' ', '')).toContain(source);
  });
});
