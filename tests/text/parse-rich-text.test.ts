import { describe, expect, test } from '@jest/globals';
import {
  escapeRichText,
  parseEscapedText,
  parseInlineText,
  parseRichText,
} from '../../src/text/parse-rich-text.ts';
import {
  type Block,
  plainText,
  type Span,
  type Table,
  type TableRow,
} from '../../src/text/rich-text.ts';

/**
 * Returns blocks as short text: `¶ words`, `• item`, `3. item`, `“ quote`, `### subheading`, `head: | cell | `,
 * `row: | cell |`; *italic*, **bold**, [text→link].
 */
function shown(text: string): string[] {
  return parseRichText(text).blocks.flatMap(showBlock);
}

function showBlock(block: Block): string[] {
  if (block.kind === 'paragraph') return [`¶ ${block.spans.map(showSpan).join('')}`];
  if (block.kind === 'quote') return block.blocks.flatMap(showBlock).map((line) => `“ ${line}`);
  if (block.kind === 'subheading') return [`### ${block.spans.map(showSpan).join('')}`];
  if (block.kind === 'table')
    return [
      ...(block.head ? [`head: ${showRow(block.head)}`] : []),
      ...block.rows.map((row) => `row: ${showRow(row)}`),
    ];
  return block.items.flatMap((item, index) => {
    const sign = block.start === undefined ? '•' : `${block.start + index}.`;
    return item.flatMap(showBlock).map((line) => `${sign} ${line}`);
  });
}

function showRow(row: TableRow): string {
  return row.map(({ spans }) => spans.map(showSpan).join('')).join(' | ');
}

function showSpan({ text, italic, bold, link }: Span): string {
  const signs = `${italic ? '*' : ''}${bold ? '**' : ''}`;
  const styled = `${signs}${text}${signs}`;
  return link === undefined ? styled : `[${styled}→${link}]`;
}

describe('paragraphs', () => {
  test('are separated by one or more blank lines', () => {
    expect(shown('One.\n\nTwo.\n\n\n\nThree.\n')).toEqual(['¶ One.', '¶ Two.', '¶ Three.']);
  });

  test('continue across line ends', () => {
    expect(shown('One\ntwo  \n  three\r\nfour')).toEqual(['¶ One two three four']);
  });

  test('have a line break at a backslash', () => {
    expect(shown('One\\\ntwo')).toEqual(['¶ One\ntwo']);
    expect(shown('[One](https://example.org/a)\\\ntwo')).toEqual([
      '¶ [One→https://example.org/a]\ntwo',
    ]);
  });

  test('are not found in an empty text', () => {
    expect(shown('')).toEqual([]);
    expect(shown(' \n \n')).toEqual([]);
  });

  test('may be indented', () => {
    expect(shown('One.\n\n      Two.')).toEqual(['¶ One.', '¶ Two.']);
  });
});

describe('emphasis and links', () => {
  test.each([
    ['*one* and **two**', '¶ *one* and **two**'],
    ['_one_ and __two__', '¶ *one* and **two**'],
    ['[words](https://example.org/a?b=1)', '¶ [words→https://example.org/a?b=1]'],
    ['[*words*](https://example.org/ "A title")', '¶ [*words*→https://example.org/]'],
    ['<https://example.org/>', '¶ [https://example.org/→https://example.org/]'],
    ['[mail](mailto:registry@caricc.org)', '¶ [mail→mailto:registry@caricc.org]'],
    ['snake_case and 2 * 3 * 4', '¶ snake_case and 2 * 3 * 4'],
  ])('%s', (text, block) => {
    expect(shown(text)).toEqual([block]);
  });

  test('strong text inside emphasis is both', () => {
    expect(parseInlineText('*one **two***')).toEqual([
      { text: 'one ', italic: true },
      { text: 'two', italic: true, bold: true },
    ]);
  });
});

