import { describe, expect, test } from '@jest/globals';
import {
  type ComposeTools,
  composeIssue,
} from '../../../src/publications/information-release/compose-issue.ts';
import type { ComposedIssue } from '../../../src/publications/information-release/composed-issue.ts';
import {
  countryNamesSchema,
  countryOf,
  lookUpIn,
} from '../../../src/publications/information-release/countries.ts';
import { wordsSchema } from '../../../src/publications/information-release/words.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { createPhraseRenderer } from '../../../src/templates/phrases.ts';
import { parseRichText } from '../../../src/text/parse-rich-text.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import { createTypesetter, typesetBlocks, typesetLine } from '../../../src/text/typography.ts';
import { readIssue } from '../../helpers/read-issue.ts';
import { templateText, words } from '../../helpers/read-template.ts';
import { type SampleArticle, sampleIssue } from '../../helpers/sample-issue.ts';

const typeset = createTypesetter('en', { quotes: true, dashes: true, spaces: true });

const TOOLS: ComposeTools = {
  words,
  phrases: createPhraseRenderer('en'),
  countryOf,
  typeset,
  typesetBody: (body) => typesetBlocks(parseRichText(body).blocks, typeset),
};
const READY = { image: 'photo-1', size: { width: 198, height: 132 } };

function compute(yaml: string): ComposedIssue {
  return composeIssue(readIssue(yaml), TOOLS, { photoAt: () => READY });
}

function withPeriod(from: string, to: string): ComposedIssue {
  return compute(sampleIssue({ KZ: [{}, {}] }, { from, to }));
}

function introduction(composed: ComposedIssue): string[] {
  return composed.introduction.map(plainText);
}

function withArticle(article: SampleArticle) {
  return compute(sampleIssue({ KZ: [article] })).sections[0]?.articles[0];
}

describe('sections', () => {
  test('are in the order of the countries’ short names, member states first', () => {
    const article = [{}];
    const countries = ['UZ', 'AF', 'TM', 'CN', 'RU', 'AZ', 'TJ', 'KG', 'AT', 'KZ'];
    const composed = compute(
      sampleIssue(Object.fromEntries(countries.map((country) => [country, article]))),
    );
    expect(composed.sections.map(({ shortName }) => shortName)).toEqual([
      'Azerbaijan',
      'Kazakhstan',
      'Kyrgyzstan',
      'Russia',
      'Tajikistan',
      'Turkmenistan',
      'Uzbekistan',
      'Afghanistan',
      'Austria',
      'China',
    ]);
  });

  test('have the official names in capitals', () => {
    const article = [{}];
    const composed = compute(
      sampleIssue({
        AZ: article,
        KZ: article,
        KG: article,
        RU: article,
        TJ: article,
        TM: article,
        UZ: article,
      }),
    );
    expect(composed.sections.map(({ title }) => title)).toEqual([
      'REPUBLIC OF AZERBAIJAN',
      'REPUBLIC OF KAZAKHSTAN',
      'KYRGYZ REPUBLIC',
      'RUSSIAN FEDERATION',
      'REPUBLIC OF TAJIKISTAN',
      'TURKMENISTAN',
      'REPUBLIC OF UZBEKISTAN',
    ]);
  });

  test('keep their articles in the order of the file', () => {
    const titles = ['Zebra', 'Apple', 'Mango'];
    const composed = compute(sampleIssue({ KZ: titles.map((title) => ({ title })) }));
    expect(composed.sections[0]?.articles.map(({ title }) => title)).toEqual([
      'Zebra',
      'Apple',
      'Mango',
    ]);
  });
});

