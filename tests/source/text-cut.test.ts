import { expect, test } from '@jest/globals';
import { applyChanges } from '../../src/diagnostics/apply-changes.ts';
import { readYaml } from '../../src/source/read-yaml.ts';

/** Returns the comments that are reported as cut-off text. */
function cutTextsIn(text: string): string[] {
  return readYaml(text, '/project/issue.yaml').problems.map(
    ({ message }) => message.split('`')[1] ?? '',
  );
}

test('reports a text cut off by a #, with the words that would be lost', () => {
  const { problems, document } = readYaml(
    'title: Win #1 place\nnumber: 19 # a comment\nlead: "Win #1"\n',
    '/project/issue.yaml',
  );
  expect(document.value).toEqual({ title: 'Win', number: 19, lead: 'Win #1' });
  expect(problems).toEqual([
    expect.objectContaining({
      code: 'text-cut',
      severity: 'warning',
      message: '`#1 place` is not printed: a # after a space starts a comment',
      range: { start: { line: 1, column: 12 }, end: { line: 1, column: 20 } },
    }),
  ]);
  expect(problems[0]?.hints.join(' ')).toMatch(/single quotes.*a line of its own/);
});

test.each([
  ['after a title', 'title: The drama in school # 19 of Almaty\n', '# 19 of Almaty'],
  ['after a one-word title, before a number', 'title: School # 19\n', '# 19'],
  ['after a topic', 'topics:\n  - lessons in school # 19\n', '# 19'],
  ['at the end of the lines of a body', 'body: One\n  two # 19\n', '# 19'],
  ['between brackets', 'photo:\n  { alt: A hall # 19\n  }\n', '# 19'],
  ['after a CRLF line', 'lead: The school # 19\r\nnumber: 1\r\n', '# 19'],
])('a # with spaces around it cuts off text %s', (_, text, comment) => {
  expect(cutTextsIn(text)).toEqual([comment]);
});

test.each([
  ['after a number', 'number: 19 # the second of November'],
  ['after a number, without a space', 'number: 19 #the second of November'],
  ['after a day', 'from: 2024-11-16 # 19'],
  ['after a code', 'country: KZ # 9 events'],
  ['after a word', 'side: right # the picture looks left'],
  ['after an address', 'source: https://example.org/ # 19'],
  ['after a path', 'file: photos/hall.jpg # JPEG'],
  ['after quotes', "title: 'The drama in school' # 19"],
  ['after the vertical bar of a body', 'body: | # 19\n  One two # 19'],
  ['after more than one space', 'alt: Students in a hall   # read aloud'],
  ['that suppresses a warning', 'title: The drama in school # ok: title-twice'],
  ['that suppresses a warning, without a space', 'title: The drama in school #ok: title-twice'],
  ['without words', 'title: The drama #'],
  ['with two # characters', 'title: The drama ## 19'],
  ['on a line of its own', '# 19 of these\ntitle: The drama in school\n# 20'],
])('accepts a comment %s', (_, text) => {
  expect(cutTextsIn(text)).toEqual([]);
});

test('reports a word after an & that no alias uses, with the edit that quotes the text', () => {
  const text = 'title: &Friends meet\nlead: One\n';
  const [problem] = readYaml(text, '/project/issue.yaml').problems;
  expect(problem).toMatchObject({
    code: 'text-cut',
    severity: 'warning',
    range: { start: { line: 1, column: 8 }, end: { line: 1, column: 16 } },
  });
  const [edit] = problem?.edits ?? [];
  expect(edit?.isSure).toBe(false);
  expect(applyChanges(text, edit?.changes ?? [])).toBe("title: '&Friends meet'\nlead: One\n");
});

test.each([
  ['that an alias uses', 'title: &Friends meet\nlead: *Friends\n'],
  ['before a list', 'topics: &topics\n  - One\n'],
  ['inside a text', 'title: Mothers &Friends meet\n'],
  ['between quotes', "title: '&Friends meet'\n"],
])('accepts a word after an & %s', (_, text) => {
  expect(cutTextsIn(text)).toEqual([]);
});

test('reports a subheading at the end of a body that is not indented, with the edit that indents it', () => {
  const text = 'body: |\n  One.\n\n### The lesson\nlead: Two\n';
  const [problem] = readYaml(text, '/project/issue.yaml').problems;
  expect(problem).toMatchObject({
    code: 'text-cut',
    range: { start: { line: 4, column: 1 }, end: { line: 4, column: 15 } },
  });
  const [edit] = problem?.edits ?? [];
  expect(edit?.isSure).toBe(false);
  expect(applyChanges(text, edit?.changes ?? [])).toBe(
    'body: |\n  One.\n\n  ### The lesson\nlead: Two\n',
  );
});

test.each([
  ['of one # after a body', 'body: |\n  One.\n\n# The lesson\nlead: Two\n'],
  ['that is a line', 'body: |\n  One.\n\n##########\nlead: Two\n'],
  ['before a key', 'number: 1\n### The lesson\nlead: Two\n'],
  ['that is a subheading in the body', 'body: |\n  One.\n\n  ### The lesson\nlead: Two\n'],
])('accepts a comment %s', (_, text) => {
  expect(cutTextsIn(text)).toEqual([]);
});