describe('lists', () => {
  test('have bullets after an asterisk', () => {
    expect(shown('* one\n* two')).toEqual(['• ¶ one', '• ¶ two']);
  });

  test('have numbers from the first one on', () => {
    expect(shown('1. one\n2. two')).toEqual(['1. ¶ one', '2. ¶ two']);
    expect(shown('3. one\n3. two')).toEqual(['3. ¶ one', '4. ¶ two']);
  });

  test('may follow a paragraph directly', () => {
    expect(shown('Items:\n* one\n* two')).toEqual(['¶ Items:', '• ¶ one', '• ¶ two']);
  });

  test('may have several paragraphs in an item', () => {
    expect(shown('* one\n\n  more\n* two')).toEqual(['• ¶ one', '• ¶ more', '• ¶ two']);
  });

  test('are not recognized in a year in the middle of a paragraph', () => {
    expect(shown('It began in\n2023. It ended.')).toEqual(['¶ It began in 2023. It ended.']);
  });
});

describe('quotes', () => {
  test('contain paragraphs', () => {
    expect(shown('> One\n> two.\n>\n> Three.\n\nFour.')).toEqual([
      '“ ¶ One two.',
      '“ ¶ Three.',
      '¶ Four.',
    ]);
  });

  test('may contain a list', () => {
    expect(shown('> * one')).toEqual(['“ • ¶ one']);
  });
});

describe('a line that begins with a dash is direct speech', () => {
  test.each<[string, string, string[]]>([
    [
      'after a blank line',
      'He said:\n\n- Come.\n\nThey came.',
      ['¶ He said:', '¶ – Come.', '¶ They came.'],
    ],
    ['at the beginning', '- Come.', ['¶ – Come.']],
    ['directly after a line of text', 'He said:\n- Come.', ['¶ He said:', '¶ – Come.']],
    ['one after another', '- Come.\n- Why?\n- Now.', ['¶ – Come.', '¶ – Why?', '¶ – Now.']],
    ['over two lines', '- Come\nnow.', ['¶ – Come now.']],
    ['inside a quote', '> He said:\n> - Come.', ['“ ¶ He said:', '“ ¶ – Come.']],
    ['inside a quote, without a space', '>- Come.', ['“ ¶ – Come.']],
    ['inside an item of a list', '* one\n\n  - Come.', ['• ¶ one', '• ¶ – Come.']],
    ['at any indentation', 'He said:\n\n      - Come.', ['¶ He said:', '¶ – Come.']],
    ['after a line with spaces at its end', 'He said:  \n- Come.', ['¶ He said:', '¶ – Come.']],
    ['after a broken line', 'He said:\\\n- Come.', ['¶ He said:', '¶ – Come.']],
    ['after emphasis', '*He said:*\n- Come.', ['¶ *He said:*', '¶ – Come.']],
    ['with emphasis', '- **Come** now.', ['¶ – **Come** now.']],
    [
      'with Windows line ends',
      'He said:\r\n- Come.\r\n- Why?',
      ['¶ He said:', '¶ – Come.', '¶ – Why?'],
    ],
    ['when it is an en dash already', 'He said:\n– Come.', ['¶ He said:', '¶ – Come.']],
    [
      'with dashes of all kinds',
      '— One.\n― Two.\n− Three.\n‐ Four.\n‑ Five.\n-- Six.\n﹣ Seven.',
      ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'].map((word) => `¶ – ${word}.`),
    ],
    [
      'without a space before a capital',
      'Text.\n—Кто там?\n-Come in.\n–Я.',
      ['¶ Text.', '¶ – Кто там?', '¶ – Come in.', '¶ – Я.'],
    ],
    [
      'without a space before a quotation mark',
      '—«Да», – сказал он.\n-"Yes."\n–…и ушёл',
      ['¶ – «Да», – сказал он.', '¶ – "Yes."', '¶ – …и ушёл'],
    ],
    ['with a no-break space', '—\u00a0Come.\n-\u00a0Why?', ['¶ – Come.', '¶ – Why?']],
    ['with white space that was pasted', '-\tCome.\n–   Why?', ['¶ – Come.', '¶ – Why?']],
    ['before emphasis without a space', 'He said:\n—*Come.*', ['¶ He said:', '¶ – *Come.*']],
    ['within emphasis', 'He said:\n*— Come.*', ['¶ He said: *— Come.*']],
    ['in a list', '* - Come.\n* — Why?', ['• ¶ – Come.', '• ¶ – Why?']],
    [
      'on neighbouring lines of an item',
      '* He said:\n  — Come.\n  - Why?',
      ['• ¶ He said:', '• ¶ – Come.', '• ¶ – Why?'],
    ],
    [
      'on neighbouring lines of a quote',
      '> — Come.\n> —Why?\n> -So.',
      ['“ ¶ – Come.', '“ ¶ – Why?', '“ ¶ – So.'],
    ],
  ])('%s', (_, text, blocks) => {
    expect(shown(text)).toEqual(blocks);
  });

  test('but a hyphen elsewhere is unchanged', () => {
    expect(shown('anti-drug - so\n-5 degrees\n--no')).toEqual(['¶ anti-drug - so -5 degrees --no']);
  });

  test('but a number with its sign is none, nor a dash that was escaped', () => {
    expect(shown('It was\n-5 degrees,\n−7 later,\n–10 at night')).toEqual([
      '¶ It was -5 degrees, −7 later, –10 at night',
    ]);
    expect(shown('It was\n\\- so')).toEqual(['¶ It was - so']);
    expect(shown('It is anti\n-drug and\n–pro')).toEqual(['¶ It is anti -drug and –pro']);
  });

  test('but the dashes below the header of a table are none', () => {
    expect(shown('a | b\n--- | ---')).toEqual(['head: a | b']);
  });

  test('and a dash alone is printed as text', () => {
    expect(shown('One\n—\nTwo')).toEqual(['¶ One — Two']);
    expect(shown('One.\n\n-\n\nTwo.')).toEqual(['¶ One.', '¶ –', '¶ Two.']);
  });
});

