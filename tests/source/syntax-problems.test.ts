import { describe, expect, test } from '@jest/globals';
import { readYaml } from '../../src/source/read-yaml.ts';

const FILE = '/project/issue.yaml';

/** Returns line, column and message of each problem. */
function problemsIn(text: string): string[] {
  return readYaml(text, FILE).problems.map(({ range, message }) => {
    return `${range?.start.line}:${range?.start.column} ${message}`;
  });
}

function hintsFor(text: string): string {
  return readYaml(text, FILE)
    .problems.flatMap(({ hints }) => hints)
    .join('\n');
}

/** Texts with one mistake, the only problem reported, and a part of its hint. */
const MISTAKES: Record<string, { text: string; problem: string; hint: RegExp }> = {
  'a tab instead of spaces': {
    text: 'period:\n\tfrom: 2024-11-16\n',
    problem: '2:1 the line is indented with a tab',
    hint: /Indent with spaces/,
  },
  'a tab after spaces': {
    text: 'articles:\n  - title: Rally\n  \tsource: x\n',
    problem: '3:1 the line is indented with a tab',
    hint: /Indent with spaces/,
  },
  'a tab before a list': {
    text: 'topics:\n\t- lessons\n',
    problem: '2:1 the line is indented with a tab',
    hint: /Indent with spaces/,
  },
  'a tab before the text of a body': {
    text: 'body: |\n\tA paragraph.\n',
    problem: '2:1 the line is indented with a tab',
    hint: /Indent with spaces/,
  },
  'a second colon in a title': {
    text: 'number: 19\ntitle: Drama: a story\n',
    problem: '2:8 there is a second colon in this line, so it cannot be read as `key: text`',
    hint: /single quotes: title: 'Drama: a story'/,
  },
  'typographic quotes around a title with a colon': {
    text: 'number: 19\ntitle: ‘Drama: a story’\n',
    problem:
      '2:8 typographic quotes (‘ ’ “ ”) do not count as quotes in YAML, and this text contains a colon',
    hint: /straight quotes, as on the keyboard/,
  },
  'a key after a key on one line': {
    text: 'period: from: 2024-11-16\n',
    problem: '1:9 there is a second colon in this line, so it cannot be read as `key: text`',
    hint: /single quotes/,
  },
  'a single quote that never closes': {
    text: "number: 19\ntitle: 'Rally\nlead: held in Almaty\n",
    problem: '2:8 this text opens with a quote that is never closed',
    hint: /same quote at the end of the text/,
  },
  'a double quote that never closes': {
    text: 'number: 19\ntitle: "Rally\nlead: held in Almaty\n',
    problem: '2:8 this text opens with a quote that is never closed',
    hint: /same quote at the end of the text/,
  },
  'a quote that seems to be closed further down': {
    text: "articles:\n  - title: 'Rally\n    lead: 'In Almaty'\n    body: It's done\n",
    problem: '2:12 this text opens with a quote that is never closed',
    hint: /same quote at the end of the text/,
  },
  'text after a closing quote': {
    text: 'title: "Drama" a story\n',
    problem: '1:16 the text ends at the quote before this position',
    hint: /into single quotes as a whole/,
  },
  'an apostrophe inside single quotes': {
    text: "title: 'It's time'\n",
    problem: '1:12 the text ends at the quote before this position',
    hint: /apostrophe inside single quotes twice/,
  },
  'a duplicate key': {
    text: 'number: 19\nlanguage: en\nnumber: 20\n',
    problem: '3:1 this key appears twice in the same group',
    hint: /Keep one of the two/,
  },
  'a key between two levels': {
    text: 'sections:\n  - country: KZ\n   topics:\n     - lessons\n',
    problem: '3:1 the indentation of this line does not match the lines around it',
    hint: /Start it with/,
  },
  'a key a level too far left': {
    text: 'sections:\n  - country: KZ\n  topics:\n    - lessons\n',
    problem: '3:1 the indentation of this line does not match the lines around it',
    hint: /Start it with/,
  },
  'a list item between two levels': {
    text: 'topics:\n      - lessons\n     - lectures\n',
    problem: '3:1 the indentation of this line does not match the lines around it',
    hint: /Start it with/,
  },
  'a key that is indented deeper than the one above': {
    text: 'sections:\n  - country: KZ\n      topics: x\n',
    problem: '3:1 the indentation of this line does not match the lines around it',
    hint: /Start it with 4 spaces/,
  },
  'a line of a body that is not indented': {
    text: 'articles:\n  - body: |\n      One.\n    Two.\n    lead: x\n',
    problem: '4:5 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces/,
  },
  'no space after a colon': {
    text: 'number:19\nlanguage: en\n',
    problem: '1:1 this line is neither `key: text` nor part of the text above',
    hint: /Put a space after the colon of a key/,
  },
  'no colon at all': {
    text: 'language: en\nnumber 19\n',
    problem: '2:1 this line is neither `key: text` nor part of the text above',
    hint: /Put a space after the colon of a key/,
  },
  'a lone line of three dashes': {
    text: 'number: 19\n---\nlanguage: en\n',
    problem: '2:1 a line of three dashes or dots ends the document',
    hint: /Remove the line of dashes/,
  },
  'three dashes at the left of a body': {
    text: 'body: |\n  One.\n\n---\n  Two.\n',
    problem: '4:1 a line of three dashes or dots ends the document',
    hint: /indent it if it belongs to a text/,
  },
  'an asterisk at the start of a title': {
    text: 'number: 19\ntitle: *Drama* played\n',
    problem: '2:8 a text cannot start with an asterisk',
    hint: /single quotes/,
  },
  'two asterisks at the start of a lead': {
    text: 'lead: **Drama** played\n',
    problem: '1:7 a text cannot start with an asterisk',
    hint: /single quotes/,
  },
  'a percent sign at the start of a title': {
    text: 'title: %50 more\n',
    problem: '1:8 a text cannot start with this character',
    hint: /single quotes/,
  },
  'an exclamation mark at the start of a title': {
    text: 'title: !Attention please\n',
    problem: '1:8 a text cannot start with an exclamation mark',
    hint: /single quotes/,
  },
  'a bracket that is not closed': {
    text: 'period: { from: 2024-11-16, to: 2024-11-30\nlanguage: en\n',
    problem: '1:9 this bracket is never closed',
    hint: /Close it/,
  },
  'a square bracket that is not closed, some lines before the error': {
    text: 'topics: [a, b\n  , c\narticles:\n  - title: A\n',
    problem: '1:9 this bracket is never closed',
    hint: /Close it/,
  },
  'a bracket that is not closed around one that is': {
    text: 'photo: { file: { a: b, alt: x }\nlead: x\n',
    problem: '1:8 this bracket is never closed',
    hint: /Close it/,
  },
  'an inner bracket that is not closed': {
    text: 'photo: [ { file: a.jpg ]\nlead: x\n',
    problem: '1:10 this bracket is never closed',
    hint: /Close it/,
  },
  'a bracket that is not closed at the end of the file': {
    text: 'period: { from: 2024-11-16',
    problem: '1:9 this bracket is never closed',
    hint: /Close it/,
  },
  'no-break spaces before a key, which YAML parses as part of it': {
    text: 'sections:\n  - country: KZ\n\u00a0\u00a0\u00a0\u00a0topics:\n      - lessons\n',
    problem: '3:1 the line is indented with a no-break space instead of a space',
    hint: /type spaces/,
  },
  'a no-break space among spaces before a key': {
    text: 'sections:\n  - country: KZ\n  \u00a0 topics:\n      - lessons\n',
    problem: '3:3 the line is indented with a no-break space instead of a space',
    hint: /type spaces/,
  },
  'no-break spaces before a list': {
    text: 'sections:\n\u00a0\u00a0- country: KZ\n    topics:\n      - lessons\n',
    problem: '2:1 the line is indented with a no-break space instead of a space',
    hint: /type spaces/,
  },
  'no-break spaces before a body': {
    text: 'body: |\n\u00a0\u00a0One.\n\u00a0\u00a0Two.\n',
    problem: '2:1 the line is indented with a no-break space instead of a space',
    hint: /type spaces/,
  },
  'a no-break space after a colon': {
    text: 'number:\u00a019\nlanguage: en\n',
    problem: '1:8 a no-break space follows the colon or the dash instead of a space',
    hint: /type a space/,
  },
  'a no-break space after a dash': {
    text: 'topics:\n  - lessons\n  -\u00a0lectures\n',
    problem: '3:4 a no-break space follows the colon or the dash instead of a space',
    hint: /type a space/,
  },
  'no space after the dash of the first article': {
    text: 'articles:\n  -title: A\n    source: x\n',
    problem: '2:3 a space is missing after the dash',
    hint: /Put a space after the dash of a list/,
  },
  'no space after the dash of the only key': {
    text: 'articles:\n  -title: A\n',
    problem: '2:3 a space is missing after the dash',
    hint: /Put a space after the dash of a list/,
  },
  'no space after the dash of a further article': {
    text: 'articles:\n  - title: A\n    source: x\n  -title: B\n    source: y\n',
    problem: '4:3 a space is missing after the dash',
    hint: /Put a space after the dash of a list/,
  },
  'no space after the dash of a further topic': {
    text: 'topics:\n  - lessons\n  -lectures\n',
    problem: '3:3 a space is missing after the dash',
    hint: /Put a space after the dash of a list/,
  },
  'a paragraph of a body that is indented like its key': {
    text: 'articles:\n  - body: |\n      One.\n\n    Two words.\n\n      Three.\n    lead: x\n',
    problem: '5:5 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces as its first line/,
  },
  'a paragraph of a body that is indented less than the first': {
    text: 'articles:\n  - body: |\n      One.\n\n     Two.\n    lead: x\n',
    problem: '5:6 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces/,
  },
  'a paragraph with a colon that is not indented, and its consequences': {
    text: 'articles:\n  - body: |\n      One.\n\nTwo he said: yes.\n\n      Three: no.\n  - body: x\n',
    problem: '5:1 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces/,
  },
  'a paragraph with a colon that YAML parses as a key': {
    text: 'articles:\n  - body: |\n      One.\n\n    He said: yes.\n\n      Three.\n    lead: x\n',
    problem: '5:5 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces/,
  },
  'direct speech that is indented like the key of its body': {
    text: 'articles:\n  - body: |\n      One.\n\n    - I said so.\n  - body: x\n',
    problem: '5:5 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces/,
  },
  'a whole body that is indented like its key': {
    text: 'articles:\n  - body: |\n    One.\n\n    Two.\n    lead: x\n',
    problem: '3:5 this line is not indented deep enough to belong to the text above it',
    hint: /as many spaces/,
  },
  'a key after a body and a blank line that is not indented enough': {
    text: 'articles:\n  - title: A\n    body: |\n      One.\n\n   lead: x\n',
    problem: '6:1 the indentation of this line does not match the lines around it',
    hint: /Start it with/,
  },
  'a colon in a body without a vertical bar': {
    text: 'articles:\n  - body: He said: hello.\n    lead: x\n',
    problem: '2:11 there is a second colon in this line, so it cannot be read as `key: text`',
    hint: /^Write a longer text below its key, with each line indented: `body: \|`/,
  },
  'a colon further down in a body without a vertical bar': {
    text: 'articles:\n  - body: One.\n\n      He said: hello.\n    lead: x\n',
    problem: '2:11 this text continues on the next line, which looks like a key',
    hint: /^Write a longer text below its key/,
  },
  'text after a quote at the start of a body': {
    text: 'body: "Drama" is a story\n',
    problem: '1:15 the text ends at the quote before this position',
    hint: /^Write a longer text below its key/,
  },
  'text after a closing bracket': {
    text: 'title: [Drama] a story\n',
    problem:
      '1:16 a text that starts with a bracket or a special character ends before this position',
    hint: /single quotes/,
  },
  'a colon in a text between brackets': {
    text: 'photo: { file: a.jpg, alt: Hall: full }\n',
    problem: '1:28 this text between { and } cannot be distinguished from a key',
    hint: /single quotes/,
  },
  'text on the line of the vertical bar': {
    text: 'body: | A paragraph.\n  Another.\n',
    problem: '1:9 the line must end after | or >',
    hint: /on the next line/,
  },
  'a dash on the line of its key': {
    text: 'title: - Rally\n',
    problem: '1:8 a dash cannot follow a key on the same line',
    hint: /dash into single quotes/,
  },
  'a backslash inside double quotes': {
    text: 'photo: "photos\\dawn.jpg"\n',
    problem: '1:15 a backslash has a special meaning inside double quotes',
    hint: /Use single quotes/,
  },
};

