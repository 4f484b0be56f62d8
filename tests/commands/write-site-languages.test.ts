import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { main } from '../../src/cli.ts';
import type { Host } from '../../src/host/host.ts';
import { ENGLISH, RUSSIAN } from '../helpers/edition-texts.ts';
import { root } from '../helpers/project-root.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { runSite } from '../helpers/run-site.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const ISSUES = join(root, 'issues');
const WORDS = join(root, 'templates', 'information-release', 'site', 'words.ru.yaml');
/** An issue in English only. */
const OLDER = sampleIssue({ TJ: [{ title: 'Only in English' }] });

let photo: Buffer;

beforeAll(async () => {
  photo = await makePhoto();
});

/** Runs `site` in memory with an issue of two editions and one in English only. */
function run(
  editions: Readonly<Record<string, string>>,
  changes: (original: Host) => Partial<Host> = () => ({}),
) {
  const files = Object.entries({ 'issue.yaml': ENGLISH, ...editions });
  return runSite(
    {
      ...Object.fromEntries(files.map(([name, text]) => [join(ISSUES, '2025-01', name), text])),
      [join(ISSUES, '2025-01', 'hall.jpg')]: photo,
      [join(ISSUES, '2024-19', 'issue.yaml')]: OLDER,
    },
    ['--base-url', 'https://example.org/'],
    changes,
  );
}

/** Names on the site, with the hashes in them as `*`. */
function namesOnSite(names: readonly string[]): string[] {
  return names.map((name) =>
    name.replace('/desk/site/', '').replace(/-[0-9a-f]{10}(?=\.\w+$)/, '-*'),
  );
}

describe('an issue with a Russian edition', () => {
  test('has pages in both languages, a PDF and a cover for each, and its photos once', async () => {
    const { code, names, out, host } = await run({ 'issue.ru.yaml': RUSSIAN });
    expect(code).toBe(0);
    expect(out).toMatch(/^site\/index\.html {2}2 issues in 2 languages, [\d.]+ s$/);
    const issue = namesOnSite(names).filter((name) => name.includes('2025-01'));
    expect(issue.sort()).toEqual([
      'issues/2025-01.html',
      'issues/2025-01/cover.jpg',
      'issues/2025-01/cover.ru.jpg',
      'issues/2025-01/information-release-2025-01.pdf',
      'issues/2025-01/information-release-2025-01.ru.pdf',
      'issues/2025-01/photo-01-*.webp',
      'ru/issues/2025-01.html',
    ]);
    const read = (name: string) => String(host.files.get(`/desk/site/${name}`));
    expect(read('index.html')).toContain('<html lang="en">');
    expect(read('issues/2025-01.html')).toContain('Pupils drew posters');
    expect(read('ru/index.html')).toContain('<html lang="ru">');
    expect(read('ru/issues/2025-01.html')).toContain('Школьники нарисовали плакаты');
    expect(read('ru/events.json')).toContain('"countryName": "Казахстан"');
    const { files } = JSON.parse(read('site-files.json'));
    const listed = Object.keys(files).map((name) => `/desk/site/${name}`);
    expect([...listed, '/desk/site/site-files.json'].sort()).toEqual(names.sort());
  });

  test('leaves the English pages of an issue without one, and shows its text on the Russian ones', async () => {
    const { host } = await run({ 'issue.ru.yaml': RUSSIAN });
    const page = String(host.files.get('/desk/site/ru/issues/2024-19.html'));
    expect(page).toContain('не издан на русском языке');
    expect(page).toMatch(/<article class="event" [^>]*lang="en">\s*<h3[^>]*>.*Only in English/);
    expect(page).toContain('information-release-2024-19.pdf" hreflang="en"');
  });

  test('loses its Russian pages with the Russian file', async () => {
    const { host, names } = await run({ 'issue.ru.yaml': RUSSIAN });
    expect(names.some((name) => name.startsWith('/desk/site/ru/'))).toBe(true);
    host.files.delete(join(ISSUES, '2025-01', 'issue.ru.yaml'));
    expect(await main(['site', '--out', '/desk/site'], root, host)).toBe(0);
    const left = [...host.files.keys()].filter((name) => /\/ru\/|\.ru\./.test(name));
    expect(left).toEqual([]);
    expect(String(host.files.get('/desk/site/index.html'))).not.toContain('hreflang');
  }, 60_000);
});

test('the pages at the root are in the first language of the oldest issue', async () => {
  const english = RUSSIAN.replace('translates: en', 'translates: ru');
  const swap = (text: string) => `language: ru\n${text}`;
  const { code, err, host } = await run({
    'issue.yaml': swap(ENGLISH),
    'issue.en.yaml': english,
  });
  expect([code, err]).toEqual([0, expect.any(String)]);
  const read = (name: string) => String(host.files.get(`/desk/site/${name}`));
  expect(read('index.html')).toContain('<html lang="en">');
  expect(read('ru/index.html')).toContain('<html lang="ru">');
  expect(host.files.has('/desk/site/issues/2025-01/cover.en.jpg')).toBe(true);
  expect(read('ru/issues/2024-19.html')).toContain('не издан на русском языке');
  expect(read('issues/2024-19.html')).not.toContain('class="notice"');
});

describe('the site is not written and the exit code is 1', () => {
  test('if a Russian edition has errors; its issue is counted once', async () => {
    const { code, names, err } = await run({
      'issue.ru.yaml': RUSSIAN.replace('country: UZ', 'country: QQ'),
    });
    expect(code).toBe(1);
    expect(err).toContain('issue.ru.yaml:');
    expect(err).toContain('1 issue has errors. The site was not written');
    expect(names).toEqual([]);
  });

  test('if both editions of an issue have errors; it is counted once', async () => {
    const { code, err } = await run({
      'issue.yaml': ENGLISH.replace('country: UZ', 'country: QQ'),
      'issue.ru.yaml': RUSSIAN,
    });
    expect(code).toBe(1);
    expect(err).toContain('1 issue has errors. The site was not written');
  });

  test('if the words in Russian have mistakes', async () => {
    const { code, names, err } = await run({ 'issue.ru.yaml': RUSSIAN }, ({ readFile }) => ({
      readFile: async (path, most) =>
        path === WORDS ? Buffer.from('site: { title: A }\n') : readFile(path, most),
    }));
    expect(code).toBe(1);
    expect(err).toContain('words.ru.yaml');
    expect(names).toEqual([]);
  });
});

test('an edition in a language that the site has no words in is left out and reported', async () => {
  const { code, names, out, err } = await run({ 'issue.ru.yaml': RUSSIAN }, ({ kindOf }) => ({
    kindOf: async (path) => (path === WORDS ? undefined : kindOf(path)),
  }));
  expect(code).toBe(0);
  expect(out).toContain('  2 issues, ');
  expect(err).toContain(
    'issues/2025-01/issue.ru.yaml is not on the site, because templates/information-release/site has no words in ru.',
  );
  expect(names.filter((name) => /\/ru\/|\.ru\./.test(name))).toEqual([]);
});
