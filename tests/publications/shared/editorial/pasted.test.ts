import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { fixText } from '../../../../src/pipeline/fix-text.ts';
import { createPipeline } from '../../../../src/pipeline/pipeline.ts';
import {
  createPassage,
  listParagraphs,
  type PassageKind,
} from '../../../../src/publications/shared/editorial/passages.ts';
import {
  PASTED_CODES,
  reviewPasted,
} from '../../../../src/publications/shared/editorial/pasted/review-pasted.ts';
import type { Finding } from '../../../../src/source/finding.ts';
import { parseRichText } from '../../../../src/text/parse-rich-text.ts';
import { toPrintable } from '../../../../src/text/printable-text.ts';
import type { Block, Span } from '../../../../src/text/rich-text.ts';
import { applyToText, isSure } from '../../../helpers/apply-to-text.ts';
import { createMemoryHost } from '../../../helpers/memory-host.ts';
import { root } from '../../../helpers/project-root.ts';
import { PASTED_TEXTS } from './pasted-texts.ts';

function review(text: string, kind: PassageKind = 'body'): Finding[] {
  return reviewPasted([createPassage(kind, text, [kind])]);
}

/** Applies all sure edits until none is left. */
function fix(text: string, kind: PassageKind = 'body'): string {
  for (let round = 0; round < 9; round++) {
    const next = applyToText(text, review(text, kind), isSure);
    if (next === text) return text;
    text = next;
  }
  throw new Error('The edits do not end');
}

/** Shows the blocks of a body. */
function showPage(text: string): string[] {
  return parseRichText(text).blocks.flatMap(showBlock);
}

function showBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [`¶ ${block.spans.map(showSpan).join('')}`];
    case 'quote':
      return block.blocks.flatMap(showBlock).map((line) => `“ ${line}`);
    case 'list':
      return block.items.flatMap((item, index) => {
        const sign = block.start === undefined ? '•' : `${block.start + index}.`;
        return item.flatMap(showBlock).map((line) => `${sign} ${line}`);
      });
    case 'subheading':
      return [`# ${block.spans.map(showSpan).join('')}`];
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows].map((row) =>
        row.map(({ spans }) => spans.map(showSpan).join('')).join(' | '),
      );
  }
}

function showSpan({ text, bold, link }: Span): string {
  const shown = bold ? `**${toPrintable(text)}**` : toPrintable(text);
  return link === undefined ? shown : `[${shown}→${link}]`;
}

describe('pasted text', () => {
  test.each(PASTED_TEXTS)('$from', ({ pasted, problems, fixed = pasted, page }) => {
    expect(review(pasted).map(({ code }) => code)).toEqual(problems);
    expect(fix(pasted)).toBe(fixed);
    expect(showPage(fixed)).toEqual(page);
    // Every problem is at a place in the text, and has a hint.
    for (const { piece, hints, severity } of review(pasted)) {
      expect(piece && piece.from < piece.to && piece.to <= pasted.length).toBe(true);
      expect(hints?.length).toBe(1);
      expect(severity).toBe('warning');
    }
  });

  test('that is fixed has no problem left with a sure edit', () => {
    for (const { pasted } of PASTED_TEXTS) {
      const left = review(fix(pasted)).filter(({ edits = [] }) => edits.some(isSure));
      expect(left).toEqual([]);
    }
  });
});

test('pasted texts are fixed in a file as they are by themselves', async () => {
  const articles = PASTED_TEXTS.map(({ pasted }, index) => ({
    title: `Title ${index}`,
    source: `https://gazeta.news/${index}`,
    body: pasted,
  }));
  // Each text stands in a literal block; what follows the bar would hide spaces at the start of a text.
  const yaml = articles.map(
    ({ title, source, body }) =>
      `      - title: ${title}\n        source: ${source}\n        body: |2\n${body.replaceAll(/^(?=.)/gm, '          ')}\n`,
  );
  const text = `number: 1\nperiod: { from: 2025-01-01, to: 2025-01-15 }\nsections:\n  - country: KZ\n    topics: [lessons]\n    articles:\n${yaml.join('')}`;
  const file = `${root}/issues/2025-01/issue.yaml`;
  const pipeline = createPipeline({ host: createMemoryHost({}), root, output: '/out' });
  // Other rules have edits of their own.
  const check = async (now: string) => {
    const { problems } = await pipeline.checkIssue(file, new Map([[file, now]]));
    return problems.filter(({ code }) => code in PASTED_CODES);
  };
  const { text: fixed } = await fixText(file, text, check);
  const bodies: string[] = parse(fixed).sections[0].articles.map(({ body }: { body: string }) =>
    body.trimEnd(),
  );
  expect(bodies).toEqual(PASTED_TEXTS.map(({ pasted }) => fix(pasted)));
});