describe('a syntax error is reported at the place to fix, with a hint', () => {
  test.each(Object.entries(MISTAKES))('%s', (_, { text, problem, hint }) => {
    expect(problemsIn(text)).toEqual([problem]);
    expect(hintsFor(text)).toMatch(hint);
  });
});

test('every syntax error names its file and leaves no value', () => {
  const { problems, document } = readYaml('title: a: b\n', FILE);
  expect(problems).toMatchObject([{ file: FILE, severity: 'error', code: 'yaml-syntax' }]);
  expect(document.value).toBeUndefined();
});

test('a duplicate key has its own code', () => {
  expect(readYaml('a: 1\na: 2\n', FILE).problems).toMatchObject([{ code: 'yaml-duplicate-key' }]);
});

test('mistakes on different lines are all reported', () => {
  expect(problemsIn("title: a: b\nlead: 'It's'\nnumber: 1\nnumber: 2\n")).toEqual([
    '1:8 there is a second colon in this line, so it cannot be read as `key: text`',
    '2:11 the text ends at the quote before this position',
    '4:1 this key appears twice in the same group',
  ]);
});

test('positions are the same in a file with CRLF', () => {
  expect(problemsIn('number: 19\r\nlanguage: en\r\ntitle: Drama: a story\r\n')).toEqual([
    '3:8 there is a second colon in this line, so it cannot be read as `key: text`',
  ]);
});

test('aliases that expand exponentially are rejected', () => {
  const ten = (name: string) => `[${Array(10).fill(name).join(', ')}]`;
  const text = `a: &a ${ten('x')}\nb: &b ${ten('*a')}\nc: &c ${ten('*b')}\nd: ${ten('*c')}\n`;
  expect(problemsIn(text)).toEqual([expect.stringMatching(/aliases .* cannot be resolved/)]);
});

test('comments and typographic quotes are accepted', () => {
  expect(
    problemsIn('---\n# A comment\nnumber: 19 # here too\ntitle: “Drama” — it’s a story\n'),
  ).toEqual([]);
});

test('a colon in a title gets no hint about bodies', () => {
  expect(hintsFor('body: |\n  One.\ntitle: Drama: a story\n')).not.toMatch(/body/);
  expect(hintsFor('body: |\n  One: two.\n   Three.\ntitle: Drama: a story\n')).not.toMatch(/body/);
});

test('a key after a body is not part of the body', () => {
  expect(problemsIn('body: |\n  One.\n\nlead: Two: three\n')).toEqual([
    '4:7 there is a second colon in this line, so it cannot be read as `key: text`',
  ]);
});