describe('unsupported markup is printed literally', () => {
  test.each([
    ['HTML in a line', 'a <b>bold</b> <br/> word', 'a <b>bold</b> <br/> word'],
    ['HTML on its own lines', '<div>\nx\n</div>', '<div> x </div>'],
    ['an HTML comment', '<!-- x -->', '<!-- x -->'],
    ['entities', '&amp; &copy; &#42;x&#42;', '&amp; &copy; &#42;x&#42;'],
    ['headings of other levels', '# One\n## Two\n#### Four', '# One ## Two #### Four'],
    ['headings without a space or words', '###One\n###', '###One ###'],
    ['underlined headings', 'One\n===', 'One ==='],
    ['headings underlined with dashes', 'One\n---', 'One ---'],
    ['code in a line', 'a `b` c', 'a `b` c'],
    ['fenced code', '```\nx\n```', '``` x ```'],
    ['rules', '---', '---'],
    ['rules of asterisks', '***', '***'],
    ['definitions of links', '[a]: mailto:x', '[a]: mailto:x'],
    ['links by name', '[a][b]', '[a][b]'],
  ])('%s', (_, text, printed) => {
    expect(shown(text)).toEqual([`¶ ${printed}`]);
  });

  test('a picture becomes an exclamation mark and a link', () => {
    expect(shown('![a](https://example.org/a.png)')).toEqual(['¶ ![a→https://example.org/a.png]']);
  });
});

describe('subheadings', () => {
  test('begin with three marks and a space, and need no blank lines', () => {
    expect(shown('One.\n### The *year*\nTwo.')).toEqual(['¶ One.', '### The *year*', '¶ Two.']);
  });

  test('may end with marks, and stand in quotes and lists', () => {
    expect(shown('### Closed ###')).toEqual(['### Closed']);
    expect(shown('> ### In a quote\n> words')).toEqual(['“ ### In a quote', '“ ¶ words']);
    expect(shown('* ### In a list\n  words')).toEqual(['• ### In a list', '• ¶ words']);
  });

  test('have the offset of their line', () => {
    expect(parseRichText('One.\n\n### Two').blocks[1]).toMatchObject({ at: 6 });
  });
});

