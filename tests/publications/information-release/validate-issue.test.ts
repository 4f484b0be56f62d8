import { describe, expect, test } from '@jest/globals';
import { issueName } from '../../../src/publications/information-release/schema.ts';
import { problemsOf, summariesOf } from '../../helpers/read-issue.ts';
import { buildInMemory } from '../../helpers/render-issue.ts';

interface Parts {
  readonly number?: number;
  readonly period?: string;
  readonly sections?: string;
}

const ARTICLE = `      - title: Rally
        source: https://example.org/1
        body: A paragraph.
`;

function section(country: string, articles: string, topic = 'lessons'): string {
  return `  - country: ${country}\n    topics:\n      - ${topic}\n    articles:\n${articles}`;
}

function issue({
  number = 19,
  period = '{ from: 2024-11-16, to: 2024-11-30 }',
  sections = section('KZ', ARTICLE),
}: Parts = {}): string {
  return `number: ${number}\nperiod: ${period}\nsections:\n${sections}`;
}

function reported(yaml: string, file?: string): string[] {
  return summariesOf(problemsOf(yaml, file));
}

test('an issue without mistakes has no problems', () => {
  expect(reported(issue())).toEqual([]);
});

describe('the period', () => {
  test('must not end before it begins', () => {
    const yaml = issue({ period: '{ from: 2024-11-30, to: 2024-11-16 }' });
    expect(reported(yaml)).toEqual([
      'period-reversed 2:17 the period ends on 2024-11-16, before it begins on 2024-11-30',
    ]);
    expect(problemsOf(yaml)[0]?.hints).toEqual(['Swap the days of `from` and `to`.']);
  });

  test('can be one day', () => {
    expect(reported(issue({ period: '{ from: 2024-11-16, to: 2024-11-16 }' }))).toEqual([]);
  });
});

describe('the folder’s name', () => {
  test('matches the issue’s year and number', () => {
    expect(reported(issue(), '/desk/issues/2024-19/issue.yaml')).toEqual([]);
    expect(reported(issue({ number: 1 }), '/desk/issues/2024-01/issue.yaml')).toEqual([]);
  });

  test('has one form only: 2024-01, not 2024-1', () => {
    expect(reported(issue({ number: 1 }), '/desk/issues/2024-1/issue.yaml')).toEqual([
      'folder-name 1:9 the folder is named 2024-1, but the issue’s name is written 2024-01',
    ]);
    expect(reported(issue({ number: 1 }), '/elsewhere/2024-1/issue.yaml')).toEqual([]);
  });

  test('with another number is reported at the number', () => {
    const file = '/desk/issues/2024-18/issue.yaml';
    expect(reported(issue(), file)).toEqual([
      'folder-name 1:9 the folder is named 2024-18, but this is issue 19 of 2024',
    ]);
    expect(problemsOf(issue(), file)[0]?.hints[0]).toMatch(/Rename the folder to 2024-19/);
  });

  test('with another year is reported at the period’s last day', () => {
    const period = '{ from: 2024-12-28, to: 2025-01-10 }';
    expect(reported(issue({ period }), '/desk/issues/2024-19/issue.yaml')).toEqual([
      'folder-name 2:33 the folder is named 2024-19, but this is issue 19 of 2025',
    ]);
    expect(reported(issue({ period }), '/desk/issues/2025-19/issue.yaml')).toEqual([]);
  });

  test('must match in the project’s folder of issues, and is free elsewhere', () => {
    expect(reported(issue(), '/desk/issues/november/issue.yaml')).toEqual([
      'folder-name 1:9 the folder is named november, but this is issue 19 of 2024',
    ]);
    expect(reported(issue(), '/home/editor/drafts/issue.yaml')).toEqual([]);
    expect(reported(issue(), '/home/editor/2024-18/issue.yaml')).toHaveLength(1);
  });
});

test('the topics of all countries must fit one paragraph', () => {
  const article = (number: number) =>
    ARTICLE.replace('org/1', `org/${number}`).replace('Rally', `Rally ${number}`);
  const topics = (letter: string, count: number) =>
    Array.from({ length: count }, () => letter.repeat(30).concat(' ').repeat(64).trim()).join(
      '\n      - ',
    );
  const sections = (more: number) =>
    section('KZ', article(1), topics('a', 5)) + section('UZ', article(2), topics('b', 5 + more));
  expect(reported(issue({ sections: sections(0) }))).toEqual([]);
  expect(reported(issue({ sections: sections(1) }))).toEqual([
    'value-invalid 22:9 the topics of all countries together have more than 20,000 characters',
  ]);
});

