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

function told(yaml: string, file?: string): string[] {
  return summariesOf(problemsOf(yaml, file));
}

test('an issue without mistakes has no problems', () => {
  expect(told(issue())).toEqual([]);
});

describe('the period', () => {
  test('must not run backwards', () => {
    const yaml = issue({ period: '{ from: 2024-11-30, to: 2024-11-16 }' });
    expect(told(yaml)).toEqual([
      'period-reversed 2:17 the period runs backwards: it ends on 2024-11-16, before it begins on 2024-11-30',
    ]);
    expect(problemsOf(yaml)[0]?.hints).toEqual(['Exchange from and to.']);
  });

  test('may be one day', () => {
    expect(told(issue({ period: '{ from: 2024-11-16, to: 2024-11-16 }' }))).toEqual([]);
  });
});

describe('the folder’s name', () => {
  test('says the issue’s year and number', () => {
    expect(told(issue(), '/desk/issues/2024-19/issue.yaml')).toEqual([]);
    expect(told(issue({ number: 1 }), '/desk/issues/2024-01/issue.yaml')).toEqual([]);
  });

  test('must not name one issue twice, as 2024-1 and 2024-01 would', () => {
    expect(told(issue({ number: 1 }), '/desk/issues/2024-1/issue.yaml')).toEqual([
      'folder-name 1:9 the folder is named 2024-1; issues are named by year and two digits at the least',
    ]);
    expect(told(issue({ number: 1 }), '/elsewhere/2024-1/issue.yaml')).toEqual([]);
  });

  test('with another number is told at the number', () => {
    const file = '/desk/issues/2024-18/issue.yaml';
    expect(told(issue(), file)).toEqual([
      'folder-name 1:9 the folder is named 2024-18, but this is issue 19 of 2024',
    ]);
    expect(problemsOf(issue(), file)[0]?.hints[0]).toMatch(/Rename the folder to 2024-19/);
  });

  test('with another year is told at the period’s last day', () => {
    const period = '{ from: 2024-12-28, to: 2025-01-10 }';
    expect(told(issue({ period }), '/desk/issues/2024-19/issue.yaml')).toEqual([
      'folder-name 2:33 the folder is named 2024-19, but this is issue 19 of 2025',
    ]);
    expect(told(issue({ period }), '/desk/issues/2025-19/issue.yaml')).toEqual([]);
  });

  test('must be one among the project’s issues, and may be any elsewhere', () => {
    expect(told(issue(), '/desk/issues/november/issue.yaml')).toEqual([
      'folder-name 1:9 the folder is named november, but this is issue 19 of 2024',
    ]);
    expect(told(issue(), '/home/editor/drafts/issue.yaml')).toEqual([]);
    expect(told(issue(), '/home/editor/2024-18/issue.yaml')).toHaveLength(1);
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
  expect(told(issue({ sections: sections(0) }))).toEqual([]);
  expect(told(issue({ sections: sections(1) }))).toEqual([
    'value-invalid 22:9 with this topic those of all countries have more than 20,000 characters',
  ]);
});

describe('a country', () => {
  test('must not have two sections', () => {
    const other = ARTICLE.replace('Rally', 'Talk').replace('org/1', 'org/2');
    const sections = section('KZ', ARTICLE) + section('UZ', other) + section('KZ', other);
    expect(told(issue({ sections }))).toContain(
      'country-twice 18:14 `KZ` has a section already: section 1',
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
  ])('written as %s is told with its code', (typed, code) => {
    expect(told(issue({ sections: section(typed, ARTICLE) }))).toEqual([
      `country-unknown 4:14 \`${typed}\` is no country’s code: did you mean \`${code}\`?`,
    ]);
  });

  test('that nothing is like is told without a guess', () => {
    const yaml = issue({ sections: section('QQ', ARTICLE) });
    expect(told(yaml)).toEqual(['country-unknown 4:14 `QQ` is no country’s code']);
    expect(problemsOf(yaml)[0]?.hints[0]).toMatch(/Two capital letters: KZ/);
  });

  test('in Cyrillic letters that look like its own is told with them', () => {
    const [problem] = problemsOf(issue({ sections: section('U\u0417', ARTICLE) }));
    expect(problem?.hints.join()).not.toMatch(/Cyrillic/);
    const [alike] = problemsOf(issue({ sections: section('\u041aZ', ARTICLE) }));
    expect(alike?.hints[0]).toBe('Replace the Cyrillic letter “\u041a” with the Latin one.');
  });

  test('need not be a member state', () => {
    expect(told(issue({ sections: section('NO', ARTICLE) }))).toEqual([]);
  });
});

describe('two articles', () => {
  const duplicate = (title: string, source: string) =>
    issue({
      sections:
        section('KZ', ARTICLE) +
        section('UZ', ARTICLE.replace('Rally', title).replace('https://example.org/1', source)),
    });

  test('with the same title are an error that names the other’s line', () => {
    const yaml = duplicate('Rally', 'https://example.org/2');
    expect(told(yaml)).toEqual(['title-twice 15:16 this title stands at line 8 already']);
    expect(problemsOf(yaml)[0]?.severity).toBe('error');
  });

  test('have the same title when they are printed alike', () => {
    expect(told(duplicate('"rALLY "', 'https://example.org/2'))).toEqual([
      'title-twice 15:16 this title stands at line 8 already',
    ]);
  });

  test('with the same source are a warning that names the other’s line', () => {
    const yaml = duplicate('Talk', 'https://example.org/1/');
    expect(told(yaml)).toEqual(['source-twice 16:17 this source stands at line 9 already']);
    expect(problemsOf(yaml)[0]?.severity).toBe('warning');
  });

  test('that are three each name the first', () => {
    const articles = ARTICLE + ARTICLE + ARTICLE;
    expect(told(issue({ sections: section('KZ', articles) }))).toEqual([
      'title-twice 11:16 this title stands at line 8 already',
      'source-twice 12:17 this source stands at line 9 already',
      'title-twice 14:16 this title stands at line 8 already',
      'source-twice 15:17 this source stands at line 9 already',
    ]);
  });
});

describe('a body', () => {
  const withBody = (body: string) =>
    issue({ sections: section('KZ', ARTICLE.replace('A paragraph.', body)) });
  const below = (sign: string, lines: readonly string[]) =>
    `${sign}\n${lines.map((line) => (line === '' ? '\n' : `          ${line}\n`)).join('')}`;

  test.each(['">"', '"***"', '"[](https://example.org/)"', '"* "', '…', '“”'])(
    'that prints nothing is as good as none: %s',
    (body) => {
      expect(told(withBody(body))).toEqual([
        'value-empty 10:15 `body` has no words that would be printed',
      ]);
      expect(problemsOf(withBody(body))[0]?.severity).toBe('error');
    },
  );

  test.each(['"> Yes"', '"* 1"', '"[Да](https://example.org/)"', '"***No***"'])(
    'that prints a word in a quote, a list or a link is one: %s',
    (body) => {
      expect(told(withBody(body))).toEqual([]);
    },
  );

  test.each([
    ['in the line of its key', 'One.\n\n          Two.'],
    ['under a sign that folds', below('>', ['One.', '', 'Two.'])],
  ])('whose paragraphs are joined is told how to keep them: %s', (_, body) => {
    expect(told(withBody(body))).toEqual([
      `text-joined ${body.startsWith('>') ? 13 : 12}:11 this line is joined to the paragraph before it`,
    ]);
    const [problem] = problemsOf(withBody(body));
    expect(problem?.severity).toBe('warning');
    expect(problem?.hints[0]).toMatch(/`body: \|`/);
  });

  test('under an upright has its paragraphs', () => {
    expect(told(withBody(below('|', ['One.', '', 'Two.', '- Three.'])))).toEqual([]);
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

  test('that leads nowhere is told at its own line and column', () => {
    expect(told(withBody('One.', '', 'See [the law](law.pdf) here.'))).toEqual([
      'link-invalid 13:15 the link leads to `law.pdf`, which is no address of the web or of mail',
    ]);
  });

  test('must not run a script', () => {
    expect(told(withBody('[Open](javascript:alert(1))'))).toEqual([
      'link-invalid 11:11 the link leads to `javascript:alert(1)`, which is no address of the web or of mail',
    ]);
  });

  test('must not name a user, or a mailbox that is none', () => {
    expect(told(withBody('[a](https://mvd.kz@x.org/)', '', '[b](mailto:?subject=x)'))).toEqual([
      'link-invalid 11:11 the link leads to `https://mvd.kz@x.org/`, which has a user name before the @',
      'link-invalid 13:11 the link leads to `mailto:?subject=x`, which has no complete e-mail address',
    ]);
  });

  test('is told after direct speech and quotes at its place too', () => {
    expect(told(withBody('- I said so.', '- [No](x).', '> - [No](y)'))).toEqual([
      'link-invalid 12:13 the link leads to `x`, which is no address of the web or of mail',
      'link-invalid 13:15 the link leads to `y`, which is no address of the web or of mail',
    ]);
  });

  test('may lead to the web and to a mailbox', () => {
    const links = [
      'https://example.org/@name',
      'mailto:registry@caricc.org',
      'mailto:почта@мвд.рф,a@b.kz?subject=x',
    ];
    expect(told(withBody(...links.map((link) => `[a](${link})`)))).toEqual([]);
  });
});

describe('a character that the fonts lack', () => {
  test.each([
    ['an emoji in a title', 'title: Rally', 'title: Rally 🎉', '8:22', '“🎉” (U+1F389)'],
    ['Chinese in a topic', '- lessons', '- lessons 漢', '6:17', '“漢” (U+6F22)'],
    [
      'a zero width space in a body',
      'A paragraph',
      'A para\u200bgraph',
      '10:21',
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
  ])('is told by name at its place: %s', (_, piece, replacement, place, name) => {
    expect(told(issue().replace(piece, replacement))[0]).toBe(
      `glyph-missing ${place} ${/ (?:contains|is written) /.test(name) ? '' : 'the fonts have no '}${name}`,
    );
  });

  test('is told once for each text, at its first place', () => {
    expect(told(issue().replace('A paragraph.', '漢 and 漢 and 字.'))).toEqual([
      'glyph-missing 10:15 the fonts have no “漢” (U+6F22)',
      'glyph-missing 10:27 the fonts have no “字” (U+5B57)',
    ]);
  });

  test('may stand in what is only read aloud', () => {
    const photo = 'photo: { file: a.jpg, alt: 漢 }';
    expect(told(issue().replace('body', `${photo}\n        body`))).toEqual([]);
  });

  test('is told with the fonts as they are, and nothing is written', async () => {
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

test('an issue’s name has a number of two digits at the least', () => {
  const period = { from: '2024-12-28', to: '2025-01-10' };
  expect(issueName({ number: 1, period })).toBe('2025-01');
  expect(issueName({ number: 123, period })).toBe('2025-123');
});

test('all problems of an issue come together', () => {
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

describe('beside errors of the shape', () => {
  const TWIN = ARTICLE.replace('example.org/1', 'example.org/2');

  test('the rules of the whole issue are asked all the same', () => {
    const articles = `${ARTICLE}${TWIN}      - titel: Walk
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

  test('photos are looked at too', async () => {
    const articles = `${ARTICLE.replace('body:', 'photo: { file: a.jpg, alt: A }\n        bdy:')}`;
    const { problems, file } = await buildInMemory(issue({ sections: section('KZ', articles) }));
    expect(problems.map(({ code }) => code)).toEqual(['photo-missing', 'key-unknown']);
    expect(file).toBeUndefined();
  });

  test('nothing is said that rests on a value with an error of its own', () => {
    const blank = '      - title:\n        source: x\n        body:\n';
    const yaml = issue({
      sections: section('KZ', blank + blank),
      period: '{ from: 2024-11-30, to: x }',
    });
    const codes = problemsOf(yaml, '/desk/issues/2024-18/issue.yaml').map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['value-invalid', 'value-empty']));
  });
});
