import { expect, test } from '@jest/globals';
import { composeReport, printReport } from '../../src/output/build-report.ts';

const FACTS = {
  number: 19,
  year: 2024,
  language: 'en',
  period: { from: '2024-11-16', to: '2024-11-30' },
  events: { total: 30, countries: [{ country: 'KZ', events: 9 }] },
  contents: [{ country: 'KZ', title: 'REPUBLIC OF KAZAKHSTAN', page: 2 }],
};
const FILE = { pages: 26, bytes: 1234567, sha256: 'ab' };

test('the report is what ISSUE-FORMAT.md says, its keys in that order', () => {
  expect(printReport(composeReport('information-release', FACTS, FILE, []))).toBe(`{
  "publication": "information-release",
  "number": 19,
  "year": 2024,
  "language": "en",
  "period": {
    "from": "2024-11-16",
    "to": "2024-11-30"
  },
  "events": {
    "total": 30,
    "countries": [
      {
        "country": "KZ",
        "events": 9
      }
    ]
  },
  "contents": [
    {
      "country": "KZ",
      "title": "REPUBLIC OF KAZAKHSTAN",
      "page": 2
    }
  ],
  "pages": 26,
  "bytes": 1234567,
  "sha256": "ab",
  "warnings": []
}
`);
});

test('a warning is its code, place and message, without a path of the machine', () => {
  const range = { start: { line: 12, column: 9 }, end: { line: 12, column: 20 } };
  const problem = {
    code: 'source-twice',
    severity: 'warning',
    file: '/home/me/issue.yaml',
    message: 'this source stands at line 9 already',
    hints: ['See.'],
  } as const;
  const { warnings } = composeReport('information-release', FACTS, FILE, [
    { ...problem, range },
    problem,
  ]);
  expect(warnings).toEqual([
    { code: 'source-twice', line: 12, column: 9, message: problem.message },
    { code: 'source-twice', line: 1, column: 1, message: problem.message },
  ]);
});