describe('a country', () => {
  test('must not have two sections', () => {
    const other = ARTICLE.replace('Rally', 'Talk').replace('org/1', 'org/2');
    const sections = section('KZ', ARTICLE) + section('UZ', other) + section('KZ', other);
    expect(reported(issue({ sections }))).toContain(
      'country-twice 18:14 `KZ` already has a section: section 1',
    );
  });

  test.each([
    ['kz', 'KZ'],
    ['Kazakhstan', 'KZ'],
    ['KAZ', 'KZ'],
    ['Kazakstan', 'KZ'],
    ['Republic of Kazakhstan', 'KZ'],
    ['kyrgyzstan', 'KG'],
    ['Russian Federation', 'RU'],
    ['UK', 'GB'],
    ['Great Britain', 'GB'],
    ['USA', 'US'],
    ['\u041aZ', 'KZ'],
  ])('written as %s is reported with its code', (typed, code) => {
    expect(reported(issue({ sections: section(typed, ARTICLE) }))).toEqual([
      `country-unknown 4:14 \`${typed}\` is not a country code: did you mean \`${code}\`?`,
    ]);
  });

  test('without a similar one is reported without a suggestion', () => {
    const yaml = issue({ sections: section('QQ', ARTICLE) });
    expect(reported(yaml)).toEqual(['country-unknown 4:14 `QQ` is not a country code']);
    expect(problemsOf(yaml)[0]?.hints[0]).toMatch(/Write two capital letters: KZ/);
  });

  test('in Cyrillic letters that look like Latin ones is reported with these letters', () => {
    const [problem] = problemsOf(issue({ sections: section('U\u0417', ARTICLE) }));
    expect(problem?.hints.join()).not.toMatch(/Cyrillic/);
    const [alike] = problemsOf(issue({ sections: section('\u041aZ', ARTICLE) }));
    expect(alike?.hints[0]).toBe('Replace the Cyrillic letter “\u041a” with the Latin one.');
  });

  test('does not have to be a member state', () => {
    expect(reported(issue({ sections: section('NO', ARTICLE) }))).toEqual([]);
  });
});

describe('two articles', () => {
  const duplicate = (title: string, source: string) =>
    issue({
      sections:
        section('KZ', ARTICLE) +
        section('UZ', ARTICLE.replace('Rally', title).replace('https://example.org/1', source)),
    });

  test('with the same title are an error with the line of the first', () => {
    const yaml = duplicate('Rally', 'https://example.org/2');
    expect(reported(yaml)).toEqual(['title-twice 15:16 this title is already used on line 8']);
    expect(problemsOf(yaml)[0]?.severity).toBe('error');
  });

  test('have the same title if they look the same in print', () => {
    expect(reported(duplicate('"rALLY "', 'https://example.org/2'))).toEqual([
      'title-twice 15:16 this title is already used on line 8',
    ]);
  });

  test('with the same source are a warning with the line of the first', () => {
    const yaml = duplicate('Talk', 'https://example.org/1/');
    expect(reported(yaml)).toEqual(['source-twice 16:17 this source is already used on line 9']);
    expect(problemsOf(yaml)[0]?.severity).toBe('warning');
  });

  test('of three, the later ones refer to the first', () => {
    const articles = ARTICLE + ARTICLE + ARTICLE;
    expect(reported(issue({ sections: section('KZ', articles) }))).toEqual([
      'title-twice 11:16 this title is already used on line 8',
      'source-twice 12:17 this source is already used on line 9',
      'title-twice 14:16 this title is already used on line 8',
      'source-twice 15:17 this source is already used on line 9',
    ]);
  });
});

