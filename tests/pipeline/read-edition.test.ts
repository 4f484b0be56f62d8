import { describe, expect, test } from '@jest/globals';
import { translateIssue } from '../../src/commands/translate.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { checkEdition, ENGLISH, FOLDER, issueHost, RUSSIAN } from '../helpers/edition-texts.ts';
import { root } from '../helpers/project-root.ts';

/** Problems that every one of these issues has: there is no photo, and the edition has no marks. */
const ALWAYS = ['edition-first-errors:1', 'edition-no-marks:1'];

/** The codes and lines of a Russian edition's problems, without those that are always there. */
async function check(russian: string, english = ENGLISH, name = 'issue.ru.yaml') {
  const codes = await checkEdition({ 'issue.yaml': english, [name]: russian }, name);
  return codes.filter((one) => !ALWAYS.includes(one));
}

test('two editions that say the same have no problems', async () => {
  expect(await check(RUSSIAN)).toEqual([]);
});

describe('what cannot go together is an error at its line', () => {
  const lineOf = (text: string, part: string) =>
    text.slice(0, text.indexOf(part)).split('\n').length;
  const change = (from: string, to: string) => {
    if (!RUSSIAN.includes(from)) throw new Error(`There is no ${from}`);
    return RUSSIAN.replace(from, to);
  };
  const at = (code: string, part: string) => `${code}:${lineOf(RUSSIAN, part)}`;
  const second = RUSSIAN.slice(
    RUSSIAN.indexOf('      - source: https://polisia.kz/ru/2'),
    RUSSIAN.indexOf('  - country: UZ'),
  );
  const uzbekistan = RUSSIAN.slice(RUSSIAN.indexOf('  - country: UZ'));

  test.each([
    ['another language', change('translates: en', 'translates: ru'), 'edition-language:1'],
    [
      'an unknown source',
      change('polisia.kz/ru/2', 'polisia.kz/ru/3'),
      at('edition-article-unknown', 'https://polisia.kz/ru/2'),
    ],
    [
      'an article that is missing',
      change(second, ''),
      at('edition-article-missing', '      - source'),
    ],
    [
      'an article tied twice',
      change('polisia.kz/ru/2', 'polisia.kz/ru/1'),
      at('edition-article-twice', 'https://polisia.kz/ru/2'),
    ],
    ['a section that is missing', change(uzbekistan, ''), at('edition-section', '  - country: KZ')],
    [
      'a section that is unknown',
      change('country: UZ', 'country: TM'),
      at('edition-section', 'UZ'),
    ],
    [
      'a section that is written twice',
      RUSSIAN + uzbekistan,
      `edition-section:${RUSSIAN.split('\n').length}`,
    ],
    [
      'another order',
      change(second, '').replace(
        '      - source: https://polisia.kz/ru/1',
        `${second}      - source: https://polisia.kz/ru/1`,
      ),
      'edition-order:7',
    ],
    [
      'words about a photo that is not there',
      change('title: Прошли', 'alt: Урок\n        title: Прошли'),
      `edition-photo:${lineOf(RUSSIAN, 'title: Прошли')}`,
    ],
    [
      'marks that are no marks',
      change('title: Прошли', 'of: yes-no\n        title: Прошли'),
      `value-invalid:${lineOf(RUSSIAN, 'title: Прошли')}`,
    ],
    ['a fact', change('translates: en', 'translates: en\nnumber: 1'), 'key-unknown:2'],
    [
      'a list in one edition only',
      change('          * первый пункт\n          * второй пункт\n', '          Пункты.\n'),
      'edition-list:12',
    ],
  ])('%s', async (_, russian, expected) => {
    expect(await check(russian)).toContain(expected);
  });

  test('a source that was corrected in the first edition is one error', async () => {
    const host = issueHost({ 'issue.yaml': ENGLISH, 'issue.ru.yaml': RUSSIAN });
    await translateIssue([FOLDER, 'ru'], root, host);
    const marked = host.files.get(`${FOLDER}/issue.ru.yaml`)?.toString() ?? '';
    const codes = await check(marked, ENGLISH.replace('gazeta.uz/1', 'gazeta.uz/ru/1'));
    expect(codes).toEqual([`edition-article-unknown:${lineOf(marked, 'https://gazeta.uz/1')}`]);
  });

  test('an edition without its first one', async () => {
    expect(await checkEdition({ 'issue.ru.yaml': RUSSIAN })).toEqual(['edition-without-first:1']);
  });

  test('a first edition that is a translation', async () => {
    const codes = await checkEdition({ 'issue.yaml': RUSSIAN }, 'issue.yaml');
    expect(codes).toEqual(['edition-name:1']);
  });

  test('an edition in the language of the first one', async () => {
    expect(await check(RUSSIAN, ENGLISH, 'issue.en.yaml')).toEqual(['edition-language:1']);
    const russianFirst = ENGLISH.replace('sections:', 'language: ru\nsections:');
    expect(await check(RUSSIAN, russianFirst)).toEqual(['edition-language:1']);
  });

  test('two editions that translate each other', async () => {
    const files = {
      'issue.yaml': ENGLISH.replace('sections:', 'language: en\nsections:'),
      'issue.ru.yaml': RUSSIAN.replace('translates: en', 'translates: ru'),
    };
    expect(await checkEdition(files)).toEqual(['edition-language:1']);
  });

  test('a language that cannot be printed', async () => {
    expect(await check(RUSSIAN, ENGLISH, 'issue.xx.yaml')).toEqual(['edition-name:1']);
  });

  test('a first edition with errors', async () => {
    expect(await check(RUSSIAN, 'number: one\n')).toEqual([]);
    const codes = await checkEdition({ 'issue.yaml': 'number: one\n', 'issue.ru.yaml': RUSSIAN });
    expect(codes).toEqual(['edition-first-errors:1']);
  });
});

