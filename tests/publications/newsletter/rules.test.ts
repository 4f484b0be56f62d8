import { describe, expect, test } from '@jest/globals';
import { ARTICLE, checkNewsletter, sampleNewsletter } from '../../helpers/check-newsletter.ts';

/** The problems of the sample with some keys changed. */
const found = (changes: Readonly<Record<string, unknown>>, others = {}) =>
  checkNewsletter(sampleNewsletter(changes), { others });
const sole = async (changes: Readonly<Record<string, unknown>>, others = {}) => {
  const problems = await found(changes, others);
  expect(problems).toHaveLength(1);
  return problems[0];
};

test('a minimal newsletter has no problems', async () => {
  expect(await found({})).toEqual([]);
});

describe('the schema', () => {
  test.each([
    ['Q3 2022', 'did you mean 2022-Q3?'],
    ['2022/3', 'did you mean 2022-Q3?'],
    ['2022-Q5', 'such as 2022-Q3'],
    ['summer', 'such as 2022-Q3'],
  ])('a period “%s” is not a quarter', async (period, hint) => {
    expect(await sole({ period })).toContain(
      `4:9 error \`period\` is not a quarter written as YEAR-Q1 to YEAR-Q4`,
    );
    expect(await sole({ period })).toContain(hint);
  });

  test('a newsletter has at least one article', async () => {
    expect(await sole({ articles: [] })).toContain('5:1 error `articles` is empty');
  });

  test('the side of a photo is column or full', async () => {
    const photo = { file: 'photos/hall.jpg', alt: 'A hall', side: 'left' };
    expect((await found({ articles: [{ ...ARTICLE, photo }] })).join('\n')).toContain('side');
    expect((await found({ articles: [{ ...ARTICLE, photo: [photo] }] })).join('\n')).toContain(
      'side',
    );
  });

  test('a short article has no line of its own in the contents', async () => {
    const briefs = { articles: [{ ...ARTICLE, contents: 'A title' }] };
    expect(await sole({ briefs })).toContain('`contents` is not a key');
  });
});

describe('the folder', () => {
  test('has the programme and the number', async () => {
    expect(await checkNewsletter(sampleNewsletter(), { name: 'newsletter-cadap-7-3' })).toEqual([
      '3:9 error the folder is named newsletter-cadap-7-3, but this is number 2 of cadap-7 [newsletter-folder] Rename the folder to newsletter-cadap-7-2, or correct the number and the programme.',
    ]);
  });

  test('elsewhere may have any name', async () => {
    const name = '../drafts/summer';
    expect(await checkNewsletter(sampleNewsletter(), { name })).toEqual([]);
  });
});

describe('the programme', () => {
  test('is one of those in the template', async () => {
    const problems = await checkNewsletter(sampleNewsletter({ programme: 'cadap-9' }), {
      name: 'newsletter-cadap-9-2',
    });
    expect(problems).toEqual([
      expect.stringContaining('2:12 error there is no programme `cadap-9`: did you mean `cadap-'),
    ]);
  });

  test('has a Delegation only from a day on', async () => {
    expect(
      await sole({ delegation: 'kyrgyzstan', period: '2019-Q4', europeanUnion: false }),
    ).toContain('error the Delegation `kyrgyzstan` is known since 2020-02-01');
    expect(await sole({ delegation: 'kirgizstan' })).toContain('did you mean `kyrgyzstan`?');
  });

  test('has figures of the European Union only from a day on', async () => {
    expect(await sole({ period: '2013-Q2' })).toMatch(
      /^4:9 error the paragraph about the European Union is known since 2013-07-01/,
    );
  });

  test('has its name written in one way', async () => {
    expect(await sole({ articles: [{ ...ARTICLE, body: 'FIAPP 7 begins.' }] })).toMatch(
      /“FIAPP 7” is not quite the programme’s name: did you mean “CADAP 7”\? \[programme-name\]/,
    );
    const contents = 'The title of CADAP7';
    expect(await sole({ articles: [{ ...ARTICLE, contents }] })).toContain(
      'did you mean “CADAP 7”?',
    );
  });
});