describe('a body', () => {
  const withBody = (body: string) =>
    issue({ sections: section('KZ', ARTICLE.replace('A paragraph.', body)) });
  const below = (sign: string, lines: readonly string[]) =>
    `${sign}\n${lines.map((line) => (line === '' ? '\n' : `          ${line}\n`)).join('')}`;

  test.each(['">"', '"***"', '"[](https://example.org/)"', '"* "', '…', '“”'])(
    'without printed words is empty: %s',
    (body) => {
      expect(reported(withBody(body))).toEqual(['value-empty 10:15 `body` has no words to print']);
      expect(problemsOf(withBody(body))[0]?.severity).toBe('error');
    },
  );

  test.each(['"> Yes"', '"* 1"', '"[Да](https://example.org/)"', '"***No***"'])(
    'can have its only word in a quote, a list or a link: %s',
    (body) => {
      expect(reported(withBody(body))).toEqual([]);
    },
  );

  test.each([
    ['on the line of its key', 'One.\n\n          Two.'],
    ['with a folding indicator (>)', below('>', ['One.', '', 'Two.'])],
  ])('whose paragraphs are joined gets a hint how to separate them: %s', (_, body) => {
    expect(reported(withBody(body))).toEqual([
      `text-joined ${body.startsWith('>') ? 13 : 12}:11 this line is joined to the paragraph before it`,
    ]);
    const [problem] = problemsOf(withBody(body));
    expect(problem?.severity).toBe('warning');
    expect(problem?.hints[0]).toMatch(/`body: \|`/);
  });

  test('after a vertical bar keeps its paragraphs', () => {
    expect(reported(withBody(below('|', ['One.', '', 'Two.', '- Three.'])))).toEqual([]);
  });
});

describe('a link in a body', () => {
  const withBody = (...lines: string[]) =>
    issue({
      sections: section(
        'KZ',
        ARTICLE.replace(
          'body: A paragraph.\n',
          `body: |\n${lines.map((line) => (line === '' ? '\n' : `          ${line}\n`)).join('')}`,
        ),
      ),
    });

  test('that is not an address is reported at its line and column', () => {
    expect(reported(withBody('One.', '', 'See [the law](law.pdf) here.'))).toEqual([
      'link-invalid 13:15 the link leads to `law.pdf`, which is not a web or e-mail address',
    ]);
  });

  test('must not run a script', () => {
    expect(reported(withBody('[Open](javascript:alert(1))'))).toEqual([
      'link-invalid 11:11 the link leads to `javascript:alert(1)`, which is not a web or e-mail address',
    ]);
  });

  test('must not have a user name, or an incomplete e-mail address', () => {
    expect(reported(withBody('[a](https://mvd.kz@x.org/)', '', '[b](mailto:?subject=x)'))).toEqual([
      'link-invalid 11:11 the link leads to `https://mvd.kz@x.org/`, which has a user name before the @',
      'link-invalid 13:11 the link leads to `mailto:?subject=x`, which has no complete e-mail address',
    ]);
  });

  test('is reported at its place also in direct speech and quotes', () => {
    expect(reported(withBody('- I said so.', '- [No](x).', '> - [No](y)'))).toEqual([
      'link-invalid 12:13 the link leads to `x`, which is not a web or e-mail address',
      'link-invalid 13:15 the link leads to `y`, which is not a web or e-mail address',
    ]);
  });

  test('can be a web or e-mail address', () => {
    const links = [
      'https://example.org/@name',
      'mailto:registry@caricc.org',
      'mailto:почта@мвд.рф,a@b.kz?subject=x',
    ];
    expect(reported(withBody(...links.map((link) => `[a](${link})`)))).toEqual([]);
  });
});

