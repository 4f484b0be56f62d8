import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { Issue } from '../../src/publications/information-release/schema.ts';
import { buildFolder } from '../helpers/build-folder.ts';
import {
  linesInMargins,
  linesOnPictures,
  picturesInMargins,
  singleLines,
  strandedTitles,
} from '../helpers/page-rules.ts';
import { referenceIssue, root } from '../helpers/project-root.ts';
import { type ReadPdf, readPdf } from '../helpers/read-pdf.ts';

// The transcription of a published release is not part of the repository.
const describeReference = referenceIssue ? describe : describe.skip;
const issues = [
  ...(referenceIssue ? [['the reference issue', referenceIssue] as const] : []),
  ['issue 2024-19', join(root, 'issues', '2024-19')] as const,
  ['issue 2025-01', join(root, 'issues', '2025-01')] as const,
];

async function build(folder: string) {
  const built = await buildFolder(folder);
  return { ...built, pdf: await readPdf(built.bytes) };
}

describe.each(issues)('%s', (_, folder) => {
  let pdf: ReadPdf;
  let built: Awaited<ReturnType<typeof build>>;
  let issue: Issue;

  beforeAll(async () => {
    built = await build(folder);
    pdf = built.pdf;
    issue = parse(readFileSync(join(folder, 'issue.yaml'), 'utf8')) as Issue;
  });

  test('has no errors', () => {
    expect(built.outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('keeps every line and picture inside the text block', () => {
    expect(linesInMargins(pdf)).toEqual([]);
    expect(picturesInMargins(pdf)).toEqual([]);
  });

  test('has no text on a picture', () => {
    expect(pdf.pages.flatMap(({ pictures }) => pictures)).not.toHaveLength(0);
    expect(linesOnPictures(pdf)).toEqual([]);
  });

  test('has no widows and orphans', () => {
    expect(singleLines(pdf)).toEqual([]);
  });

  test('keeps every title with its text', () => {
    expect(strandedTitles(pdf)).toEqual([]);
  });

  test('prints every word of every article', () => {
    const printed = countWords(pdf.pages.map(({ text }) => text).join('\n'));
    const lost = new Map<string, number>();
    for (const [word, count] of countWords(wordsOf(issue))) {
      const missing = count - (printed.get(word) ?? 0);
      if (missing > 0) lost.set(word, missing);
    }
    expect([...lost]).toEqual([]);
  });

  test('has the same page numbers on pages, in labels, contents and report', () => {
    for (const page of pdf.pages.slice(1, -1)) expect(page.lines.at(-1)?.text).toBe(page.label);
    // The covers have no page number.
    for (const page of [pdf.pages[0], pdf.pages.at(-1)]) {
      expect(page?.lines.at(-1)?.text).not.toMatch(/^\d+$/);
    }
    const contents = pdf.pages[1]?.lines.flatMap(
      ({ text }) => /^([A-Z ]+?) [ .]+ (\d+)$/.exec(text)?.slice(1) ?? [],
    );
    const { report } = built.outcome;
    expect(contents).toEqual(report?.contents.flatMap(({ title, page }) => [title, String(page)]));
    for (const { title, page } of report?.contents ?? []) {
      expect(pdf.pages.find(({ label }) => label === String(page))?.lines[0]?.text).toBe(title);
    }
  });
});

describeReference('the published release', () => {
  test('has the page numbers and counts of the published release', async () => {
    const folder = referenceIssue ?? '';
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const { report } = (await build(folder)).outcome;
    const { contents, events } = JSON.parse(JSON.stringify(report));
    expect(contents.map(({ country, page }: Record<string, unknown>) => [country, page])).toEqual(
      expected.contents,
    );
    expect(
      Object.fromEntries(
        events.countries.map(({ country, events: count }: Record<string, unknown>) => [
          country,
          count,
        ]),
      ),
    ).toEqual(expected.counts);
    expect(events.total).toBe(expected.total);
  });
});

function wordsOf({ sections }: Issue): string {
  return sections
    .flatMap(({ articles, topics }) => [
      ...topics,
      ...articles.flatMap(({ title, lead, body }) => [
        title.toUpperCase(),
        lead ?? '',
        body.replace(/^\s*(?:- |\* |\d+\. )/gm, ''),
      ]),
    ])
    .join('\n')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+/g, '');
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  // Splits at hyphens, because a compound may be broken after its hyphen at the end of a line.
  for (const word of text.split(/[^\p{L}\p{N}]+/u).filter(Boolean))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
