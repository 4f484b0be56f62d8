import { expect, test } from '@jest/globals';
import {
  composeBuildReport,
  describeContents,
  serializeReport,
} from '../../src/output/build-report.ts';

const FACTS = {
  language: 'en',
  date: '2024-11-30',
  title: 'CARICC Information Release #19, 2024',
  summary: '30 events',
  contents: [{ title: 'REPUBLIC OF KAZAKHSTAN', place: 'section-kz', data: { country: 'KZ' } }],
  data: { number: 19, period: { from: '2024-11-16', to: '2024-11-30' } },
};
const PAGES = {
  bytes: Buffer.from('bytes'),
  pages: 26,
  numberOf: (place: string) => (place === 'section-kz' ? 2 : undefined),
};

test('the report has the common facts, those of the publication, and those of the file', () => {
  expect(
    JSON.parse(serializeReport(composeBuildReport('information-release', FACTS, PAGES, []))),
  ).toEqual({
    publication: 'information-release',
    title: 'CARICC Information Release #19, 2024',
    language: 'en',
    date: '2024-11-30',
    summary: '30 events',
    number: 19,
    period: { from: '2024-11-16', to: '2024-11-30' },
    contents: [{ country: 'KZ', title: 'REPUBLIC OF KAZAKHSTAN', page: 2 }],
    pages: 26,
    bytes: 5,
    sha256: '277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9',
    warnings: [],
  });
});

test('a draft is named in the report and in the words for its contents', () => {
  const draft = composeBuildReport('information-release', FACTS, PAGES, [], true);
  const finished = composeBuildReport('information-release', FACTS, PAGES, [], false);
  expect(JSON.parse(serializeReport(draft)).draft).toBe(true);
  expect(serializeReport(finished)).not.toContain('draft');
  expect([draft, finished].map(describeContents)).toEqual(['draft, 30 events', '30 events']);
});

test('a place without a page is a bug and throws', () => {
  const facts = { ...FACTS, contents: [{ title: 'Nowhere', place: 'section-xx' }] };
  expect(() => composeBuildReport('information-release', facts, PAGES, [])).toThrow('section-xx');
});

test('a warning has its code, position and message, but no local path', () => {
  const range = { start: { line: 12, column: 9 }, end: { line: 12, column: 20 } };
  const problem = {
    code: 'source-twice',
    severity: 'warning',
    file: '/home/me/issue.yaml',
    message: 'this source is already used on line 9',
    hints: ['See.'],
  } as const;
  const { warnings } = composeBuildReport('information-release', FACTS, PAGES, [
    { ...problem, range },
    problem,
  ]);
  expect(warnings).toEqual([
    { code: 'source-twice', line: 12, column: 9, message: problem.message },
    { code: 'source-twice', line: 1, column: 1, message: problem.message },
  ]);
});
