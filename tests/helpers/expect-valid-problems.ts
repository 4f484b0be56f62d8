import { expect } from '@jest/globals';
import { hasErrors, type Problem } from '../../src/diagnostics/problem.ts';
import type { RenderOutcome } from '../../src/pipeline/pipeline.ts';
import { CODES } from '../../src/publications/index.ts';

/** Expects either a PDF or errors, and problems with known codes on existing lines. */
export function expectValidOutcome(
  { problems, issue }: Pick<RenderOutcome, 'problems' | 'issue'>,
  text: string,
): void {
  expect(hasErrors(problems)).toBe(issue === undefined);
  expectValidRanges(problems, text);
}

/** Expects problems with known codes on existing lines. */
export function expectValidRanges(problems: readonly Problem[], text: string): void {
  const lines = text.split(/\r\n|\n|\r/).length;
  const wrong = problems.filter(({ code, range }) => {
    const line = range?.start.line ?? 1;
    const unplaced = range === undefined && !code.startsWith('file-');
    return !(code in CODES) || unplaced || line < 1 || line > lines;
  });
  expect(wrong).toEqual([]);
}
