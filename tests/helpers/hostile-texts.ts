/** Returns an issue with one article that has these keys. It is JSON, which is valid YAML. */
export function issueWith(
  article: Readonly<Record<string, unknown>> = {},
  section: Readonly<Record<string, unknown>> = {},
): string {
  const whole = { title: 'A title', source: 'https://example.org/1', body: 'Words.', ...article };
  const sections = [{ country: 'KZ', topics: ['lessons'], articles: [whole], ...section }];
  return JSON.stringify({
    number: 19,
    period: { from: '2024-11-16', to: '2024-11-30' },
    sections,
  });
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function articles(count: number): string {
  const listed = Array.from({ length: count }, (_, index) => ({
    title: `Event ${index}`,
    source: `https://example.org/${index}`,
    body: 'Words.',
  }));
  return issueWith({}, { articles: listed });
}

const repeated = (unit: string, bytes: number) => unit.repeat(Math.floor(bytes / unit.length));
const MB = 1024 * 1024;

/** Returns an issue whose body has one text again and again, with paragraphs and a body at their limits. */
export function issueRepeating(unit: string): string {
  const paragraph = unit.repeat(Math.max(1, Math.floor(3900 / unit.length)));
  const flat = unit.replaceAll('\n', ' ');
  const title = flat.repeat(Math.ceil(1900 / flat.length)).slice(0, 1900);
  const body = repeated(`${paragraph}\n\n`, 195_000);
  return issueWith({ title, lead: title, body });
}

/** Pieces of text that one of the editorial rules works on. */
const UNITS = [
  'ab',
  'б',
  'lorem ',
  'TODO ',
  '( ',
  'Wm ',
  'Colonel Ivanov ',
  'Bolat Nurseitov and Mr Nurseytov ',
  'One\n',
  'Photo: ',
  '№1 ',
  '16 November 2024 ',
  'There are two:\n\n* law;\n* health.\n',
];

/** Texts that could take a program a very long time, by description. */
export const COSTLY_TEXTS: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a zero byte': '\0',
  'only a byte-order mark': '\ufeff',
  '100,000 keys': lines(100_000, (index) => `key${index}: 1`),
  '30,000 unknown keys': lines(30_000, (index) => `key ${index}: 1`),
  '30,000 keys in one line': `{ ${repeated('a b: 1, ', 240_000)} }`,
  '30,000 times one key': repeated('number: 1\n', 300_000),
  '10,000 articles': articles(10_000),
  '1,000 articles without pictures': articles(1000),
  '100,000 open brackets': '['.repeat(100_000),
  '100,000 open braces': '{a: '.repeat(100_000),
  '100,000 dashes': '- '.repeat(100_000),
  '100,000 question marks': '? '.repeat(100_000),
  '2 MB of line ends': '\n'.repeat(2 * MB),
  '2 MB of comments': repeated('# ok: word-twice\n', 2 * MB),
  '40,000 comments in an issue': `${lines(40_000, () => '# ok: nothing-known')}\n${issueWith()}`,
  '40,000 known comments in an issue': `${lines(40_000, () => '# ok: photo-small')}\n${issueWith()}`,
  '2 MB of spaces': ' '.repeat(2 * MB),
  '2 MB of tabs': '\t'.repeat(2 * MB),
  '2 MB of one letter': 'a'.repeat(2 * MB),
  '2 MB of commas in brackets': `[${','.repeat(2 * MB - 2)}]`,
  '2 MB of open quotes': '"a'.repeat(MB),
  '2 MB of prose on shallow lines': `body: |\n  a\n${repeated('a shallow line of prose\n', MB)}`,
  'keys that are sentences': `body: |\n  a\n${repeated('a sentence: and more\n', MB / 4)}`,
  'unclosed quotes on many lines': repeated('- "a: b\n', 400_000),
  'unclosed brackets on many lines': repeated('- [a: b\n', 200_000),
  'line ends of tabs': repeated('a:\n\t- b\n', MB / 4),
  'an alias bomb': `a: &a [x, x]\n${lines(24, (i) => `${'bcdefghijklmnopqrstuvwxyz'[i]}: &${'bcdefghijklmnopqrstuvwxyz'[i]} [*${'abcdefghijklmnopqrstuvwxyz'[i]}, *${'abcdefghijklmnopqrstuvwxyz'[i]}]`)}`,
  'a list that holds itself': '&a [*a, *a]',
  'an issue that holds itself': `&a\n${'number: 19\nsections: *a\n'}`,
  '25,000 aliases': `a: &a b\nc: [${repeated('*a, ', 100_000)}]`,
  '100 times a large body': `x: &a "${'word '.repeat(30_000)}"\ny: [${'*a, '.repeat(99)}]`,
  'names of prototypes': '__proto__: 1\nconstructor: 2\nhasOwnProperty: 3\nnumber: 1',
  'names of prototypes in an article': issueWith({ constructor: 1, toString: 2 }).replace(
    '"title"',
    '"__proto__":{"title":1},"title"',
  ),
  'YAML 1.1':
    '%YAML 1.1\n---\nnumber: 0o17\na: !!set {b, c}\nd: !!timestamp 2001-01-01\n<<: {e: 1}\nf: !!binary aGk=\n',
  'tags of JavaScript': 'a: !!js/function "function () {}"\nb: !ruby/object:Gem {}\nc: !<!> d',
  '100,000 documents': '---\n'.repeat(100_000),
  '100,000 directives': '%a\n'.repeat(100_000),
  'a key of 1 MB': `"${'k'.repeat(MB)}": 1`,
  'a language of 1 MB': `language: ${'k'.repeat(MB)}`,
  'a number of 1 MB': `number: ${'9'.repeat(MB)}`,
  'a period of 1 MB': `period: { from: ${'1-'.repeat(MB / 4)}, to: 2 }`,
  '20,000 nested quotes': issueWith({ body: '>'.repeat(20_000) }),
  '20,000 nested quotes and words': issueWith({ body: `${'> '.repeat(20_000)}words` }),
  '5,000 nested lists': issueWith({ body: `${'* '.repeat(5000)}words` }),
  'lists nested by indents': issueWith({
    body: lines(400, (index) => `${'  '.repeat(index)}* item`),
  }),
  'quotes and lists as deep as is read': issueWith({
    body: `${'> '.repeat(10)}${'* '.repeat(10)}words`,
  }),
  '50,000 asterisks': issueWith({ body: '*'.repeat(50_000) }),
  '50,000 words with asterisks': issueWith({ body: '*a'.repeat(50_000) }),
  '50,000 open brackets in a body': issueWith({ body: '['.repeat(50_000) }),
  '50,000 beginnings of links': issueWith({ body: '[a](<b '.repeat(25_000) }),
  '50,000 backslashes': issueWith({ body: '\\'.repeat(50_000) }),
  '50,000 ampersands and angles': issueWith({ body: '&lt;<a '.repeat(20_000) }),
  '20,000 signs in 40 paragraphs': issueWith({ body: `${'_a*'.repeat(240)}\n\n`.repeat(40) }),
  'a word of 50,000 letters': issueWith({ body: 'w'.repeat(50_000) }),
  'a title of 50,000 letters': issueWith({ title: 'w'.repeat(50_000) }),
  'a source of 50,000 letters': issueWith({ source: `https://example.org/${'w'.repeat(50_000)}` }),
  'a host of 1,900 letters': issueWith({ source: `https://${'w'.repeat(1900)}.org/` }),
  'a title, a lead, a source at their limits': issueWith({
    title: 'Wm '.repeat(666),
    lead: 'Wm '.repeat(1999),
    source: `https://example.org/${'w'.repeat(1979)}`,
  }),
  'a word at its limit in the title': issueWith({ title: 'W'.repeat(2000) }),
  'topics at their limits': issueWith({}, { topics: Array(10).fill('topic '.repeat(333)) }),
  'a paragraph of 200 kB': issueWith({ body: 'word '.repeat(39_999) }),
  'a paragraph at its limit': issueWith({ body: 'word '.repeat(3990) }),
  'a paragraph of lines at its limit': issueWith({ body: 'A line of words.\n'.repeat(1170) }),
  'a body at its limit': issueWith({ body: `${'word '.repeat(395)}\n\n`.repeat(100) }),
  'a body of 10,000 paragraphs': issueWith({ body: 'Word.\n\n'.repeat(10_000) }),
  'a body of 10,000 items': issueWith({ body: '* a\n'.repeat(10_000) }),
  'a body of 19,000 blanks in a line': issueWith({ body: `a${' '.repeat(19_000)}b` }),
  'folded text with blanks': `body: a\n${`  b${' '.repeat(20_000)}c\n`.repeat(5)}`,
  '10,000 times a word twice': issueWith({ body: `${'the the end '.repeat(900)}\n\n`.repeat(11) }),
  '10,000 open quotes': issueWith({ body: `${'“a '.repeat(5000)}\n\n`.repeat(2) }),
  '10,000 straight quotes': issueWith({ body: `"a' `.repeat(4900) }),
  '20,000 words of mixed letters': issueWith({ body: `${'Аlmaty '.repeat(2500)}\n\n`.repeat(8) }),
  '20,000 Chinese letters': issueWith({
    body: Array.from({ length: 20 }, (_, line) =>
      String.fromCodePoint(
        ...Array.from({ length: 1000 }, (__, index) => 0x4e00 + line * 1000 + index),
      ),
    ).join('\n\n'),
  }),
  '1,900 marks on one letter': issueWith({ body: `a${'\u0301'.repeat(1900)}` }),
  ...Object.fromEntries(
    UNITS.map((unit) => [`a body of ${JSON.stringify(unit)}`, issueRepeating(unit)]),
  ),
  '1,000 articles of hosts that are alike': issueWith(
    {},
    {
      articles: Array.from({ length: 1000 }, (_, index) => ({
        title: `Event ${index}`,
        source: `https://site${index}.example.org/${index}`,
        body: 'Words.',
      })),
    },
  ),
};
