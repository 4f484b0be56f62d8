import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { BuildReport } from '../../src/output/build-report.ts';
import { linkEditions, readBuiltEditions } from '../../src/output/edition-links.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

const report = (language: string): BuildReport => ({
  publication: 'plain',
  title: 'Plain',
  language,
  date: '2025-01-15',
  summary: '1 event',
  contents: [],
  pages: 1,
  bytes: 1,
  sha256: `hash of ${language}`,
  warnings: [],
});

test('the reports of editions name the PDFs of each other', () => {
  const [first, second] = linkEditions([
    { name: 'plain-1', report: report('en') },
    { name: 'plain-1.ru', report: report('ru') },
  ]);
  expect(first?.report.editions).toEqual([
    { language: 'ru', file: 'plain-1.ru.pdf', sha256: 'hash of ru' },
  ]);
  expect(second?.report.editions).toEqual([
    { language: 'en', file: 'plain-1.pdf', sha256: 'hash of en' },
  ]);
});

test('the report of a single edition stays as it is', () => {
  const edition = { name: 'plain-1', report: report('en') };
  expect(linkEditions([edition])).toEqual([edition]);
});

test('reads the reports that have a PDF beside them and are reports', async () => {
  const built = { ...report('en'), sha256: createHash('sha256').update('PDF').digest('hex') };
  const host = createMemoryHost({
    '/out/plain-1.json': JSON.stringify(built),
    '/out/plain-1.pdf': 'PDF',
    '/out/alone.json': JSON.stringify(built),
    '/out/changed.json': JSON.stringify(built),
    '/out/changed.pdf': 'another PDF',
    '/out/broken.json': '{',
    '/out/broken.pdf': 'PDF',
    '/out/other.json': '{"name": "something else"}',
    '/out/other.pdf': 'PDF',
  });
  const names = ['plain-1', 'alone', 'changed', 'broken', 'other', 'missing'];
  const editions = await readBuiltEditions(names, '/out', host);
  expect(editions).toEqual([{ name: 'plain-1', report: built }]);
});
