import { afterEach, describe, expect, test } from '@jest/globals';
import { openPreviewSessions, type PreviewSessions } from '../../src/preview/preview-sessions.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';

/** Long delays, so that changes are checked only when a test asks for it. */
const delays = { debounce: 1_000_000, poll: 1_000_000 };
const EMPTY_OUTCOME = { document: undefined, issue: undefined, problems: [], sources: new Map() };
const opened: PreviewSessions[] = [];
afterEach(() => Promise.all(opened.splice(0).map((sessions) => sessions.close())));

/** Opens the sessions of some of the files; a file's text is its language, `?` if it has none. */
function preview(files: readonly string[], ...more: readonly string[]) {
  const language = (file: string) => /\.(\w+)\.yaml$/.exec(file)?.[1] ?? 'en';
  const host = createMemoryHost(
    Object.fromEntries([...files, ...more].map((file) => [file, language(file)])),
  );
  const sessions = openPreviewSessions(files, {
    host,
    openPipeline: () => ({ renderIssue: async () => EMPTY_OUTCOME }),
    isTemplate: () => false,
    ignores: () => false,
    languageOf: async (file, reading) => {
      const text = String(await reading.readFile(file).catch(() => '?'));
      return text === '?' ? undefined : text;
    },
    displayPath: (path) => path.replace('/desk/', ''),
    delays,
  });
  opened.push(sessions);
  const describeEdition = async (name?: string) => (await sessions.open(name))?.describe();
  const save = (file: string, text: string) => host.files.set(file, Buffer.from(text));
  /** Names of the editions that the switch shows, and the one that it marks. */
  const shown = async (name?: string) => {
    const { editions = [], edition } = (await describeEdition(name)) ?? {};
    return [editions.map((one) => one.name), edition?.name];
  };
  return { host, open: sessions.open, describeEdition, shown, save };
}

test('the editions of an issue are one entry, whichever was chosen', async () => {
  const files = ['/desk/2025-01/issue.yaml', '/desk/2025-01/issue.ru.yaml'];
  const both = preview([...files, '/desk/2024-19/issue.yaml']);
  expect((await both.describeEdition())?.issues).toEqual([
    { name: '2025-01', start: '2025-01' },
    { name: '2024-19', start: '2024-19' },
  ]);
  expect(await both.shown()).toEqual([['2025-01', '2025-01.ru'], '2025-01']);
  expect(await both.shown('2025-01.ru')).toEqual([['2025-01', '2025-01.ru'], '2025-01.ru']);
  expect(await both.shown('2024-19')).toEqual([['2024-19'], '2024-19']);
  const further = preview(files.slice(1), '/desk/2025-01/issue.yaml');
  expect((await further.describeEdition())?.issue).toEqual({
    name: '2025-01',
    start: '2025-01.ru',
  });
  expect(await further.shown()).toEqual([['2025-01', '2025-01.ru'], '2025-01.ru']);
});

test('an edition is labelled in its language and described in English', async () => {
  const files = ['/desk/1/issue.yaml', '/desk/1/issue.ru.yaml', '/desk/1/issue.xx.yaml'];
  const { describeEdition } = preview(files);
  const { editions = [] } = (await describeEdition()) ?? {};
  expect(
    editions.map(({ label, language, description }) => [label, language, description]),
  ).toEqual([
    ['English', 'en', 'English edition (1/issue.yaml)'],
    ['Русский', 'ru', 'Russian edition (1/issue.ru.yaml)'],
    ['xx', 'xx', 'Edition in xx (1/issue.xx.yaml)'],
  ]);
  expect(editions[1]?.link).toBe('vscode://file/desk/1/issue.ru.yaml');
});

test('a first edition that cannot be read is labelled as such, or with its last language', async () => {
  const { describeEdition, save } = preview(['/desk/1/issue.ru.yaml']);
  const label = async () => (await describeEdition())?.editions[0]?.label;
  expect(await label()).toBe('First edition');
  save('/desk/1/issue.yaml', 'en');
  expect(await label()).toBe('English');
  save('/desk/1/issue.yaml', '?');
  expect(await label()).toBe('English');
});

describe('while the preview runs', () => {
  test('an edition that appears or disappears is reported', async () => {
    const { open, shown, save, host } = preview(['/desk/1/issue.yaml']);
    let changes = 0;
    (await open())?.onChange(() => changes++);
    await (await open())?.session.checkForChanges();
    const before = changes;
    save('/desk/1/notes.txt', 'x');
    expect(await shown()).toEqual([['1'], '1']);
    expect(changes).toBe(before);
    save('/desk/1/issue.ru.yaml', 'ru');
    expect(await shown()).toEqual([['1', '1.ru'], '1']);
    expect(changes).toBe(before + 1);
    host.files.delete('/desk/1/issue.ru.yaml');
    expect(await shown()).toEqual([['1'], '1']);
    expect(changes).toBe(before + 2);
  });

  test('an edition whose file was removed stays listed on its own page', async () => {
    const { shown, host } = preview(['/desk/1/issue.yaml', '/desk/1/issue.ru.yaml']);
    expect(await shown('1.ru')).toEqual([['1', '1.ru'], '1.ru']);
    host.files.delete('/desk/1/issue.ru.yaml');
    expect(await shown('1.ru')).toEqual([['1', '1.ru'], '1.ru']);
    expect(await shown('1')).toEqual([['1'], '1']);
  });
});

test('a session is opened once for each edition', async () => {
  const { open } = preview(['/desk/1/issue.yaml', '/desk/1/issue.ru.yaml']);
  const [first, again, further] = [await open('1'), await open('1'), await open('1.ru')];
  expect(again?.session).toBe(first?.session);
  expect(further?.session).not.toBe(first?.session);
});

test('issues of the same name are numbered; a file with another name is an issue of its own', async () => {
  const files = ['/a/1/issue.yaml', '/b/1/issue.yaml', '/a/1/draft.yaml'];
  const { describeEdition, shown } = preview(files, '/a/1/issue.ru.yaml', '/b/1/issue.ru.yaml');
  const { issues = [] } = (await describeEdition()) ?? {};
  expect(issues.map(({ name }) => name)).toEqual(['1', '1 (2)', '1 (3)']);
  expect(await shown('1 (2).ru')).toEqual([['1 (2)', '1 (2).ru'], '1 (2).ru']);
  expect(await shown('1 (3)')).toEqual([['1 (3)'], '1 (3)']);
});

test.each(['', '2', '1.kk', '1.', '../1', '__proto__'])('there is no edition %j', async (name) => {
  expect(await preview(['/desk/1/issue.yaml']).open(name)).toBeUndefined();
});