describe('what differs is a warning', () => {
  test.each([
    ['a figure', ['Сотрудники обнаружили 423', 'Сотрудники обнаружили 432'], 'edition-figures'],
    [
      'a paragraph',
      ['          Уроки прошли в Ташкенте.', '          Уроки прошли.\n\n          В Ташкенте.'],
      'edition-structure',
    ],
    ['a list entry', ['          * второй пункт\n', ''], 'edition-structure'],
    ['a topic', ['      - об уроках', '      - об уроках\n      - о беседах'], 'edition-structure'],
    [
      'a lead that is missing',
      ['        lead: Полиция сообщает об успехе.\n', ''],
      'edition-text-missing',
    ],
    [
      'a text that was not translated',
      ['Уроки прошли в Ташкенте.', 'Lessons were held in Tashkent.'],
      'edition-untranslated',
    ],
    [
      'words of the other language',
      ['Школьники нарисовали плакаты.\n', 'Школьники нарисовали many posters.\n'],
      'edition-untranslated',
    ],
  ])('%s', async (_, [from = '', to = ''], code) => {
    expect(RUSSIAN).toContain(from);
    const codes = await check(RUSSIAN.replace(from, to));
    // Rules about one edition alone may find the same mistake.
    const ofEditions = codes.filter((one) => one.startsWith('edition-'));
    expect(ofEditions.map((one) => one.split(':')[0])).toEqual([code]);
  });

  test.each([
    ['nothing', '', '', []],
    ['a figure of a table', '| Ош | 12 |', '| Ош | 21 |', ['edition-figures']],
    ['a row of a table', '| Ош | 12 |\n', '', ['edition-figures', 'edition-structure']],
    ['a table', /\|.*\|\n/g, '', ['edition-figures', 'edition-list']],
    ['a subheading', '### Ош и Баткен', 'Ош и Баткен', ['edition-list', 'edition-structure']],
    [
      'a subheading in the other language',
      'Ош и Баткен',
      'Osh and Batken towns',
      ['edition-untranslated'],
    ],
  ])('%s', async (_, from, to, codes) => {
    const block = (lines: string) => lines.replace(/^(?=.)/gm, '          ');
    const english = '\n### Osh and Batken\n\n| City | 2024 |\n|---|--:|\n| Osh | 12 |\n';
    const russian = '\n### Ош и Баткен\n\n| Город | 2024 |\n|---|--:|\n| Ош | 12 |\n';
    const changed = russian.replace(from, to);
    expect(changed === russian).toBe(codes.length === 0);
    const found = await check(
      RUSSIAN.replace('плакаты.\n', `плакаты.\n${block(changed)}`),
      ENGLISH.replace('posters.\n', `posters.\n${block(english)}`),
    );
    expect(found.map((one) => one.split(':')[0]).sort()).toEqual(codes);
  });

  test('a warning names the place in the first edition', async () => {
    const host = issueHost({
      'issue.yaml': ENGLISH,
      'issue.ru.yaml': RUSSIAN.replace(
        'Уроки прошли в Ташкенте.',
        'Lessons were held in Tashkent.',
      ),
    });
    const pipeline = createPipeline({ host, root, output: '/desk/output' });
    const { problems } = await pipeline.checkIssue(`${FOLDER}/issue.ru.yaml`);
    const found = problems.find(({ code }) => code === 'edition-untranslated');
    expect(found?.related).toMatchObject({
      label: 'first edition',
      file: `${FOLDER}/issue.yaml`,
      range: {
        start: { line: ENGLISH.split('\n').indexOf('          Lessons were held in Tashkent.') },
      },
    });
  });

  test('names and quoted words in the other alphabet are no warning', async () => {
    const russian = RUSSIAN.replace(
      'Уроки прошли в Ташкенте.',
      'Уроки Telegram прошли в Ташкенте под девизом «say no to drugs» (drug free world).',
    );
    expect(await check(russian)).toEqual([]);
  });
});
