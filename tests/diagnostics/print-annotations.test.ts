import { expect, test } from '@jest/globals';
import { printAnnotations } from '../../src/diagnostics/print-text.ts';
import type { Problem } from '../../src/diagnostics/problem.ts';

function annotate(changes: Partial<Problem>): string {
  const problem: Problem = {
    code: 'title-twice',
    severity: 'error',
    file: '/project/issue.yaml',
    message: 'this title is already used on line 8',
    hints: [],
    ...changes,
  };
  return printAnnotations([problem], { displayPath: (path) => path.replace('/project/', '') });
}

test('formats a problem as a workflow command with file, line and columns', () => {
  const range = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
  expect(annotate({ range })).toBe(
    '::error file=issue.yaml,line=3,endLine=3,col=5,endColumn=9,title=title-twice::this title is already used on line 8\n',
  );
});

test('a range of several lines has no end column', () => {
  const range = { start: { line: 3, column: 5 }, end: { line: 4, column: 1 } };
  expect(annotate({ range })).toContain('line=3,endLine=4,col=5,title=');
});

test('formats a warning, and a problem without a range', () => {
  expect(annotate({ severity: 'warning' })).toMatch(
    /^::warning file=issue\.yaml,title=title-twice::/,
  );
});

test('hints follow on separate lines, and special characters are escaped', () => {
  expect(annotate({ message: '100%\r\n::error::x', hints: ['Fix it.'] })).toMatch(
    /::100%25␍␊::error::x%0AFix it\.\n$/,
  );
  expect(annotate({ file: '/project/a,b:c%.yaml' })).toContain('file=a%2Cb%3Ac%25.yaml,');
});
