import { describe, expect, test } from '@jest/globals';
import {
  createIndexEntry,
  type IndexEntry,
} from '../../../../src/publications/information-release/editorial/index-entry.ts';
import { EXAMPLE_SOURCE } from '../../../../src/publications/information-release/editorial/leftover-examples.ts';
import { issueSchema } from '../../../../src/publications/information-release/schema.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';
import { checkSchema } from '../../../../src/source/schema-problems.ts';
import { problemsOf, summariesOf } from '../../../helpers/read-issue.ts';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';

const ISSUE = issueOf({});

function earlier(changes: Partial<IndexEntry> = {}): IndexEntry {
  return {
    name: '2024-18',
    year: 2024,
    number: 18,
    period: { from: '2024-11-01', to: '2024-11-15' },
    sources: [],
    articles: [],
    names: [],
    ...changes,
  };
}

function reported(yaml: string, others: readonly IndexEntry[]): string[] {
  return review(yaml, others).map(({ code, range, message }) => {
    return `${code} ${range?.start.line}:${range?.start.column} ${message}`;
  });
}

test('an index entry has the issue’s name, period and sources with their lines', () => {
  const { document } = readYaml(ISSUE, '/desk/issue.yaml');
  const { value } = checkSchema(issueSchema, document);
  expect(value && createIndexEntry(value, document)).toEqual({
    name: '2024-19',
    year: 2024,
    number: 19,
    period: { from: '2024-11-16', to: '2024-11-30' },
    names: [],
    sources: [{ address: 'https://gazeta.news/0', line: 9 }],
    // The body is too short for a signature.
    articles: [{ line: 7, signature: '' }],
  });
});

describe('the previous issue', () => {
  test('gives no warning if number and period continue it', () => {
    expect(reported(ISSUE, [earlier()])).toEqual([]);
    expect(reported(ISSUE, [])).toEqual([]);
  });

  test('is the latest of the earlier issues', () => {
    const older = earlier({
      name: '2024-17',
      number: 17,
      period: { from: '2024-10-16', to: '2024-10-31' },
    });
    const later = earlier({ name: '2025-01', year: 2025, number: 1 });
    expect(reported(ISSUE, [later, earlier(), older])).toEqual([]);
  });

  test('is not compared if the number is invalid', () => {
    const yaml = ISSUE.replace('number: 19', "number: '19'");
    const before = earlier({ period: { from: '2024-10-16', to: '2024-10-31' } });
    expect(reported(yaml, [before])).toEqual([]);
  });

  test('ends on the day before this issue begins', () => {
    expect(
      reported(ISSUE, [earlier({ period: { from: '2024-11-01', to: '2024-11-13' } })]),
    ).toEqual([
      'period-gap 2:17 no issue covers the days between issue 2024-18, which ends on 2024-11-13, and this one',
    ]);
    expect(
      reported(ISSUE, [earlier({ period: { from: '2024-11-01', to: '2024-11-16' } })]),
    ).toEqual([
      'period-overlap 2:17 the period overlaps the period of issue 2024-18, which ends on 2024-11-16',
    ]);
  });

  test('has the number before, unless this issue has number 1 of a year', () => {
    expect(reported(ISSUE, [earlier({ name: '2024-17', number: 17 })])).toEqual([
      'number-jump 1:9 the number is 19, but the previous issue is 2024-17',
    ]);
    expect(reported(ISSUE, [earlier({ name: '2023-24', year: 2023, number: 24 })])).toEqual([
      'number-jump 1:9 the number is 19, but this is the first issue of 2024',
    ]);
    expect(
      reported(ISSUE.replace('19', '1'), [earlier({ name: '2023-24', year: 2023, number: 24 })]),
    ).toEqual([]);
  });

  test('can end on the last day of any month, also of February in a leap year', () => {
    const yaml = ISSUE.replace('2024-11-16', '2024-03-01');
    expect(reported(yaml, [earlier({ period: { from: '2024-02-16', to: '2024-02-29' } })])).toEqual(
      [],
    );
  });
});

describe('a source of an earlier issue', () => {
  const used = earlier({ sources: [{ address: 'https://gazeta.news/0', line: 77 }] });

  test('is reported with that issue and its line', () => {
    expect(reported(ISSUE, [used])).toEqual([
      'source-reused 9:17 issue 2024-18 already has this source, on line 77',
    ]);
  });

  test('is the same with a trailing slash', () => {
    expect(reported(ISSUE.replace('news/0', 'news/0/'), [used])).toHaveLength(1);
  });

  test('of a later issue is not reported', () => {
    expect(reported(ISSUE, [{ ...used, name: '2025-01', year: 2025, number: 1 }])).toEqual([]);
  });
});

describe('the host of a source', () => {
  const used = earlier({
    sources: [
      { address: 'https://xn--b1aew.xn--p1ai/news/1', line: 5 },
      { address: 'https://polisia.kz/ru', line: 6 },
      { address: 'https://24.kz/', line: 7 },
    ],
  });
  const withSource = (source: string) => issueOf({ source });

  test.each([
    ['https://polisia.kz/ru/9', []],
    ['https://POLISIA.kz/ru/9', []],
    ['https://24.kg/9', []],
    ['https://мвд.рф/news/9', []],
    ['https://gov.uz:8080/9', []],
    ['https://polisia.kzz/ru', ['host-invalid: polisia.kzz']],
    ['https://polisia,kz/ru', ['host-invalid: polisia,kz']],
    ['https://localhost/', ['host-invalid: localhost']],
    ['https://my_site.kz/', ['host-invalid: my_site.kz']],
    ['https://xn--b1aew.xn--plai/news/2', ['host-invalid: xn--b1aew.xn--plai']],
    ['https://policia.kz/ru', ['host-slip: policia.kz']],
  ])('%s', (source, expected) => {
    const yaml = withSource(source);
    const found = marked(yaml, review(yaml, [used]));
    expect(found.filter((mark) => !mark.startsWith('source-country'))).toEqual(expected);
  });

  test('is reported with the probable site', () => {
    const [problem] = review(withSource('https://xn--b1aew.xn--plai/news/2'), [used]);
    expect(problem?.message).toBe(
      '`xn--b1aew.xn--plai` is not a valid site name: did you mean `xn--b1aew.xn--p1ai`?',
    );
  });

  test('is also compared with the other sources of its issue', () => {
    const yaml = issueOf(
      { source: 'https://polisia.kz/1' },
      { source: 'https://polisla.kz/2' },
      { source: 'https://polisia.kz/3' },
    );
    expect(marked(yaml, review(yaml))).toEqual(['host-slip: polisla.kz']);
  });
});

