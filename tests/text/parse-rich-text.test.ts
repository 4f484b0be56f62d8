import { describe, expect, test } from '@jest/globals';
import { escapeRichText, parseInlineText, parseRichText } from '../../src/text/parse-rich-text.ts';
import { type Block, plainText, type Span } from '../../src/text/rich-text.ts';

/** Returns blocks as short text: `¶ words`, `• item`, `3. item`, `“ quote`; *italic*, **bold**, [text→link]. */
function shown(text: string): string[] {
  return parseRichText(text).blocks.flatMap(showBlock);
}

function showBlock(block: Block): string[] {
  if (block.kind === 'paragraph') return [`¶ ${block.spans.map(showSpan).join('')}`];
  if (block.kind === 'quote') return block.blocks.flatMap(showBlock).map((line) => `“ ${line}`);
  return block.items.flatMap((item, index) => {
    const sign = block.start === undefined ? '•' : `${block.start + index}.`;
    return item.flatMap(showBlock).map((line) => `${sign} ${line}`);
  });
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
    ['https://example.org/ stays text', '¶ https://example.org/ stays text'],
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
    expect(shown('a | b\n--- | ---')).toEqual(['¶ a | b --- | ---']);
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
    ['headings', '# One', '# One'],
    ['underlined headings', 'One\n===', 'One ==='],
    ['headings underlined with dashes', 'One\n---', 'One ---'],
    ['code in a line', 'a `b` c', 'a `b` c'],
    ['fenced code', '```\nx\n```', '``` x ```'],
    ['rules', '---', '---'],
    ['rules of asterisks', '***', '***'],
    ['definitions of links', '[a]: https://example.org/', '[a]: https://example.org/'],
    ['links by name', '[a][b]', '[a][b]'],
  ])('%s', (_, text, printed) => {
    expect(shown(text)).toEqual([`¶ ${printed}`]);
  });

  test('a picture becomes an exclamation mark and a link', () => {
    expect(shown('![a](https://example.org/a.png)')).toEqual(['¶ ![a→https://example.org/a.png]']);
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
  ])('preserves every character: %s', (text) => {
    expect(parseInlineText(escapeRichText(text))).toEqual([{ text }]);
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
