import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { CODES } from '../../src/publications/index.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { applySuppressions, checkSuppressions } from '../../src/source/suppressions.ts';

const FILE = '/project/issue.yaml';

function documentOf(text: string) {
  return readYaml(text, FILE).document;
}

function at(
  line: number,
  code: string = 'word-twice',
  severity: Problem['severity'] = 'warning',
): Problem {
  const place = { line, column: 1 };
  return {
    code,
    severity,
    file: FILE,
    range: { start: place, end: place },
    message: '',
    hints: [],
  };
}

/** Returns the lines from 1 to 9 on which word-twice is not suppressed. */
function reportedLines(text: string): number[] {
  const problems = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((line) => at(line));
  return applySuppressions(problems, documentOf(text)).map(({ range }) => range?.start.line ?? 0);
}

describe('a comment with a code suppresses that warning', () => {
  test('on its line', () => {
    expect(reportedLines('a: 1\nb: the the # ok: word-twice\nc: 3\n')).toEqual([
      1, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  test('on the next line with content if the comment has its own line', () => {
    expect(reportedLines('# ok: word-twice\n\n# more\na: 1\nb: 2\n')).toEqual([
      1, 2, 3, 5, 6, 7, 8, 9,
    ]);
  });

  test('on all lines of the value that starts there', () => {
    const text = 'a: 1\nb: | # ok: word-twice\n  one\n\n  two\nc: 3\n';
    expect(reportedLines(text)).toEqual([1, 6, 7, 8, 9]);
    expect(reportedLines('- | # ok: word-twice\n  one\n  two\n- b\n')).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test('but not in the mapping that starts there', () => {
    expect(reportedLines('a: # ok: word-twice\n  b: 1\n')).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('if it lists several codes and a reason', () => {
    const text = 'b: the the # ok: photo-small, word-twice (an old picture)\n';
    expect(documentOf(text).suppressions.map(({ code }) => code)).toEqual([
      'photo-small',
      'word-twice',
    ]);
    expect(reportedLines(text)).not.toContain(1);
  });

  test('in a file with CRLF and a byte-order mark', () => {
    expect(reportedLines('a: 1\r\nb: x # ok: word-twice\r\nc: 3\r\n')).not.toContain(2);
    expect(documentOf('\ufeffb: x # ok: word-twice\n').suppressions).toMatchObject([
      { firstLine: 1 },
    ]);
  });
});

test('text that looks like a comment suppresses nothing', () => {
  const texts = [
    'b: |\n  # ok: word-twice\n  text\n',
    "b: 'x # ok: word-twice'\n",
    'b: x#ok: word-twice\n',
  ];
  expect(texts.flatMap((text) => documentOf(text).suppressions)).toEqual([]);
});

test('other codes, other files and errors are still reported', () => {
  const document = documentOf('b: x # ok: word-twice, title-twice\n');
  const others = [
    at(1, 'photo-small'),
    { ...at(1), file: '/project/other.yaml' },
    at(1, 'title-twice', 'error'),
  ];
  expect(applySuppressions(others, document)).toEqual(others);
});

describe('a comment is reported', () => {
  const problemsOf = (text: string, problems: readonly Problem[] = []) =>
    checkSuppressions(problems, documentOf(text), CODES).map(
      ({ code, range, message }) =>
        `${code} ${range?.start.line}:${range?.start.column} ${message}`,
    );

  test('if its code does not exist, with a suggestion', () => {
    expect(problemsOf('b: x # ok: words-twice\n')).toEqual([
      'suppression-unknown 1:12 `words-twice` is not the code of a rule: did you mean `word-twice`?',
    ]);
  });

  test('if it suppresses nothing', () => {
    expect(problemsOf('b: x # ok: word-twice\n')).toEqual([
      'suppression-unused 1:12 there is no `word-twice` here to suppress',
    ]);
    expect(problemsOf('b: x # ok: word-twice\n', [at(1)])).toEqual([]);
  });

  test('if its code is an error', () => {
    expect(problemsOf('b: x # ok: title-twice\n', [at(1, 'title-twice', 'error')])).toEqual([
      'suppression-unused 1:12 `title-twice` is an error and cannot be suppressed',
    ]);
  });

  test('but not if an error may hide the warning', () => {
    expect(problemsOf('b: x # ok: word-twice\n', [at(3, 'key-missing', 'error')])).toEqual([]);
  });
});
