import { beforeAll, describe, expect, test } from '@jest/globals';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findAll, readTrees, type StructureNode } from '../helpers/read-structure.ts';
import { type BuiltIssue, makePhoto, makeText, renderIssue } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

/** Formats the tree in one line: Sect(H1 Art(H2 P)). */
function outline({ role, children = [] }: StructureNode): string {
  // Hyphenated words are elements too, but their positions vary.
  const inside = children
    .filter((child) => child.role !== undefined && child.role !== 'Span')
    .map(outline);
  return inside.length === 0 ? (role ?? '') : `${role}(${inside.join(' ')})`;
}

describe('the structure tree', () => {
  let issue: BuiltIssue;
  let trees: StructureNode[];

  beforeAll(async () => {
    const yaml = sampleIssue({
      KZ: [
        {
          photo: 'hall.jpg',
          lead: 'A lead.',
          body: `${makeText(30)}\n\n* one\n* two\n\n1. first\n\n> A quote.\n\nA [link](https://example.org/there) in it.`,
        },
      ],
    }).replace('alt: Students in a hall', 'alt: Students in a hall, caption: The hall');
    issue = await renderIssue(yaml, { 'hall.jpg': await makePhoto() });
    trees = await readTrees(issue.bytes ?? Buffer.alloc(0));
  });

  test('is a document of sections with headings, figures, paragraphs, lists and quotes', () => {
    expect(outline(trees[2] ?? {})).toBe(
      'Root(Document(Sect(H1 Art(H2 Figure Caption P P L(LI(Lbl LBody(P)) LI(Lbl LBody(P))) L(LI(Lbl LBody(P))) BlockQuote(P) P(Link) P(Link)))))',
    );
  });

  test('has contents entries with links to their sections', () => {
    expect(outline(trees[1] ?? {})).toContain('H1 TOC(TOCI(Reference(Link Link)))');
  });

  test('has the alternative text of each picture', () => {
    expect(findAll(trees[2] ?? {}, 'Figure').map(({ alt }) => alt)).toEqual(['Students in a hall']);
    expect(findAll(trees[0] ?? {}, 'Figure')[0]?.alt).toContain('Emblem');
  });

  test('excludes page numbers, lines and backgrounds as artifacts', async () => {
    const document = await getDocument({ data: new Uint8Array(issue.bytes ?? []), verbosity: 0 })
      .promise;
    const content = await (await document.getPage(3)).getTextContent({
      includeMarkedContent: true,
    });
    const marks: string[] = [];
    const outside: string[] = [];
    for (const item of content.items) {
      if ('str' in item) {
        if (marks.includes('Artifact')) outside.push(item.str);
      } else if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(String((item as { tag?: string }).tag));
    }
    expect(outside.filter((text) => text.trim() !== '')).toEqual(['2']);
  });

  test('has a description for each link', async () => {
    const document = await getDocument({ data: new Uint8Array(issue.bytes ?? []), verbosity: 0 })
      .promise;
    const annotations = await (await document.getPage(3)).getAnnotations();
    expect(annotations.map(({ contentsObj }) => contentsObj?.str)).toContain(
      'https://example.org/there',
    );
    for (const { contentsObj } of annotations) expect(contentsObj?.str).not.toBe('');
  });
});

test('a hyphenated word is read and copied without its hyphen', async () => {
  const { bytes, pdf } = await renderIssue(
    sampleIssue({
      KZ: [
        {
          body: `${'representatives of organisations participating in international cooperation '.repeat(12)}.`,
        },
      ],
    }),
  );
  const hyphenated = pdf.pages[2]?.lines.filter((line) => line.hyphenated) ?? [];
  expect(hyphenated.length).toBeGreaterThan(0);
  expect(pdf.pages[2]?.text).not.toContain('\u00ad');
  const words = new Set(pdf.pages[2]?.text.split(/\s+/));
  expect(
    [...words].filter((word) => /^(repre|organ|partic|interna|coop)/.test(word)).sort(),
  ).toEqual(['cooperation', 'international', 'organisations', 'participating', 'representatives']);
  expect(bytes).toBeDefined();
});