describe('the introduction', () => {
  test('counts all events and those of each country, in printed order', () => {
    const composed = compute(sampleIssue({ UZ: [{}], KG: [{}, {}], KZ: [{}, {}, {}] }));
    expect(composed.events).toBe(6);
    expect(introduction(composed)[0]).toBe(
      'In the period from 16 to 30 November 2024, 6 counter-narcotics activities were covered by mass media in CARICC member states and other countries (Kazakhstan - 3, Kyrgyzstan - 2, Uzbekistan - 1).',
    );
  });

  test('uses the singular for one event', () => {
    expect(introduction(compute(sampleIssue({ KZ: [{}] })))[0]).toContain(
      ', 1 counter-narcotics activity was covered by mass media in CARICC member states and other countries (Kazakhstan - 1).',
    );
  });

  test('lists each country’s topics, followed by its name in brackets', () => {
    const yaml = sampleIssue({ KG: [{}], KZ: [{}] }).replace(
      '      - lessons held in KZ\n',
      '      - lessons\n      - talks\n',
    );
    expect(introduction(compute(yaml))[1]).toBe(
      'Published articles reflect information on lessons, on talks (Kazakhstan), on lessons held in KG (Kyrgyzstan).',
    );
  });

  test('has the countries’ names in italics, and nothing else', () => {
    const composed = compute(sampleIssue({ KG: [{}], KZ: [{}] }));
    const italics = composed.introduction.flat().filter((span) => span.italic);
    expect(italics.map(({ text }) => text)).toEqual([
      'Kazakhstan - 1, Kyrgyzstan - 1',
      'Kazakhstan',
      'Kyrgyzstan',
    ]);
  });

  test.each([
    'the campaign *Choice*',
    '<b>talks</b> & a {{number}}',
    '[a link](https://example.org/) and `signs` # \\ _',
    '1. the first step',
    '‘quoted’ “twice”',
  ])('prints Markdown characters in a topic as typed: %s', (topic) => {
    const yaml = sampleIssue({ KZ: [{}] }).replace('lessons held in KZ', JSON.stringify(topic));
    const composed = compute(yaml);
    expect(introduction(composed)[1]).toBe(
      `Published articles reflect information on ${topic} (Kazakhstan).`,
    );
    expect(composed.introduction[1]?.filter(({ bold, link }) => bold || link)).toEqual([]);
  });

  test('replaces straight quotes in a topic by the language’s quotation marks', () => {
    const yaml = sampleIssue({ KZ: [{}] }).replace('lessons held in KZ', `the "Choice" project`);
    expect(introduction(compute(yaml))[1]).toContain('on the “Choice” project');
  });

  test('prints a topic that is typed on two lines on one', () => {
    const yaml = sampleIssue({ KZ: [{}] }).replace(
      'lessons held in KZ',
      '"lessons\\n  and talks "',
    );
    expect(introduction(compute(yaml))[1]).toContain('on lessons and talks (Kazakhstan).');
  });
});

describe('the period, in the introduction and on the cover', () => {
  test.each([
    ['within a month', '2024-11-16', '2024-11-30', 'from 16 to 30 November 2024', '16-30.11.2024'],
    [
      'at a month’s beginning',
      '2025-02-01',
      '2025-02-15',
      'from 1 to 15 February 2025',
      '1-15.02.2025',
    ],
    [
      'across months',
      '2024-05-28',
      '2024-06-10',
      'from 28 May to 10 June 2024',
      '28.05.2024-10.06.2024',
    ],
    [
      'across years',
      '2024-12-28',
      '2025-01-10',
      'from 28 December 2024 to 10 January 2025',
      '28.12.2024-10.01.2025',
    ],
    [
      'in the same month of two years',
      '2023-11-16',
      '2024-11-16',
      'from 16 November 2023 to 16 November 2024',
      '16.11.2023-16.11.2024',
    ],
  ])('%s', (_, from, to, sentence, dates) => {
    const composed = withPeriod(from, to);
    expect(introduction(composed)[0]).toMatch(`In the period ${sentence}, 2 counter-narcotics`);
    expect(composed.cover.dates).toBe(dates);
    expect(composed.document.subject).toMatch(sentence);
  });

  test('of one day', () => {
    const composed = withPeriod('2024-02-29', '2024-02-29');
    expect(introduction(composed)[0]).toMatch(/^On 29 February 2024, 2 counter-narcotics/);
    expect(composed.cover.dates).toBe('29.02.2024');
    expect(composed.document.subject).toMatch(/, 29 February 2024$/);
  });
});

