import { expect, test } from '@jest/globals';
import {
  groupProblems,
  listOthers,
  type ProblemGroup,
} from '../../src/diagnostics/group-problems.ts';
import { printAnnotations, printProblems } from '../../src/diagnostics/print-text.ts';
import { limitProblems, type Problem } from '../../src/diagnostics/problem.ts';
import { LIMITS } from '../../src/limits.ts';

function problemAt(line: number, changes: Partial<Problem> = {}): Problem {
  const range = { start: { line, column: 9 }, end: { line, column: 12 } };
  return {
    code: 'photo-no-alt',
    severity: 'warning',
    file: '/desk/issue.yaml',
    range,
    message: 'the photo has no `alt`',
    hints: ['Describe it.'],
    ...changes,
  };
}

/** A number of problems of one code, on every tenth line. */
const many = (count: number, changes: (line: number) => Partial<Problem> = () => ({})) =>
  Array.from({ length: count }, (_, index) => {
    const line = 10 * (index + 1);
    return problemAt(line, changes(line));
  });
const linesOf = (group: readonly Problem[]) => group.map(({ range }) => range?.start.line);
const context = {
  sources: new Map([['/desk/issue.yaml', 'text\n'.repeat(400)]]),
  displayPath: (path: string) => path.replace('/desk/', ''),
};

test('four problems of a code in a file are one entry, three are not', () => {
  expect(groupProblems(many(3)).map(linesOf)).toEqual([[10], [20], [30]]);
  expect(groupProblems(many(4)).map(linesOf)).toEqual([[10, 20, 30, 40]]);
});

test('an entry stands in the place of its first problem', () => {
  const other = problemAt(15, { code: 'word-twice' });
  const [first, ...rest] = many(5);
  if (!first) return;
  const groups = groupProblems([problemAt(1, { code: 'quote-open' }), first, other, ...rest]);
  expect(groups.map(linesOf)).toEqual([[1], [10, 20, 30, 40, 50], [15]]);
});

test('problems of other files, and errors beside warnings, are entries of their own', () => {
  const elsewhere = many(4, () => ({ file: '/desk/issue.ru.yaml' }));
  const errors = many(4, () => ({ severity: 'error' }));
  const groups = groupProblems([...many(4), ...elsewhere, ...errors]);
  expect(groups.map(linesOf)).toEqual([
    [10, 20, 30, 40],
    [10, 20, 30, 40],
    [10, 20, 30, 40],
  ]);
});

test('the same message is printed once, with the lines of all', () => {
  expect(printProblems(many(28), context)).toBe(
    [
      'issue.yaml:10:9: warning: the photo has no `alt` [photo-no-alt]',
      '   9 │ text',
      '> 10 │ text',
      '     │     ^^^',
      '  11 │ text',
      '  → Describe it.',
      `  27 more of this kind, in lines ${linesOf(many(28)).slice(1).join(', ')}`,
      '',
    ].join('\n'),
  );
});

test('different messages are listed with their lines, and folded after ten', () => {
  const text = printProblems(
    many(13, (line) => ({ message: `a word on line ${line}` })),
    context,
  );
  expect(text.split('\n').slice(6)).toEqual([
    '  12 more of this kind:',
    ...linesOf(many(11))
      .slice(1)
      .map((line) => `    line ${line}: a word on line ${line}`),
    '    … and 2 more (npm run check -- --full)',
    '',
  ]);
});

test('full output prints each problem in full', () => {
  const text = printProblems(many(5), { ...context, isFull: true });
  expect(text.match(/warning:/g)).toHaveLength(5);
  expect(text).not.toContain('more of this kind');
});

test('GitHub gets one annotation with all places, as it shows only ten of a step', () => {
  const text = printAnnotations(many(28), context);
  expect(text.trimEnd().split('\n')).toHaveLength(1);
  expect(text).toMatch(/^::warning file=issue\.yaml,line=10,/);
  expect(text).toContain(
    `%0ADescribe it.%0A27 more of this kind, in lines ${linesOf(many(28)).slice(1).join(', ')}\n`,
  );
  const different = printAnnotations(
    many(28, (line) => ({ message: `a word on line ${line}` })),
    context,
  );
  expect(different.match(/a word on line/g)).toHaveLength(28);
});

test('problems beyond the limit of a code are counted with those of the entry', () => {
  const limited = limitProblems(many(LIMITS.problemsPerCode + 50));
  const [group] = groupProblems(limited);
  expect(group).toHaveLength(LIMITS.problemsPerCode);
  const [line = ''] = listOthers(group as ProblemGroup, { isFolded: false });
  expect(line).toMatch(/^249 more of this kind, in lines 20, 30, [\d, ]+2000 and 50 more$/);
});

test('a problem of the file as a whole is listed without a line', () => {
  const group = many(4, (line) => (line > 20 ? { range: undefined } : {}));
  expect(listOthers(group as unknown as ProblemGroup, { isFolded: true })).toEqual([
    '3 more of this kind:',
    '  line 20: the photo has no `alt`',
    '  the file: the photo has no `alt`',
    '  the file: the photo has no `alt`',
  ]);
});
