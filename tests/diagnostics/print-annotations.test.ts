import { expect, test } from '@jest/globals';
import { printAnnotations } from '../../src/diagnostics/print-text.ts';
import type { Problem } from '../../src/diagnostics/problem.ts';

function annotate(changes: Partial<Problem>): string {
  const problem: Problem = {
    code: 'title-twice',
    severity: 'error',
    file: '/desk/issue.yaml',
    message: 'this title stands at line 8 already',
    hints: [],
    ...changes,
  };
  return printAnnotations([problem], { displayPath: (path) => path.replace('/desk/', '') });
}

test('a problem becomes a command of GitHub’s with its file, line and columns', () => {
  const range = { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } };
  expect(annotate({ range })).toBe(
    '::error file=issue.yaml,line=3,endLine=3,col=5,endColumn=9,title=title-twice::this title stands at line 8 already\n',
  );
});

test('a place of several lines has no last column', () => {
  const range = { start: { line: 3, column: 5 }, end: { line: 4, column: 1 } };
  expect(annotate({ range })).toContain('line=3,endLine=4,col=5,title=');
});

test('a warning stays one, and a problem of the whole file has no line', () => {
  expect(annotate({ severity: 'warning' })).toMatch(
    /^::warning file=issue\.yaml,title=title-twice::/,
  );
});

test('hints follow on lines of their own, and nothing in a text can end the command', () => {
  expect(annotate({ message: '100%\r\n::error::x', hints: ['Mend it.'] })).toMatch(
    /::100%25␍␊::error::x%0AMend it\.\n$/,
  );
  expect(annotate({ file: '/desk/a,b:c%.yaml' })).toContain('file=a%2Cb%3Ac%25.yaml,');
});