test('cover and masthead have the number, and the year of the last day', () => {
  const composed = compute(
    sampleIssue({ KZ: [{}] }, { number: 1, from: '2024-12-28', to: '2025-01-10' }),
  );
  expect(composed).toMatchObject({ number: 1, year: 2025 });
  expect(composed.cover).toMatchObject({ number: '#1', place: 'Almaty - 2025' });
  expect(composed.masthead.edition).toBe(
    '«Information Release about past events in the anti-drug sphere», #1, 2025',
  );
  expect(composed.document.title).toBe('CARICC Information Release #1, 2025');
});

describe('a title', () => {
  test.each([
    ['Youth rally held in Almaty', 'YOUTH RALLY HELD IN ALMATY'],
    ['Встреча в Өскемене, ұлт', 'ВСТРЕЧА В ӨСКЕМЕНЕ, ҰЛТ'],
    ['straße', 'STRASSE'],
    ['  two   words \n', 'TWO WORDS'],
    ['e\u0301te\u0301', 'ÉTÉ'],
    ['*not* italics', '*NOT* ITALICS'],
    ['Water of pH 7, 5 mg of “α-PVP”', 'WATER OF pH 7, 5 mg OF “α-PVP”'],
  ])('%j is printed %s', (title, printed) => {
    expect(withArticle({ title })?.printedTitle).toBe(printed);
  });
});

test('backticks of a title are not in the title of the site, nor in the text of a photo', () => {
  const article = withArticle({ title: 'A `pH` of 7' });
  expect(article).toMatchObject({ title: 'A pH of 7', printedTitle: 'A pH OF 7' });
  const yaml = sampleIssue({ KZ: [{ title: 'A `pH`', photo: 'a.jpg' }] });
  const [section] = compute(
    yaml.replace('{ file: a.jpg, alt: Students in a hall }', 'a.jpg'),
  ).sections;
  expect(section?.articles[0]?.photos[0]?.value.alt).toBe('A pH');
});

describe('an article', () => {
  test('has its body as paragraphs in NFC', () => {
    expect(withArticle({ body: 'Cafe\u0301.\n\n- Speech.' })?.body).toEqual([
      { kind: 'paragraph', spans: [{ text: 'Café.' }], at: 0 },
      { kind: 'paragraph', spans: [{ text: '–\u00a0Speech.' }], at: 8 },
    ]);
  });

  test('has a lead on one line, or none', () => {
    expect(withArticle({ lead: 'Two\n lines ' })?.lead).toBe('Two lines');
    expect(withArticle({})?.lead).toBeUndefined();
  });

  test('has a photo on the left with the title as alt text by default', () => {
    const yaml = sampleIssue({ KZ: [{ title: 'Rally', photo: 'a.jpg' }] });
    const photoIn = (photo: string) =>
      compute(yaml.replace('{ file: a.jpg, alt: Students in a hall }', photo)).sections[0]
        ?.articles[0]?.photos[0]?.value;
    expect(photoIn('a.jpg')).toEqual({
      ...READY,
      alt: 'Rally',
      side: 'left',
      caption: undefined,
      credit: undefined,
    });
    expect(
      photoIn('{ file: a.jpg, alt: " A  hall ", side: full, caption: "The hall ", credit: Me }'),
    ).toEqual({
      ...READY,
      alt: 'A hall',
      side: 'full',
      caption: 'The hall',
      credit: 'Me',
    });
  });
});

test('composing is repeatable and does not change the issue', () => {
  const issue = readIssue(sampleIssue({ UZ: [{}], KZ: [{}] }));
  const before = structuredClone(issue);
  const compose = () => composeIssue(issue, TOOLS, { photoAt: () => undefined });
  expect(compose()).toEqual(compose());
  expect(issue).toEqual(before);
});

