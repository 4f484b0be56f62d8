import { describe, expect, test } from '@jest/globals';
import type { Range } from '../../src/diagnostics/problem.ts';
import { readYaml, type SourceDocument } from '../../src/source/read-yaml.ts';

const TEXT = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
language:
sections:
  - country: KZ
    topics:
      - lessons
      - "lectures"
    articles:
      - title: 'Rally'
        body: |
          First line.

          Third [link](x) here.
  - country: UZ
`;

function read(text: string): SourceDocument {
  return readYaml(text, '/project/issue.yaml').document;
}

/** Returns the text of a range on its first line. */
function marked(text: string, { start, end }: Range): string {
  const line = text.split(/\r?\n/)[start.line - 1] ?? '';
  return line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
}

/** Formats a range as line, column and marked text. */
function shown(text: string, range: Range): string {
  return `${range.start.line}:${range.start.column} ${marked(text, range)}`;
}

describe('the range of a value', () => {
  const { locate } = read(TEXT);
  test.each([
    [['number'], '1:9 19'],
    [['period', 'to'], '2:33 2024-11-30'],
    [['sections', 0, 'topics', 0], '7:9 lessons'],
    [['sections', 0, 'topics', 1], '8:9 "lectures"'],
    [['sections', 0, 'articles', 0, 'title'], "10:16 'Rally'"],
    [['sections', 1, 'country'], '15:14 UZ'],
  ])('%j is its first line', (path, place) => {
    expect(shown(TEXT, locate(path))).toBe(place);
  });

  test('is that of its key if it has no value', () => {
    expect(shown(TEXT, locate(['language']))).toBe('3:1 language');
  });

  test('is that of its key for a key without a value between brackets', () => {
    const text = 'number: 1\nphoto: { file: a.jpg, side }\n';
    expect(shown(text, read(text).locate(['photo', 'side']))).toBe('2:23 side');
  });

  test('is the first line of a mapping', () => {
    expect(shown(TEXT, locate(['sections', 0]))).toBe('5:5 country: KZ');
  });

  test('is the nearest enclosing value if the path does not exist', () => {
    expect(shown(TEXT, locate(['sections', 0, 'articles', 0, 'source']))).toBe(
      "10:9 title: 'Rally'",
    );
    expect(shown(TEXT, locate(['sections', 7, 'country']))).toBe('4:1 sections');
    expect(shown(TEXT, locate(['title']))).toBe('1:1 number: 19');
    expect(shown(TEXT, locate(['sections', 0, 'country', 'file']))).toBe('5:14 KZ');
  });

  test('is the start of an empty file', () => {
    expect(read('').locate([])).toEqual({
      start: { line: 1, column: 1 },
      end: { line: 1, column: 2 },
    });
  });

  test('is found through an alias', () => {
    const text = 'a: &photo { file: a.jpg }\nb: *photo\n';
    expect(shown(text, read(text).locate(['b', 'file']))).toBe('1:19 a.jpg');
  });
});

describe('the range of a key', () => {
  const { locateKey } = read(TEXT);
  test('is the key, not its value', () => {
    expect(shown(TEXT, locateKey(['period']))).toBe('2:1 period');
    expect(shown(TEXT, locateKey(['period', 'from']))).toBe('2:11 from');
    expect(shown(TEXT, locateKey(['sections', 0, 'topics']))).toBe('6:5 topics');
  });

  test('is found for a numeric key', () => {
    const text = 'number: 1\n2024: x\n';
    expect(shown(text, read(text).locateKey(['2024']))).toBe('2:1 2024');
  });

  test('is that of its mapping if there is no such key', () => {
    expect(shown(TEXT, locateKey(['sections', 1, 'topics']))).toBe('15:5 country: UZ');
  });
});

describe('the range of a part of a text', () => {
  const path = ['sections', 0, 'articles', 0, 'body'];
  const body = 'First line.\n\nThird [link](x) here.\n';
  const from = body.indexOf('[link]');

  test('has its line and column in the file', () => {
    const { locateText } = read(TEXT);
    expect(shown(TEXT, locateText(path, from, from + 9))).toBe('14:17 [link](x)');
    expect(shown(TEXT, locateText(path, 0, 5))).toBe('12:11 First');
  });

  test('is the same in a file with CRLF', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    expect(shown(text, read(text).locateText(path, from, from + 9))).toBe('14:17 [link](x)');
  });

  test('ends with its first line', () => {
    expect(shown(TEXT, read(TEXT).locateText(path, 6, 20))).toBe('12:17 line.');
  });

  test('includes spaces beyond the indentation of the text', () => {
    const text = 'body: |\n  One.\n    Two here.\n';
    expect(shown(text, read(text).locateText(['body'], 11, 15))).toBe('3:9 here');
  });

  test('is found in a block text with a comment after the vertical bar', () => {
    const text = 'body: |- # the story\n  One here.';
    expect(shown(text, read(text).locateText(['body'], 4, 8))).toBe('2:7 here');
  });

  test('is found in plain and in quoted text', () => {
    const text = "title: Rally here\nlead: 'Rally here'\n";
    const { locateText } = read(text);
    expect(shown(text, locateText(['title'], 6, 10))).toBe('1:14 here');
    expect(shown(text, locateText(['lead'], 6, 10))).toBe('2:14 here');
  });

  test('is the whole text if the text is escaped or folded', () => {
    const text = 'title: "Rally\\u0020here"\nlead: >\n  Rally\n  here\n';
    const { locateText } = read(text);
    expect(locateText(['title'], 6, 10).start).toEqual({ line: 1, column: 8 });
    expect(locateText(['lead'], 6, 10).start).toEqual({ line: 2, column: 7 });
  });
});

describe('a line that YAML joined to the paragraph before it', () => {
  const joinedLineIn = (text: string) => {
    const range = read(text).locateJoinedLine(['body']);
    return range && shown(text, range);
  };

  test.each([
    ['on the line of the key', 'body: One.\n\n  Two.\n\n  Three.\n', '3:3 Two.'],
    ['below the key', 'body:\n  One.\n\n  Two.\n', '4:3 Two.'],
    ['in a folded block', 'body: >\n  One.\n\n  Two.\n', '4:3 Two.'],
    ['in a folded block with a chomping indicator', 'body: >-\n  One.\n\n  Two.\n', '4:3 Two.'],
    ['in single quotes', "body: 'One.\n\n  Two.'\n", "3:3 Two.'"],
    ['in double quotes', 'body: "One.\n\n  Two."\n', '3:3 Two."'],
    ['after a blank line with spaces', 'body: One.\n  \n  Two.\n', '3:3 Two.'],
    ['in a file with CRLF', 'body: One.\r\n\r\n  Two.\r\n', '3:3 Two.'],
    ['as direct speech', 'body: One.\n  - Two.\n', '2:3 - Two.'],
    ['as an item of a list', 'body: >\n  * one\n  * two\n', '3:3 * two'],
    ['as a numbered item', 'body: >\n  1. one\n  2. two\n', '3:3 2. two'],
  ])('is found %s', (_, text, place) => {
    expect(joinedLineIn(text)).toBe(place);
  });

  test.each([
    ['in a literal block', 'body: |\n  One.\n\n  Two.\n  - Three.\n'],
    ['in one paragraph of two lines', 'body: One\n  goes on.\n'],
    ['in one folded paragraph', 'body: >\n  One\n  goes on.\n\nlead: x\n'],
    ['where two blank lines separate paragraphs', 'body: >\n  One.\n\n\n  Two.\n'],
    [
      'where indented lines of a folded block keep their line ends',
      'body: >\n  One:\n\n    * two\n    * three\n',
    ],
    ['after an escaped line break', 'body: "One.\\n\\nTwo."\n'],
    ['in a number', 'body: 19\n'],
  ])('is not found %s', (_, text) => {
    expect(joinedLineIn(text)).toBeUndefined();
  });
});

describe('values', () => {
  test('dates and the country code NO stay text', () => {
    expect(read('from: 2024-11-16\ncountry: NO\n').value).toEqual({
      from: '2024-11-16',
      country: 'NO',
    });
  });

  test('line ends of a body are normalized', () => {
    expect(read('body: |\r\n  One.\r\n  Two.\r\n').value).toEqual({ body: 'One.\nTwo.\n' });
  });
});