describe('tables', () => {
  test('have a head, and rows with as many cells as the widest', () => {
    const text = 'Before:\n| a | *b* |\n|---|--:|\n| 1 |\n| 2 | 3 | 4 |\n\nAfter.';
    expect(shown(text)).toEqual([
      '¶ Before:',
      'head: a | *b* | ',
      'row: 1 |  | ',
      'row: 2 | 3 | 4',
      '¶ After.',
    ]);
  });

  test('have alignments, and their place in the text', () => {
    const text = 'One.\n\n| a | b | c | d |\n|---|:--|--:|:-:|\n| 1 | 2 | 3 | 4 |';
    const [, table] = parseRichText(text).blocks;
    expect(table).toMatchObject({ columns: ['auto', 'left', 'right', 'center'] });
    const { at, end, rows } = table as Table;
    expect([at, end]).toEqual([6, text.length]);
    expect(rows.flat().map((cell) => text[cell.at])).toEqual(['1', '2', '3', '4']);
  });

  test('may be typed without outer bars, and without headings', () => {
    expect(shown('a | b\n--- | ---\n1 | 2')).toEqual(['head: a | b', 'row: 1 | 2']);
    expect(shown('| | |\n|---|---|\n| 1 | 2 |')).toEqual(['row: 1 | 2']);
  });

  test('have bars in cells after a backslash', () => {
    expect(shown('| a |\n|---|\n| 1 \\| 2 |')).toEqual(['head: a', 'row: 1 | 2']);
  });

  test('stand in lists and quotes', () => {
    expect(shown('> | a |\n> |---|\n> | 1 |')).toEqual(['“ head: a', '“ row: 1']);
    expect(shown('* | a |\n  |---|\n  | 1 |')).toEqual(['• head: a', '• row: 1']);
  });

  test('are not found where lines only have bars', () => {
    expect(shown('a | b\n1 | 2')).toEqual(['¶ a | b 1 | 2']);
    expect(shown('a | b\n---')).toEqual(['¶ a | b ---']);
  });
});

describe('addresses without markup are links', () => {
  test.each([
    [
      'See https://example.org/a?b=1#c.',
      '¶ See [https://example.org/a?b=1#c→https://example.org/a?b=1#c].',
    ],
    ['(https://мвд.рф/новости)', '¶ ([https://мвд.рф/новости→https://мвд.рф/новости])'],
    ['www.caricc.org, then', '¶ [www.caricc.org→http://www.caricc.org], then'],
    ['«registry@caricc.org»', '¶ «[registry@caricc.org→mailto:registry@caricc.org]»'],
    ['*See https://example.org/a*', '¶ *See *[*https://example.org/a*→https://example.org/a]'],
    ['[https://example.org/](https://caricc.org/)', '¶ [https://example.org/→https://caricc.org/]'],
  ])('%s', (text, block) => {
    expect(shown(text)).toEqual([block]);
  });

  test('in every kind of block', () => {
    const link = '[www.a.org→http://www.a.org]';
    const text =
      '### www.a.org\n\n* www.a.org\n\n> www.a.org\n\n| www.a.org |\n|---|\n| www.a.org |';
    expect(shown(text)).toEqual([
      `### ${link}`,
      `• ¶ ${link}`,
      `“ ¶ ${link}`,
      `head: ${link}`,
      `row: ${link}`,
    ]);
  });

  test.each([
    'https://user:secret@example.org/',
    'https://https://example.org/',
    'http://localhost/',
    'www.example',
    'a@b',
    'ftp://example.org/',
    'xhttps://example.org/',
  ])('%s stays text', (text) => {
    expect(shown(text)).toEqual([`¶ ${text}`]);
  });

  test('not in a sentence of the templates', () => {
    expect(parseInlineText('www.caricc.org *x*')).toEqual([
      { text: 'www.caricc.org ' },
      { text: 'x', italic: true },
    ]);
  });
});

