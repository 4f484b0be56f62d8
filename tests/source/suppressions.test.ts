import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { CODES } from '../../src/publications/index.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { applySuppressions, checkSuppressions } from '../../src/source/suppressions.ts';

const FILE = '/desk/issue.yaml';

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

/** Lines from 1 to 9 on which a word-twice is still told. */
function toldLines(text: string): number[] {
  const problems = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((line) => at(line));
  return applySuppressions(problems, documentOf(text)).map(({ range }) => range?.start.line ?? 0);
}

describe('a remark with a code silences that warning', () => {
  test('on its line', () => {
    expect(toldLines('a: 1\nb: the the # ok: word-twice\nc: 3\n')).toEqual([
      1, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });

  test('on the next line that holds something, when it stands alone', () => {
    expect(toldLines('# ok: word-twice\n\n# more\na: 1\nb: 2\n')).toEqual([1, 2, 3, 5, 6, 7, 8, 9]);
  });

  test('in all lines of the value that begins there', () => {
    const text = 'a: 1\nb: | # ok: word-twice\n  one\n\n  two\nc: 3\n';
    expect(toldLines(text)).toEqual([1, 6, 7, 8, 9]);
    expect(toldLines('- | # ok: word-twice\n  one\n  two\n- b\n')).toEqual([4, 5, 6, 7, 8, 9]);
  });

  test('but not in the mapping that begins there', () => {
    expect(toldLines('a: # ok: word-twice\n  b: 1\n')).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('also one of several, with a reason after them', () => {
    const text = 'b: the the # ok: photo-small, word-twice (an old picture)\n';
    expect(documentOf(text).suppressions.map(({ code }) => code)).toEqual([
      'photo-small',
      'word-twice',
    ]);
    expect(toldLines(text)).not.toContain(1);
  });

  test('with Windows line ends and a byte-order mark', () => {
    expect(toldLines('a: 1\r\nb: x # ok: word-twice\r\nc: 3\r\n')).not.toContain(2);
    expect(documentOf('\ufeffb: x # ok: word-twice\n').suppressions).toMatchObject([
      { firstLine: 1 },
    ]);
  });
});

test('text that looks like a remark is text', () => {
  const texts = [
    'b: |\n  # ok: word-twice\n  text\n',
    "b: 'x # ok: word-twice'\n",
    'b: x#ok: word-twice\n',
  ];
  expect(texts.flatMap((text) => documentOf(text).suppressions)).toEqual([]);
});

test('other codes, other files and errors are told all the same', () => {
  const document = documentOf('b: x # ok: word-twice, title-twice\n');
  const others = [
    at(1, 'photo-small'),
    { ...at(1), file: '/desk/other.yaml' },
    at(1, 'title-twice', 'error'),
  ];
  expect(applySuppressions(others, document)).toEqual(others);
});

describe('a remark is told of', () => {
  const said = (text: string, problems: readonly Problem[] = []) =>
    checkSuppressions(problems, documentOf(text), CODES).map(
      ({ code, range, message }) =>
        `${code} ${range?.start.line}:${range?.start.column} ${message}`,
    );

  test('when its code is none, with the nearest', () => {
    expect(said('b: x # ok: words-twice\n')).toEqual([
      'suppression-unknown 1:12 `words-twice` is not the code of a rule: did you mean `word-twice`?',
    ]);
  });

  test('when it silences nothing', () => {
    expect(said('b: x # ok: word-twice\n')).toEqual([
      'suppression-unused 1:12 there is no `word-twice` here to suppress',
    ]);
    expect(said('b: x # ok: word-twice\n', [at(1)])).toEqual([]);
  });

  test('when it is an error’s', () => {
    expect(said('b: x # ok: title-twice\n', [at(1, 'title-twice', 'error')])).toEqual([
      'suppression-unused 1:12 `title-twice` is an error and cannot be suppressed',
    ]);
  });

  test('but not for a warning that an error may hide', () => {
    expect(said('b: x # ok: word-twice\n', [at(3, 'key-missing', 'error')])).toEqual([]);
  });
});
