import { expect, test } from '@jest/globals';
import type { ContentNode, Origin, StackNode, TextNode } from '../../../src/pdf/definition.ts';
import { findColumnFaults, findPictureFaults } from '../../helpers/column-rules.ts';
import { FLOW, layOut, PAGE } from '../../helpers/render-blocks.ts';
import { makeText } from '../../helpers/render-issue.ts';
import { createRandom } from '../../helpers/seeded-random.ts';

// Documents of blocks of all kinds in random order and size; each must keep all rules.

/** Lays out many documents, ms. */
const PATIENCE = 240_000;
const DOCUMENTS = Number(process.env.FUZZ_RUNS ?? 40);
const ACROSS = 'A caption across.';

/** The origin of texts at the foot of the last page, which are no part of the columns. */
const IN_FOOT: Origin = { path: ['foot'], at: 0 };

/** A document with columns of random blocks, and sometimes a block at its foot. */
function makeDocument(seed: number): ContentNode[] {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const words = (limit: number) => makeText(1 + below(limit), 1 + below(1000));
  const paragraph = (limit = 90): TextNode => ({ text: words(limit), style: 'body' });
  const photo = (across: boolean): StackNode => ({
    stack: [
      {
        image: 'photo',
        width: across ? 420 : 200,
        height: 30 + below(150),
        alt: 'A photo',
        origin: { path: ['photo'], at: 0 },
      },
      { text: across ? ACROSS : words(12), tag: 'Caption' },
    ],
    spaceAbove: below(10),
    columnFloat: { across, below: below(10) },
  });
  const box = (): StackNode => ({
    stack: [paragraph(30), { ul: [{ stack: [paragraph(9)] }, { stack: [paragraph(9)] }] }],
    box: { padding: [8, 6, 8, 6], color: '#DDE4F2' },
    spaceAbove: below(10),
    spaceBelow: below(10),
  });
  const quote = (): StackNode => ({
    stack: [{ text: words(25), italics: true }],
    box: { padding: [10, 0, 0, 0] },
    tag: 'BlockQuote',
    spaceAbove: 6,
    spaceBelow: 6,
  });
  const numerals = (): ContentNode => ({
    ol: Array.from({ length: 1 + below(5) }, () => ({ stack: [paragraph(25)] })),
    numerals: { style: 'numeral', digits: 2, gap: 5 },
  });
  const list = (): ContentNode => ({
    ul: Array.from({ length: 1 + below(5) }, () => ({ stack: [paragraph(20)] })),
  });
  const kinds: (() => ContentNode)[] = [
    paragraph,
    paragraph,
    paragraph,
    () => photo(false),
    () => photo(true),
    box,
    quote,
    numerals,
    list,
  ];
  const article = (): StackNode => ({
    stack: [
      { text: words(8), style: 'heading', tag: 'H1', keepWithNext: true },
      ...Array.from({ length: below(7) }, () => kinds[below(kinds.length)]?.() ?? paragraph()),
      paragraph(),
      ...(random() < 0.3
        ? [{ text: 'A source.', style: 'source', keepWithPrevious: true } as TextNode]
        : []),
    ],
    tag: 'Art',
    ...(random() < 0.1 && { pageBreak: 'before' }),
  });
  const side = (): StackNode => ({ stack: [{ ...paragraph(40), origin: IN_FOOT }] });
  const foot: StackNode = {
    stack: [{ stack: [side(), side()], sideBySide: FLOW }],
    atPageFoot: true,
  };
  return [
    { columnFlow: FLOW, stack: Array.from({ length: 1 + below(5) }, article) },
    ...(random() < 0.5 ? [foot] : []),
  ];
}

test(
  'documents of random blocks keep all rules',
  async () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= DOCUMENTS; seed++) {
      const { lines, pictures, pages } = await layOut(...makeDocument(seed));
      const inColumns = lines.filter(({ text, origin }) => text !== ACROSS && origin !== IN_FOOT);
      const found = [...findColumnFaults(inColumns), ...findPictureFaults(pictures, lines)];
      faults.push(...found.map((fault) => `document ${seed}: ${fault}`));
      expect(new Set([...lines, ...pictures].map(({ page }) => page)).size).toBe(pages);
      expect(lines.every(({ bottom }) => bottom <= PAGE.height - PAGE.margin + 0.1)).toBe(true);
    }
    expect(faults).toEqual([]);
  },
  PATIENCE,
);