describe('in Russian', () => {
  const russian = createTypesetter('ru', { quotes: true, dashes: true, spaces: true });
  const template = (name: string) => readYaml(templateText(name), name).document.value;
  const tools: ComposeTools = {
    words: wordsSchema.parse(template('words.ru.yaml')),
    phrases: createPhraseRenderer('ru'),
    countryOf: lookUpIn(countryNamesSchema.parse(template('countries.ru.yaml')), (name) =>
      typesetLine(name, russian),
    ),
    typeset: russian,
    typesetBody: (body) => typesetBlocks(parseRichText(body).blocks, russian),
  };
  const compose = (yaml: string) =>
    composeIssue(readIssue(`language: ru\n${yaml}`), tools, { photoAt: () => undefined });
  const plain = (text = '') => text.replaceAll('\u00a0', ' ');

  test.each([
    ['2024-11-16', '2024-11-30', 'В период с 16 по 30 ноября 2024 года в СМИ', '16–30.11.2024'],
    ['2024-11-02', '2024-11-15', 'В период со 2 по 15 ноября 2024 года в СМИ', '2–15.11.2024'],
    ['2024-11-12', '2024-11-22', 'В период с 12 по 22 ноября 2024 года в СМИ', '12–22.11.2024'],
    [
      '2024-05-28',
      '2024-06-10',
      'В период с 28 мая по 10 июня 2024 года в СМИ',
      '28.05.2024–10.06.2024',
    ],
    [
      '2024-12-02',
      '2025-01-10',
      'В период со 2 декабря 2024 года по 10 января 2025 года в СМИ',
      '02.12.2024–10.01.2025',
    ],
    ['2024-02-29', '2024-02-29', '29 февраля 2024 года в СМИ', '29.02.2024'],
  ])('the period from %s to %s', (from, to, sentence, dates) => {
    const composed = compose(sampleIssue({ KZ: [{}, {}] }, { from, to }));
    const [first] = introduction(composed);
    expect(plain(first)).toMatch(new RegExp(`^${sentence} государств – участников ЦАРИКЦ`));
    expect(composed.cover.dates).toBe(dates);
  });

  test.each([
    [1, 'освещено 1 мероприятие в'],
    [2, 'освещено 2 мероприятия в'],
    [5, 'освещено 5 мероприятий в'],
    [11, 'освещено 11 мероприятий в'],
    [21, 'освещено 21 мероприятие в'],
    [111, 'освещено 111 мероприятий в'],
  ])('%d events', (events, words) => {
    const composed = compose(sampleIssue({ KZ: Array.from({ length: events }, () => ({})) }));
    expect(plain(introduction(composed)[0])).toContain(words);
  });

  test('topics bring their preposition', () => {
    const yaml = sampleIssue({ KG: [{}], KZ: [{}] })
      .replace('lessons held in KZ', 'о "Чистом поколении"\n      - об уроках')
      .replace('lessons held in KG', 'по борьбе с наркотиками');
    expect(plain(introduction(compose(yaml))[1])).toBe(
      'Опубликованные материалы отражают информацию о «Чистом поколении», об уроках (Казахстан), по борьбе с наркотиками (Кыргызстан).',
    );
  });

  test('what programs read has plain spaces, what is printed has bound ones', () => {
    const { document, cover, masthead } = compose(sampleIssue({ KZ: [{}] }));
    expect(document.title).toBe('Информационный релиз ЦАРИКЦ № 19, 2024');
    expect(cover.number).toBe('№\u00a019');
    expect(cover.place).toBe('Алматы\u00a0– 2024');
    expect(masthead.edition).toBe(
      '«Информационный релиз о\u00a0прошедших событиях в\u00a0антинаркотической сфере», №\u00a019, 2024\u00a0г.',
    );
  });
});
