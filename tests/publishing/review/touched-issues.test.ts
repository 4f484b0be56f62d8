import { expect, test } from '@jest/globals';
import { findTouchedIssues } from '../../../src/publishing/review/base-checkout.ts';

const KNOWN = ['2024-19', '2025-01'];

test.each([
  [['issues/2025-01/issue.yaml'], ['2025-01'], []],
  [['issues/2024-19/photos/a.jpg', 'README.md'], ['2024-19'], []],
  [['issues/2024-18/issue.yaml'], [], ['2024-18']],
  [['src/pdf/word.ts'], KNOWN, []],
  [['templates/information-release/theme.yaml'], KNOWN, []],
  [['package-lock.json'], KNOWN, []],
  [['docs/src/a.ts', 'tests/cli.test.ts', 'README.md', 'issues/README.md'], [], []],
  [['issues/\n::error::/issue.yaml'], [], []],
  [['issues/2025-01/src/package.json'], ['2025-01'], []],
])('%j touches %j', (changed, present, removed) => {
  expect(findTouchedIssues(changed, KNOWN)).toEqual({ present, removed });
});
