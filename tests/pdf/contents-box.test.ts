import { expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {
  ContentNode,
  ContentsLineNode,
  StackNode,
  TextNode,
} from '../../src/pdf/definition.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { readRectangles } from '../helpers/read-shapes.ts';
import { readStructureTexts } from '../helpers/read-structure.ts';
import { FLOW, PAGE, renderBlocks } from '../helpers/render-blocks.ts';
import { makeText } from '../helpers/render-issue.ts';

// A box with the contents of a document in columns.

const NUMBERING = { unnumberedPages: 0, unnumberedAtEnd: 0, digits: 2 };

const line = (target: string, text: string, leader = ''): ContentsLineNode => ({
  stack: [{ text, linkToDestination: target, tag: 'Reference' }],
  tag: 'TOCI',
  contentsLine: { target, leader, numberWidth: 50, numberGap: 1, numberPrefix: 'Page ' },
});
const article = (id: string, newPage = false): StackNode => ({
  stack: [
    { text: `Title ${id}`, id, tag: 'H2', keepWithNext: true, bookmark: { level: 1, title: id } },
    { text: makeText(250, id.length) } satisfies TextNode,
  ],
  tag: 'Art',
  ...(newPage && { pageBreak: 'before' }),
});
const contentsOf = (leader?: string): ContentNode[] => [
  {
    stack: [
      { text: 'In this document:', tag: 'P' },
      { stack: [line('a', 'First', leader), line('bb', 'Second', leader)], tag: 'TOC' },
    ],
    box: { padding: [10, 8, 10, 8], color: '#DDE4F2' },
    spaceBelow: 10,
  },
  { columnFlow: FLOW, stack: [article('a'), article('bb', true), article('ccc')] },
];

test.each(['', '.'])('has labels and page numbers, with the leader "%s"', async (leader) => {
  const { bytes, numberOf } = await renderBlocks(contentsOf(leader), { numbering: NUMBERING });
  const pdf = await readPdf(bytes);
  const [ground] = readRectangles(bytes);
  const lines = pdf.pages[0]?.lines.slice(0, 3) ?? [];
  expect(lines.map(({ text }) => text.replace(/[. ]+/, ' '))).toEqual([
    'In this document:',
    'First Page 01',
    `Second Page 0${numberOf('bb')}`,
  ]);
  for (const { right } of lines.slice(1)) expect(right).toBeCloseTo((ground?.right ?? 0) - 10, 0);
  expect((await pdf.destination('bb')).page).toBe(numberOf('bb'));
  expect(pdf.bookmarks.map(({ title, page }) => [title, page])).toEqual(
    ['a', 'bb', 'ccc'].map((id) => [id, numberOf(id)]),
  );
});

test('is read as a table of contents', async () => {
  const { bytes, numberOf } = await renderBlocks(contentsOf('.'), { numbering: NUMBERING });
  const texts = await readStructureTexts(bytes);
  expect(texts.slice(0, 3).map(({ roles, text }) => [roles.join(' '), text])).toEqual([
    ['Document P', 'In this document:'],
    ['Document TOC TOCI Reference', 'First Page 01'],
    ['Document TOC TOCI Reference', `Second Page 0${numberOf('bb')}`],
  ]);
});

test('has the numbers that are printed on the pages and shown as their labels', async () => {
  const { bytes, pages } = await renderBlocks(contentsOf(), { numbering: NUMBERING });
  const pdf = await readPdf(bytes);
  const folios = pdf.pages.map(({ lines }) => lines.find(({ y }) => y > PAGE.height - PAGE.margin));
  const numbers = Array.from({ length: pages }, (_, index) => `0${index + 1}`);
  expect(folios.map((folio) => folio?.text)).toEqual(numbers);
  expect(pdf.pages.map(({ label }) => label)).toEqual(numbers);
});

test('numbers with ten and more need no zero', async () => {
  const breaks = Array.from(
    { length: 11 },
    (_, index): ContentNode => ({
      text: `Page ${index}`,
      ...(index > 0 && { pageBreak: 'before' }),
    }),
  );
  const { bytes } = await renderBlocks(breaks, { numbering: { ...NUMBERING, unnumberedPages: 1 } });
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  expect((await document.getPageLabels())?.slice(-3)).toEqual(['08', '09', '10']);
});
