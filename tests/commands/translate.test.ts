import { describe, expect, test } from '@jest/globals';
import { translateIssue } from '../../src/commands/translate.ts';
import { ENGLISH, FOLDER, issueHost, RUSSIAN } from '../helpers/edition-texts.ts';
import { root } from '../helpers/project-root.ts';

const FILE = `${FOLDER}/issue.ru.yaml`;

/** Runs translate on an issue; returns the exit code, the file and what was printed. */
async function translate(files: Readonly<Record<string, string>>, words = [FOLDER, 'ru']) {
  const host = issueHost(files);
  const exitCode = await translateIssue(words, root, host);
  const text = host.files.get(FILE)?.toString();
  return { exitCode, text, said: [...host.printed, ...host.warned].join('\n') };
}

describe('a new edition', () => {
  test('has sources, marks, and the words of the first edition in comments', async () => {
    const { exitCode, text, said } = await translate({ 'issue.yaml': ENGLISH });
    expect(exitCode).toBe(0);
    expect(text).toMatchSnapshot();
    expect(said).toContain('created: 11 texts to translate');
  });

  test('is left as it is by a second run', async () => {
    const { text = '' } = await translate({ 'issue.yaml': ENGLISH });
    const again = await translate({ 'issue.yaml': ENGLISH, 'issue.ru.yaml': text });
    expect(again.text).toBe(text);
    expect(again.said).toContain('is up to date');
  });
});

describe('an edition that exists', () => {
  test('gets marks, and nothing else when it is complete', async () => {
    const { text = '' } = await translate({ 'issue.yaml': ENGLISH, 'issue.ru.yaml': RUSSIAN });
    const withoutMarks = text.split('\n').filter((line) => !/^ +of: [0-9a-f-]+$/.test(line));
    expect(withoutMarks.join('\n')).toBe(RUSSIAN);
    expect(text.match(/^ +of: /gm)).toHaveLength(3);
  });

  test('gets what the first edition has now, at its place', async () => {
    const second = RUSSIAN.slice(
      RUSSIAN.indexOf('      - source: https://polisia.kz/ru/2'),
      RUSSIAN.indexOf('  - country: UZ'),
    );
    const shorter = RUSSIAN.replace(second, '').replace('        caption: Зал\n', '');
    const { text = '' } = await translate({ 'issue.yaml': ENGLISH, 'issue.ru.yaml': shorter });
    const [first = 0, added = 0, last = 0] = ['ru/1', 'ru/2', 'gazeta.uz/1'].map((source) =>
      text.indexOf(source),
    );
    expect(first).toBeLessThan(added);
    expect(added).toBeLessThan(last);
    expect(text).toContain('        # caption: The hall\n        caption:\n');
    expect(text).toContain('        # title: Pupils drew posters\n        title:\n');
  });

  test('says what was changed in the first edition, until its marks are written anew', async () => {
    const { text = '' } = await translate({ 'issue.yaml': ENGLISH, 'issue.ru.yaml': RUSSIAN });
    const changed = ENGLISH.replace('423 kg of hashish on 16', '432 kg of hashish on 16');
    const after = await translate({ 'issue.yaml': changed, 'issue.ru.yaml': text });
    const comment =
      '# Changed in the first edition: paragraph 1 (changed): The officers found 432 kg';
    expect(after.text).toContain(comment);
    expect(after.said).toContain('1 change of the first edition');
    const again = await translate({ 'issue.yaml': changed, 'issue.ru.yaml': after.text ?? '' });
    expect(again.text).toBe(after.text);
    const back = await translate({ 'issue.yaml': ENGLISH, 'issue.ru.yaml': after.text ?? '' });
    expect(back.text).toBe(text);
  });

  test('with line endings of Windows is understood', async () => {
    const windows = RUSSIAN.replaceAll('\n', '\r\n');
    const files = { 'issue.yaml': ENGLISH, 'issue.ru.yaml': windows };
    const { text = '' } = await translate(files);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect((await translate({ ...files, 'issue.ru.yaml': text })).text).toBe(text);
  });
});

describe('what cannot be translated is left alone', () => {
  test.each([
    ['an edition that is no YAML', { 'issue.yaml': ENGLISH, 'issue.ru.yaml': 'sections: [' }],
    [
      'an edition that is something else',
      { 'issue.yaml': ENGLISH, 'issue.ru.yaml': 'sections: 1' },
    ],
    ['a first edition with errors', { 'issue.yaml': 'number: one', 'issue.ru.yaml': RUSSIAN }],
  ])('%s', async (_, files) => {
    const { exitCode, text, said } = await translate(files);
    expect(exitCode).toBe(1);
    expect(text).toBe(files['issue.ru.yaml']);
    expect(said).toContain('has errors');
  });

  test('a translation of another language', async () => {
    const russian = RUSSIAN.replace('translates: en', 'translates: ru');
    const files = { 'issue.yaml': ENGLISH, 'issue.ru.yaml': russian };
    const { exitCode, text, said } = await translate(files);
    expect([exitCode, text]).toEqual([1, russian]);
    expect(said).toContain('is not a translation of the first edition, which is in en');
  });

  test.each([
    ['the language of the first edition', 'en', 'in en already'],
    ['an unknown language', 'rus', 'did you mean ru?'],
  ])('%s', async (_, language, message) => {
    const files = { 'issue.yaml': ENGLISH };
    await expect(translate(files, [FOLDER, language])).rejects.toThrow(message);
  });
});
