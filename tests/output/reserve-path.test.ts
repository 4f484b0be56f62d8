import { expect, test } from '@jest/globals';
import { createPathReservations } from '../../src/output/reserve-path.ts';

test('a path can be reserved by one issue only', () => {
  const { reserve } = createPathReservations();
  expect(reserve('/out/2024-19.pdf', '/a/issue.yaml')).toBeUndefined();
  expect(reserve('/out/2024-20.pdf', '/b/issue.yaml')).toBeUndefined();
  expect(reserve('/out/2024-19.pdf', '/a/issue.yaml')).toBeUndefined();
  expect(reserve('/out/2024-19.pdf', '/b/issue.yaml')).toMatchObject({
    code: 'issue-twice',
    severity: 'error',
    file: '/b/issue.yaml',
    message: '/a/issue.yaml has the same number and year: its PDF was just built as 2024-19.pdf',
  });
});