/** For each kind of text, the piece of an issue to replace and its replacement. */
const PLACES: Readonly<Record<string, (text: string) => [RegExp, string]>> = {
  topic: (text) => [/\[lessons\]/, `[${text}]`],
  title: (text) => [/title: \|-\n.*/, `title: ${text}`],
  lead: (text) => [/ {8}body:/, `        lead: ${text}\n        body:`],
  body: (text) => [/body: \|-\n.*/, `body: ${text}`],
  ...Object.fromEntries(
    ['caption', 'alt', 'credit'].map((key) => [
      key,
      (text: string): [RegExp, string] => [
        / {8}body:/,
        `        photo: { file: a.jpg, ${key}: ${text} }\n        body:`,
      ],
    ]),
  ),
};

describe('an example', () => {
  test.each([
    ['https://example.org/news', ['example-left-in: example.org']],
    ['http://www.EXAMPLE.com', ['example-left-in: www.EXAMPLE.com']],
    ['https://example.net:80/?a', ['example-left-in: example.net']],
    ['https://news.example/', ['host-invalid: news.example']],
    ['https://myexample.org/9', []],
    ['https://example.org.kz/9', []],
  ])('domain is not a source: %s', (source, expected) => {
    const yaml = issueOf({ source });
    expect(marked(yaml, review(yaml))).toEqual(expected);
  });

  test('source is reported once, also in builds', () => {
    const yaml = issueOf({ source: EXAMPLE_SOURCE }, { source: `${EXAMPLE_SOURCE}/` });
    expect(review(yaml)).toEqual([]);
    expect(problemsOf(yaml).map(({ code }) => code)).toEqual([
      'example-left-in',
      'example-left-in',
      'source-twice',
    ]);
  });

  test.each(Object.entries(PLACES))(
    'of a new issue that was left in a %s is reported at its place',
    (_, place) => {
      const example = 'A line under the picture,  if there is one to PRINT';
      const yaml = issueOf({}).replace(...place(`"Before. ${example}. After."`));
      const problems = problemsOf(yaml);
      expect(summariesOf(problems)).toEqual([
        expect.stringMatching(/^example-left-in \d+:\d+ this [a-z ]+ has the example text/),
      ]);
      expect(marked(yaml, problems)).toEqual([`example-left-in: ${example}`]);
    },
  );

  test('article is reported as a whole, or by its remaining texts if it is edited', () => {
    const title = 'Example: replace it by the title of the first article';
    const body = 'Example: replace it by the text of the article.';
    const left = (keys: Record<string, string>) =>
      problemsOf(issueOf({ title, body, source: EXAMPLE_SOURCE, ...keys })).map(
        ({ message }) => message,
      );
    expect(left({})).toEqual(['this article is still the example of a new issue']);
    expect(left({ title: 'News' })).toEqual([
      'this source is still the example of a new issue',
      'this body still has the example text of a new issue',
    ]);
    expect(left({ source: 'https://gazeta.news/1' })).toEqual([
      'this title still has the example text of a new issue',
      'this body still has the example text of a new issue',
    ]);
  });

  test('text is found with other line breaks', () => {
    const yaml = issueOf({ body: 'News.\n\nA line under the picture, if\nthere is one to print' });
    expect(summariesOf(problemsOf(yaml))).toEqual([
      'example-left-in 14:11 this body still has the example text of a new issue',
    ]);
  });

  test('text is not found if only its beginning matches', () => {
    expect(problemsOf(issueOf({ title: 'A line under the picture' }))).toEqual([]);
  });
});

describe('an article of an earlier issue', () => {
  const words = (start: number) =>
    Array.from({ length: 60 }, (_, index) => `word${(start + index) ** 2}`).join(' ');
  const entryOf = (body: string) => {
    const { document } = readYaml(issueOf({ body }), '/desk/issue.yaml');
    const { value } = checkSchema(issueSchema, document);
    if (!value) throw new Error('not an issue');
    return earlier({ articles: createIndexEntry(value, document).articles });
  };
  const codesOf = (body: string, before: string) =>
    review(issueOf({ title: 'Another title', body }), [entryOf(before)]).map(
      ({ code, range, message }) => `${code} ${range?.start.line} ${message}`,
    );

  test('is found if nearly all words are the same', () => {
    const body = `${words(1)}.`;
    const message = 'issue 2024-18 has this article in nearly the same words, on line 7';
    expect(codesOf(body, body)).toEqual([`article-reused 8 ${message}`]);
    expect(codesOf(`A new word. ${body}`, body)).toEqual([`article-reused 8 ${message}`]);
  });

  test('is not found if only a part is the same', () => {
    expect(codesOf(`${words(1)}.`, `${words(41)}.`)).toEqual([]);
    expect(codesOf('They met.', 'They met.')).toEqual([]);
  });
});
