import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { composeIssue } from '../../../src/publications/information-release/compose-issue.ts';
import {
  countryNamesSchema,
  countryOf,
  lookUpIn,
} from '../../../src/publications/information-release/countries.ts';
import {
  beginsWithPreposition,
  findTopicsWithoutPreposition,
} from '../../../src/publications/information-release/topics.ts';
import { wordsSchema } from '../../../src/publications/information-release/words.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { createPhraseRenderer } from '../../../src/templates/phrases.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import { createTypesetter } from '../../../src/text/typography.ts';
import { referenceIssue } from '../../helpers/project-root.ts';
import { readIssue } from '../../helpers/read-issue.ts';
import { templateText } from '../../helpers/read-template.ts';
import { sampleIssue } from '../../helpers/sample-issue.ts';

const template = (name: string) => readYaml(templateText(name), name).document.value;
const words = {
  en: wordsSchema.parse(template('words.en.yaml')),
  ru: wordsSchema.parse(template('words.ru.yaml')),
};
const countries = {
  en: countryOf,
  ru: lookUpIn(countryNamesSchema.parse(template('countries.ru.yaml')), (name) => name),
};

/** Returns the paragraphs of the introduction, with plain spaces. */
function introduce(yaml: string): string[] {
  const issue = readIssue(yaml);
  const { language } = issue;
  const tools = {
    words: words[language],
    phrases: createPhraseRenderer(language),
    countryOf: countries[language],
    typeset: createTypesetter(language, { quotes: true, dashes: true, spaces: true }),
    typesetBody: () => [],
  };
  const composed = composeIssue(issue, tools, { photoAt: () => undefined });
  return composed.introduction.map((spans) => plainText(spans).replaceAll('\u00a0', ' '));
}

const events = (count: number) => Array.from({ length: count }, () => ({}));

describe('the first sentence', () => {
  test.each([
    ['en', 1, 'covered 1 event in the counter-narcotics sphere (Kazakhstan - 1).'],
    ['en', 2, 'covered 2 events in the counter-narcotics sphere (Kazakhstan - 2).'],
    ['ru', 1, 'осветили 1 событие в антинаркотической сфере (Казахстан – 1).'],
    ['ru', 3, 'осветили 3 события в антинаркотической сфере (Казахстан – 3).'],
    ['ru', 5, 'осветили 5 событий в антинаркотической сфере (Казахстан – 5).'],
    ['ru', 21, 'осветили 21 событие в антинаркотической сфере (Казахстан – 21).'],
  ])('in %s with %d events, as `opening: events` has it', (language, count, end) => {
    const yaml = `language: ${language}\nopening: events\n${sampleIssue({ KZ: events(count) })}`;
    const [first] = introduce(yaml);
    expect(first).toContain(end);
    expect(first).toMatch(
      language === 'en'
        ? /^In the period from 16 to 30 November 2024, media of CARICC member states and other countries covered/
        : /^В период с 16 по 30 ноября 2024 года СМИ государств – участников ЦАРИКЦ и других стран осветили/,
    );
  });

  test('is that of activities by default', () => {
    const yaml = sampleIssue({ KZ: events(2) });
    expect(introduce(`opening: activities\n${yaml}`)).toEqual(introduce(yaml));
    expect(introduce(yaml)[0]).toContain(', 2 counter-narcotics activities were covered by');
  });
});

describe('a topic', () => {
  test.each([
    ['about a meeting with parents', 'about a meeting with parents'],
    ['with regard to couriers', 'with regard to couriers'],
    ['on lessons', 'on lessons'],
    ['About a meeting', 'About a meeting'],
    ['about\n  a meeting', 'about a meeting'],
    ['aboutness', 'on aboutness'],
    ['on-site lessons', 'on on-site lessons'],
    ['with parents of pupils', 'on with parents of pupils'],
    ['about', 'on about'],
  ])('typed as %j is printed %j', (topic, printed) => {
    const yaml = sampleIssue({ KZ: [{}] }).replace('lessons held in KZ', JSON.stringify(topic));
    expect(introduce(yaml)[1]).toBe(
      `Published articles reflect information ${printed} (Kazakhstan).`,
    );
  });

  test.each([
    ['о работе', true],
    ['Об акции', true],
    ['в связи с операцией', true],
    ['в Алматы', false],
    ['работа полиции', false],
    ['онлайн-урок', false],
  ])('in Russian begins with a preposition: %s %p', (topic, begins) => {
    expect(beginsWithPreposition(topic, words.ru)).toBe(begins);
  });

  test('without a preposition is a warning in Russian, and none in English', () => {
    const issue = readIssue(
      sampleIssue({ KZ: [{}], KG: [{}] }).replace('lessons held in KZ', 'об уроках'),
    );
    expect(findTopicsWithoutPreposition(issue, words.en)).toEqual([]);
    expect(findTopicsWithoutPreposition(issue, words.ru)).toMatchObject([
      { code: 'topic-preposition', path: ['sections', 1, 'topics', 0] },
    ]);
  });
});

const testReference = referenceIssue === undefined ? test.skip : test;

testReference('#19 of 2024 has the published introduction word for word', () => {
  const folder = referenceIssue ?? '';
  const published = readFileSync(join(folder, 'published-text.txt'), 'utf8').replaceAll('*', '');
  const printed = introduce(readFileSync(join(folder, 'issue.yaml'), 'utf8'));
  expect(printed).toHaveLength(2);
  for (const paragraph of printed) expect(published.split('\n')).toContain(paragraph);
});

testReference('#1 of 2025 has the published beginning, and a topic with “about”', () => {
  const notes = readFileSync(join(dirname(referenceIssue ?? ''), 'README.md'), 'utf8');
  const [, beginning = ''] = /its introduction begins "([^"]*)"/.exec(notes) ?? [];
  const yaml = sampleIssue(
    { KZ: events(5), KG: events(1), RU: events(2), TJ: events(1) },
    { number: 1, from: '2025-01-01', to: '2025-01-15' },
  ).replace('lessons held in TJ', 'about a meeting with parents');
  const [first, second] = introduce(`opening: events\n${yaml}`);
  expect(beginning).toContain('covered 9 events');
  expect(first).toBe(`${beginning} (Kazakhstan - 5, Kyrgyzstan - 1, Russia - 2, Tajikistan - 1).`);
  expect(second).toContain('(Russia), about a meeting with parents (Tajikistan).');
});