describe('the series', () => {
  const first = sampleNewsletter({ number: 1, period: '2022-Q2' });
  const others = { 'newsletter-cadap-7-1': first };

  test('continues with the next number and the next quarter', async () => {
    expect(await found({}, others)).toEqual([]);
  });

  test('has no gap in its numbers', async () => {
    const problems = await checkNewsletter(sampleNewsletter({ number: 4 }), {
      name: 'newsletter-cadap-7-4',
      others,
    });
    expect(problems).toEqual([
      '3:9 warning the number is 4, but newsletter-cadap-7-1 covers an earlier quarter, 2022-Q2 [newsletter-number] Use number 2, unless an earlier newsletter is kept elsewhere.',
    ]);
  });

  test('has no lower number in a later quarter', async () => {
    const third = sampleNewsletter({ number: 3, period: '2022-Q2' });
    expect(await sole({}, { 'newsletter-cadap-7-3': third })).toContain(
      'warning the number is 2, but newsletter-cadap-7-3 covers an earlier quarter',
    );
  });

  test.each(['2022-Q2', '2021-Q4'])('has no quarter twice or out of order: %s', async (period) => {
    expect(await sole({ period }, others)).toBe(
      `4:9 warning the period is ${period}, but newsletter-cadap-7-1 already covers 2022-Q2 [newsletter-period] Use 2022-Q3, or correct the period of newsletter-cadap-7-1.`,
    );
  });

  test('has no quarter without a newsletter', async () => {
    expect(await sole({ period: '2023-Q1' }, others)).toBe(
      '4:9 warning no newsletter covers 2022-Q3, the quarter after that of newsletter-cadap-7-1 [newsletter-gap] Use 2022-Q3, unless that quarter had no newsletter.',
    );
  });

  test('of another programme does not matter', async () => {
    const other = sampleNewsletter({ programme: 'cadap-6', number: 7, period: '2016-Q1' });
    expect(await found({}, { 'newsletter-cadap-6-7': other })).toEqual([]);
  });
});

describe('a line of the contents', () => {
  const withLabel = (contents: string, more = {}) => ({
    articles: [{ title: 'Technical committees meet', body: 'In Bishkek.', contents, ...more }],
  });

  test.each(['Committee meetings', 'The TECHNICAL side', 'News from Bishkek'])(
    'leads to its article: %s',
    async (label) => {
      expect(await found(withLabel(label))).toEqual([]);
    },
  );

  test('that was copied from another issue is reported', async () => {
    expect(await sole(withLabel('Drug Dialogue'))).toMatch(
      /^8:15 warning no word of the line “Drug Dialogue” is in the article that it leads to \[contents-other\]/,
    );
  });

  test('leads nowhere without short articles', async () => {
    for (const briefs of [{ contents: 'In brief' }, { contents: 'In brief', articles: [] }]) {
      expect(await sole({ briefs })).toMatch(
        /^9:13 error the line “In brief” of the contents leads nowhere: `briefs` has no articles \[contents-nowhere\]/,
      );
    }
  });

  test('of short articles is of any words', async () => {
    expect(await found({ briefs: { contents: 'In brief', articles: [ARTICLE] } })).toEqual([]);
  });

  test('is not there twice', async () => {
    const articles = [
      { ...ARTICLE, contents: 'A title' },
      { title: 'Another title', body: 'Another text.', contents: 'a Title' },
    ];
    expect(await sole({ articles })).toMatch(/^11:15 warning .* twice \[contents-twice\]/);
  });

  test('is one of at most eight', async () => {
    const articles = Array.from({ length: 9 }, (_, index) => ({
      title: `Title ${index}`,
      body: `Text number ${index}.`,
      contents: `Title ${index}`,
    }));
    expect(await sole({ articles })).toMatch(
      /^32:15 warning the contents have 9 lines; 8 is the limit \[contents-long\]/,
    );
    expect(await found({ articles: articles.slice(1) })).toEqual([]);
  });
});

describe('texts', () => {
  test('of all kinds are checked', async () => {
    const problems = await found({
      articles: [
        { title: 'A title.', body: 'The the text \u0e01' },
        { title: 'ß \u0e01', body: '[bad](ftp://example.org)' },
      ],
      closing: { vision: '"An open quotation', mission: ['One', 'Two \u0e01'] },
      contact: { name: 'Ms. Sample', email: 'nobody' },
    });
    const codes = problems.map((problem) =>
      /^(\d+):.*\[([a-z]+-[a-z-]+)\]/.exec(problem)?.slice(1).join(' '),
    );
    expect(codes).toEqual([
      '6 title-stop',
      '7 word-twice',
      '7 glyph-missing',
      '8 glyph-missing',
      '9 link-invalid',
      '11 quote-open',
      '14 glyph-missing',
      '17 address-invalid',
    ]);
  });

  test('of a pull quote may repeat the text', async () => {
    const sentence = 'Prevention works when it answers the needs of a community.';
    const body = `${sentence}\n\n>> ${sentence}`;
    expect(await found({ articles: [{ ...ARTICLE, body }] })).toEqual([]);
    const repeated = await found({
      articles: [{ ...ARTICLE, body: `${sentence}\n\n${sentence}` }],
    });
    expect(repeated.join()).toContain('-twice]');
  });
});
