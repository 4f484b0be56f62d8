import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { EditionUnreadable } from '../../../../src/publications/edition-format.ts';
import { updateEdition } from '../../../../src/publications/information-release/editions/update-edition.ts';
import { issueSchema } from '../../../../src/publications/information-release/schema.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';
import { ENGLISH, RUSSIAN } from '../../../helpers/edition-texts.ts';
import { root } from '../../../helpers/project-root.ts';
import { createRandom } from '../../../helpers/seeded-random.ts';

const parseIssue = (text: string) => issueSchema.parse(readYaml(text, 'issue.yaml').document.value);
const update = (text: string | undefined, english = ENGLISH) =>
  updateEdition({
    first: { issue: parseIssue(english), language: 'en' },
    file: 'issue.ru.yaml',
    text,
  });
const readValue = (text: string) => {
  const { document, problems } = readYaml(text, 'issue.ru.yaml');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return document.value as { sections: { country: string; articles: { source?: string }[] }[] };
};

test('a new article of the last section stays in it when a new section comes too', () => {
  const uz = RUSSIAN.slice(RUSSIAN.indexOf('  - country: UZ'));
  const edition = `translates: en\nsections:\n${uz}`;
  const english = `${ENGLISH}      - title: More lessons
        source: https://gazeta.uz/2
        body: |
          More lessons were held.
`;
  const { text } = update(edition, english);
  expect(
    readValue(text).sections.map(({ country, articles }) => [country, articles.length]),
  ).toEqual([
    ['UZ', 2],
    ['KZ', 2],
  ]);
  expect(update(text, english).text).toBe(text);
});

test('marks that YAML would read as a number are quoted', () => {
  const english = `number: 1
period: { from: 2025-01-01, to: 2025-01-15 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
      - title: New 219
        source: https://polisia.kz/ru/x/
        body: |
          New text 219.
`;
  const { text } = update(undefined, english);
  expect(text).toContain("of: '964e-6146'");
  expect(update(text, english).text).toBe(text);
});

test('of several articles with one source each keeps the one that it translates', () => {
  const twice = (titles: readonly string[]) => `number: 1
period: { from: 2025-01-01, to: 2025-01-15 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
${titles.map((title) => `      - title: ${title}\n        source: https://polisia.kz/ru/x/\n        body: |\n          About ${title}.\n`).join('')}`;
  const { text } = update(undefined, twice(['One', 'Two']));
  const { text: again } = update(text, twice(['Zero', 'One', 'Two']));
  const { articles } = readValue(again).sections[0] ?? { articles: [] };
  expect(articles).toHaveLength(3);
  expect(again.indexOf('# title: Zero')).toBeLessThan(again.indexOf('# title: One'));
});

test.each([
  [
    'another key first',
    RUSSIAN.replace(
      /( +)- source: (.*)\n +title: (.*)\n/,
      '$1- title: $3\n$1  source: $2\n',
    ).replace('        lead: Полиция сообщает об успехе.\n', ''),
  ],
  ['no sections', 'translates: en\n'],
  ['flow style', '{translates: en, sections: []}'],
  [
    'articles without a value',
    'translates: en\nsections:\n  - country: KZ\n    topics: [а]\n    articles:\n',
  ],
  [
    'an empty list',
    'translates: en\nsections:\n  - country: KZ\n    topics: [а]\n    articles: []\n',
  ],
  [
    'sections before the language',
    'sections:\n  - country: KZ\n    topics: [а]\n    articles:\n      - source: https://polisia.kz/ru/1\n        title: А\n        body: |\n          Б.\ntranslates: en\n',
  ],
  [
    'lists without indentation',
    'translates: en\nsections:\n- country: KZ\n  topics: [а]\n  articles:\n  - source: https://polisia.kz/ru/1\n    title: А\n    body: |\n      Б.\n',
  ],
  ['an empty mark', RUSSIAN.replace('title: Прошли', 'of:\n        title: Прошли')],
  ['a number as mark', RUSSIAN.replace('title: Прошли', 'of: 1234\n        title: Прошли')],
])('an unusual layout is completed or refused, never damaged: %s', (_, text) => {
  expectSafe(text, ENGLISH);
});

test('a damaged edition loses no word', () => {
  const folder = join(root, 'issues', '2025-01');
  const english = readFileSync(join(folder, 'issue.yaml'), 'utf8');
  const lines = readFileSync(join(folder, 'issue.ru.yaml'), 'utf8').split('\n');
  const random = createRandom(15);
  const pick = (limit: number) => Math.floor(random() * limit);
  let completed = 0;
  for (let run = 0; run < 150; run++) {
    const damaged = [...lines];
    for (let count = 1 + pick(3); count > 0; count--) {
      const at = pick(damaged.length);
      const [line = ''] = damaged.splice(at, 1);
      const kind = pick(4);
      if (kind === 1) damaged.splice(at, 0, line, line);
      if (kind === 2) damaged.splice(at, 0, `  ${line}`);
      if (kind === 3) damaged.splice(pick(damaged.length), 0, line);
    }
    if (expectSafe(damaged.join('\n'), english)) completed++;
  }
  expect(completed).toBeGreaterThan(20);
}, 60_000);

/** Checks what an update makes of a text; returns whether it was completed. */
function expectSafe(text: string, english: string): boolean {
  try {
    const { text: written } = update(text, english);
    const words = (one: string) => one.match(/[а-яё]{4,}/giu) ?? [];
    const left = [...words(written)];
    for (const word of words(text)) {
      const at = left.indexOf(word);
      if (at < 0) throw new Error(`The word ${word} is lost`);
      left.splice(at, 1);
    }
    readValue(written);
    expect(update(written, english).text).toBe(written);
    return true;
  } catch (error) {
    if (error instanceof EditionUnreadable) return false;
    throw error;
  }
}