describe('stars, underscores and backslashes are characters', () => {
  test.each([
    '2*3*4 is 24, 2**8 and 2*x*y',
    'snake_case_name and нарко*тик*и',
    'C:\\new\\*.txt, C:\\a_b\\_c_ and \\\\server\\_a_\\*b*',
    '/var/*/log* and ~/a_*b*',
  ])('in %s', (text) => {
    expect(shown(text)).toEqual([`¶ ${text}`]);
  });

  test('in an address', () => {
    const address = 'https://example.org/search?a=*drug*&b=*law*';
    expect(shown(`See ${address} for more`)).toEqual([`¶ See [${address}→${address}] for more`]);
  });

  test.each([
    ['**Казахстан**а', '¶ **Казахстан**а'],
    ['*один два*м', '¶ *один два*м'],
    ['и/*или*', '¶ и/*или*'],
    ['*и/или*', '¶ *и/или*'],
    ['(*a*) «*b*»', '¶ (*a*) «*b*»'],
    ['*2*3 is 6*', '¶ *2*3 is 6*'],
  ])('but not around words: %s', (text, block) => {
    expect(shown(text)).toEqual([block]);
  });
});

test('a backslash escapes a character', () => {
  expect(shown('\\*one\\* \\[two](x) \\\\')).toEqual(['¶ *one* [two](x) \\']);
  expect(shown('\\- one')).toEqual(['¶ - one']);
});

describe('a link with a bad address', () => {
  test.each([
    ['javascript:alert', 'kind'],
    ['data:text/html,x', 'kind'],
    ['file:///etc/passwd', 'kind'],
    ['/local', 'kind'],
    ['page.html', 'kind'],
    ['', 'kind'],
    ['//x.org', 'kind'],
    ['https://polisia.kz@example.org/', 'user'],
    ['http://:secret@example.org', 'user'],
    ['mailto:', 'mailbox'],
    ['mailto:?subject=News', 'mailbox'],
    ['mailto:registry', 'mailbox'],
    ['mailto:@caricc.org', 'mailbox'],
    ['mailto:a@b.kz,', 'mailbox'],
  ])('%j is reported, and its text is kept without the link', (address, fault) => {
    const text = `See [the page](${address}) here.`;
    const { blocks, badLinks } = parseRichText(text);
    expect(badLinks).toEqual([{ address, fault, from: 4, to: text.length - 6 }]);
    const spans = [{ text: 'See ' }, { text: 'the page' }, { text: ' here.' }];
    expect(blocks).toEqual([{ kind: 'paragraph', spans, at: 0 }]);
  });

  test('is located in every kind of block', () => {
    const text = '- [a](x)\n\n* [b](y)\n\n> [c](z)';
    expect(parseRichText(text).badLinks.map(({ from, to }) => text.slice(from, to))).toEqual([
      '[a](x)',
      '[b](y)',
      '[c](z)',
    ]);
  });
});

describe('escaping', () => {
  test.each([
    '*a* _b_ `c` [d](https://example.org/) <e> &amp; \\ # ! | ~',
    '1. one',
    '- two',
    '> three',
    '+ four',
    '{{five}}',
    'https://example.org/a_b_c',
    'C:\\folder\\*a*_b_ (1) = #2',
    'src=x:x \\x0Aon=script:alert(1)',
  ])('preserves every character: %s', (text) => {
    expect(parseEscapedText(escapeRichText(text))).toEqual([{ text }]);
  });
});

test('parseInlineText returns the spans of a paragraph', () => {
  expect(plainText(parseInlineText('In *one* line'))).toBe('In one line');
});

test('never throws for markup characters in any order', () => {
  const signs = [
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '-',
    '`',
    '#',
    '\\',
    '!',
    '&',
    '\n',
    ' ',
    '1.',
    'a',
  ];
  let state = 1;
  for (let round = 0; round < 300; round++) {
    let text = '';
    for (let length = 0; length < 20; length++) {
      state = (state * 48271) % 2147483647;
      text += signs[state % signs.length];
    }
    expect(Array.isArray(parseRichText(text).blocks)).toBe(true);
  }
});