describe('the dash of direct speech', () => {
  test('divides the paragraphs that the rules see as it does on the page', () => {
    const text = 'He asked:\n—Who?\n> - Me.\n> – No.\n\n* -Yes.\n* one\n\n-5 degrees\n- and\nmore';
    const seen = listParagraphs({ text: text.replaceAll(/^[>* ]+/gm, '') }).map((one) => one.text);
    const printed = parseRichText(text.replaceAll(/^[>* ]+/gm, '')).blocks;
    expect(seen).toHaveLength(printed.length);
    expect(listParagraphs({ text }).map((one) => one.text)).toContain('> - Me.');
  });
});

describe('texts of other kinds', () => {
  test('have the problems of characters, markup and spacing, and no blocks', () => {
    const title = 'Tom &amp; <b>Jerry</b> , 𝗻𝗼 pre\u00advention\n• one\n• two';
    expect(review(title, 'title').map(({ code }) => code)).toEqual([
      'pasted-invisible',
      'pasted-letters',
      'pasted-markup',
      'pasted-markup',
    ]);
    expect(fix(title, 'title')).toBe('Tom & Jerry, no prevention\n• one\n• two');
    expect(fix('One<br>two <a href="https://example.org/">three</a>', 'caption')).toBe(
      'One two three',
    );
  });
});

// A corpus is made of the paragraphs of real issues: joined by one line end, and hard-wrapped.
describe('joined paragraphs', () => {
  const editions = ['2024-19/issue.yaml', '2024-19/issue.ru.yaml', '2025-01/issue.yaml'];
  const bodies = editions.flatMap((name) => readBodies(`${root}/issues/${name}`));
  const wrapAll = (paragraphs: readonly string[], width: number) =>
    paragraphs.map((paragraph) => wrap(paragraph, width));
  /** Returns how many line ends are reported, in texts of one issue. */
  const count = (texts: readonly string[]) =>
    reviewPasted(texts.map((text, index) => createPassage('body', text, [index, 'body'])))
      .filter(({ code }) => code === 'lines-joined')
      .reduce((sum, { edits = [] }) => sum + (edits.at(-1)?.changes.length ?? 0), 0);

  test('are all found, in an issue and alone', () => {
    const joined = bodies.map((paragraphs) => paragraphs.join('\n'));
    const ends = bodies.reduce((sum, { length }) => sum + length - 1, 0);
    expect(ends).toBeGreaterThan(250);
    expect(count(joined)).toBe(ends);
    expect(joined.reduce((sum, text) => sum + count([text]), 0)).toBe(ends);
  });

  test.each([60, 66, 72, 80, 90, 100])(
    'are not seen in text that is wrapped at %i columns',
    (width) => {
      const wrapped = bodies.map((paragraphs) => wrapAll(paragraphs, width).join('\n\n'));
      // Some lines end with a full stop by chance.
      const chances = wrapped.join('\n\n').match(/[.!?]["”»]*\n["“«]?\p{Lu}/gu) ?? [];
      expect(chances.length).toBeGreaterThan(10);
      expect(count(wrapped)).toBe(0);
      expect(wrapped.reduce((sum, text) => sum + count([text]), 0)).toBe(0);
    },
  );

  test.each([60, 72, 80, 100])(
    'are mostly found when they are also wrapped, at %i columns',
    (width) => {
      const both = bodies.map((paragraphs) => wrapAll(paragraphs, width).join('\n'));
      const ends = bodies.reduce((sum, { length }) => sum + length - 1, 0);
      const found = both.reduce((sum, text) => sum + count([text]), 0);
      expect(found).toBeGreaterThan(ends * 0.8);
      expect(found).toBeLessThanOrEqual(ends);
    },
  );
});

/** Returns the paragraphs of each body of an issue, without direct speech, lists and quotes. */
function readBodies(file: string): string[][] {
  const values: string[] = [];
  visit(parseDocument(readFileSync(file, 'utf8')), {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'body' && isScalar(value))
        values.push(String(value.value));
    },
  });
  return values.map((body) =>
    body
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => /^["“«„]?[\p{L}]/u.test(paragraph)),
  );
}

function wrap(paragraph: string, width: number): string {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines.join('\n');
}
