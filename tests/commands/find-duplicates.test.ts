import { expect, test } from '@jest/globals';
import { findDuplicates } from '../../src/commands/find-issues.ts';

const file = (name: string) => `/issues/${name}/issue.yaml`;

test('finds folders that name the same issue, and no others', () => {
  const files = ['2024-01', '2025-01', '2025-1', '2025-10', '2025-001'].map(file);
  expect(findDuplicates(files)).toEqual({
    unique: [file('2024-01'), file('2025-01'), file('2025-10')],
    duplicates: [
      [file('2025-1'), file('2025-01')],
      [file('2025-001'), file('2025-01')],
    ],
  });
});
