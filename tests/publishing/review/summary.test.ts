import { describe, expect, test } from '@jest/globals';
import type { BuildReport } from '../../../src/output/build-report.ts';
import {
  type BaseReport,
  describeChange,
  type ReviewedIssue,
} from '../../../src/publishing/review/review.ts';
import { composeSummary } from '../../../src/publishing/review/summary.ts';

const REPORT: BuildReport = {
  publication: 'information-release',
  title: 'CARICC Information Release #1, 2025',
  language: 'en',
  date: '2025-01-15',
  summary: '9 events',
  contents: [{ title: 'REPUBLIC OF KAZAKHSTAN', page: 2 }],
  pages: 10,
  bytes: 436_581,
  sha256: 'ab12',
  warnings: [{ code: 'photo-small', line: 1, column: 1, message: 'small' }],
};
const BASE_REPORT: BaseReport = { ...REPORT, pages: 9, sha256: 'cd34', warnings: [] };
const ISSUE: ReviewedIssue = {
  name: '2025-01',
  before: BASE_REPORT,
  after: REPORT,
  errors: 0,
  pages: [
    { before: 1, after: 1, same: true },
    { before: undefined, after: 2, same: false },
  ],
};

function summarise(issues: readonly ReviewedIssue[], baseError?: string): string {
  const links = { pages: 'https://example.org/pages', files: '' };
  return composeSummary({ base: 'abc', issues, baseError }, links);
}

test('has a row for each issue, with the base’s value where it differs', () => {
  const text = summarise([ISSUE]);
  expect(text).toContain(
    '| 2025\\-01 | 10 (was 9) | 9 events | 437 kB | `ab12` | 1 (was 0) | 1 page differs |',
  );
  expect(text).toContain('[Pages before and after](https://example.org/pages)');
  expect(text).not.toContain('PDFs and reports');
});

test('has the same number of cells in each row, also for an issue with errors', () => {
  const broken = { ...ISSUE, after: undefined, errors: 2, pages: undefined };
  const rows = summarise([ISSUE, broken])
    .split('\n')
    .filter((line) => line.startsWith('|'));
  expect(rows.map((row) => row.split('|').length)).toEqual([9, 9, 9, 9]);
  expect(rows.join()).toContain('has 2 errors');
});

test('reports that the change touches no issue, or that there is no base', () => {
  expect(summarise([])).toContain('touches no issue');
  expect(summarise([ISSUE], 'npm failed <b>')).toContain('npm failed \\<b\\>');
});

test('stays below GitHub’s size limit, with the newest issues first', () => {
  const many = Array.from({ length: 14_000 }, (_, index) => ({ ...ISSUE, name: `n${index}` }));
  const text = summarise(many);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
  expect(text.slice(0, 1000)).toContain('| n13999 |');
  expect(text.slice(-100)).toMatch(
    /\d+ older issues are omitted because the summary would be too long\./,
  );
});

describe('the description of a change', () => {
  test.each([
    [{ errors: 1 }, 'has an error'],
    [{ after: undefined }, 'removed'],
    [{ before: undefined }, 'new'],
    [{ before: REPORT }, 'identical'],
    [{ pages: undefined }, 'differs; its pages were not drawn'],
    [{ pages: [{ before: 1, after: 1, same: true }] }, 'looks the same, different bytes'],
  ])('%#: %s', (change, words) => {
    expect(describeChange({ ...ISSUE, ...change })).toBe(words);
  });
});