describe('a character that the fonts lack', () => {
  test.each([
    ['an emoji in a title', 'title: Rally', 'title: Rally 🎉', '8:22', '“🎉” (U+1F389)'],
    ['Chinese in a topic', '- lessons', '- lessons 漢', '6:17', '“漢” (U+6F22)'],
    [
      'an override of the writing direction in a body',
      'A paragraph',
      'A para\u202egraph',
      '10:21',
      'the text contains an invisible character: right-to-left override (U+202E)',
    ],
    [
      'a zero width space in a source, which would be another address',
      'org/1',
      'org/1\u200b',
      '9:38',
      'the text contains an invisible character: zero width space (U+200B)',
    ],
    [
      'a title that prints nothing',
      'title: Rally',
      "title: '\u200b\u00ad'",
      '8:17',
      'the text contains an invisible character: zero width space (U+200B)',
    ],
    [
      'Arabic in a lead',
      'body: A',
      'lead: سلام\n        body: A',
      '10:15',
      '“س” (U+0633) is written from right to left, which the bulletin cannot print',
    ],
    [
      'Chinese in a caption',
      'body: A',
      'photo: { file: a.jpg, caption: 漢 }\n        body: A',
      '10:40',
      '“漢” (U+6F22)',
    ],
    [
      'an emoji in a credit',
      'body: A',
      'photo: { file: a.jpg, credit: Me 🎉 }\n        body: A',
      '10:42',
      '“🎉” (U+1F389)',
    ],
    ['Chinese in a source', 'org/1', 'org/a漢', '9:38', '“漢” (U+6F22)'],
  ])('is reported with its name and place: %s', (_, piece, replacement, place, name) => {
    expect(reported(issue().replace(piece, replacement))[0]).toBe(
      `glyph-missing ${place} ${/ (?:contains|is written) /.test(name) ? '' : 'the fonts have no '}${name}`,
    );
  });

  test('is reported once per text, at its first place', () => {
    expect(reported(issue().replace('A paragraph.', '漢 and 漢 and 字.'))).toEqual([
      'glyph-missing 10:15 the fonts have no “漢” (U+6F22)',
      'glyph-missing 10:27 the fonts have no “字” (U+5B57)',
    ]);
  });

  test('is allowed in texts that are only read aloud', () => {
    const photo = 'photo: { file: a.jpg, alt: 漢 }';
    expect(reported(issue().replace('body', `${photo}\n        body`))).toEqual([]);
  });

  test('is reported in a build with the real fonts, and nothing is written', async () => {
    const body = 'Łódź, Алматы, Қазақстан, Ўзбекистон — «да», “no”…\n\n漢🎉';
    const yaml = issue().replace(
      'body: A paragraph.',
      `body: |\n          ${body.replace('\n\n', '\n\n          ')}`,
    );
    const outcome = await buildInMemory(yaml);
    expect(summariesOf(outcome.problems)).toEqual([
      'glyph-missing 13:11 the fonts have no “漢” (U+6F22)',
      'glyph-missing 13:12 the fonts have no “🎉” (U+1F389)',
    ]);
    expect(outcome.file).toBeUndefined();
    const written = [...outcome.host.files.keys()].filter((path) => !path.includes('/.cache/'));
    expect(written).toEqual(['/desk/2024-19/issue.yaml']);
  });
});

test('the number in an issue’s name has at least two digits', () => {
  const period = { from: '2024-12-28', to: '2025-01-10' };
  expect(issueName({ number: 1, period })).toBe('2025-01');
  expect(issueName({ number: 123, period })).toBe('2025-123');
});

test('all problems of an issue are reported together', () => {
  const sections =
    section('kz', ARTICLE.replace('A paragraph.', 'See [x](y)')) + section('UZ', ARTICLE);
  const yaml = issue({ period: '{ from: 2024-11-30, to: 2024-11-16 }', sections });
  expect(problemsOf(yaml).map(({ code }) => code)).toEqual([
    'period-reversed',
    'country-unknown',
    'link-invalid',
    'title-twice',
    'source-twice',
  ]);
});

describe('if the schema reports errors', () => {
  const OTHER_ARTICLE = ARTICLE.replace('example.org/1', 'example.org/2');

  test('the other rules are applied as well', () => {
    const articles = `${ARTICLE}${OTHER_ARTICLE}      - titel: Walk
        source: not an address
        body: "\u4f60"
        photo: { file: a.jpg, size: 3 }
`;
    const sections = section('KZ', articles) + section('KZZ', ARTICLE.replaceAll(/Rally|1/g, 'x'));
    const yaml = issue({ sections, period: '{ from: 2024-11-16 }' });
    expect(problemsOf(yaml).map(({ code, range }) => [code, range?.start.line])).toEqual([
      ['key-missing', 2],
      ['title-twice', 11],
      ['key-unknown', 14],
      ['value-invalid', 15],
      ['glyph-missing', 16],
      ['key-unknown', 17],
      ['country-unknown', 18],
    ]);
  });

  test('photos are checked as well', async () => {
    const articles = `${ARTICLE.replace('body:', 'photo: { file: a.jpg, alt: A }\n        bdy:')}`;
    const { problems, file } = await buildInMemory(issue({ sections: section('KZ', articles) }));
    expect(problems.map(({ code }) => code)).toEqual(['photo-missing', 'key-unknown']);
    expect(file).toBeUndefined();
  });

  test('rules do not report values that already have an error', () => {
    const blank = '      - title:\n        source: x\n        body:\n';
    const yaml = issue({
      sections: section('KZ', blank + blank),
      period: '{ from: 2024-11-30, to: x }',
    });
    const codes = problemsOf(yaml, '/desk/issues/2024-18/issue.yaml').map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['value-invalid', 'value-empty']));
  });
});
