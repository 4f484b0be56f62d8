// The JSON Schema in yaml-language-server, which VS Code and other text editors use.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeNewIssue } from '../../src/commands/new-issue.ts';
import { type LanguageServer, startLanguageServer } from '../helpers/language-server.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { referenceIssue, root } from '../helpers/project-root.ts';

const SCHEMA_LINE =
  '# yaml-language-server: $schema=../../templates/information-release/issue.schema.json\n';
const HEAD = 'number: 3\nperiod: { from: 2031-02-01, to: 2031-02-15 }\n';
const SECTION = `${HEAD}sections:\n  - country: KZ\n    topics: [lessons]\n`;
const ARTICLE = `${SECTION}    articles:
      - title: Rally
        source: https://example.org/
        body: Text.
`;

/** One server with the project's settings, as in VS Code; one with only the schema comment in the file. */
let inProject: LanguageServer;
let elsewhere: LanguageServer;
/** As VS Code runs it, in folders of press releases. */
let inRelease: LanguageServer;
beforeAll(async () => {
  inProject = await startLanguageServer();
  inRelease = await startLanguageServer(undefined, 'press-release-2031-02-01-topic-');
  elsewhere = await startLanguageServer({ 'yaml.schemaStore.enable': false });
});

describe('completion', () => {
  const labels = async (text: string) => (await inProject.offersAt(text)).map(({ label }) => label);

  test('offers the keys allowed at a position, with their descriptions', async () => {
    const offers = await inProject.offersAt(`${SECTION}    ‸`);
    const articles = offers.find(({ label }) => label === 'articles');
    expect(articles?.documentation).toContain('a list, one article each');
    expect(offers.map(({ label }) => label)).not.toContain('title');
  });

  test('offers them in other editors through the schema comment', async () => {
    const offers = await elsewhere.offersAt(`${SCHEMA_LINE}${SECTION}    ‸`);
    expect(offers.map(({ label }) => label)).toContain('articles');
    expect(await elsewhere.offersAt(`${SECTION}    ‸`)).toEqual([]);
  });

  test('offers country codes with names, member states first', async () => {
    const offers = await inProject.offersAt(`${HEAD}sections:\n  - country: ‸`);
    expect(offers[1]).toMatchObject({ label: 'KZ', documentation: 'Republic of Kazakhstan' });
    expect(offers.slice(0, 7).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['AZ', 'KG', 'RU', 'TJ', 'TM', 'UZ']),
    );
    expect(offers.length).toBeGreaterThan(240);
  });

  test('offers the keys of a photo and its sides', async () => {
    expect(await labels(`${ARTICLE}        photo:\n          ‸`)).toEqual(
      expect.arrayContaining(['file', 'alt', 'caption', 'credit', 'side']),
    );
    expect(await labels(`${ARTICLE}        photo:\n          side: ‸`)).toEqual([
      'left',
      'right',
      'full',
    ]);
  });

  test.each([
    ['the first', `${SECTION}    articles:\n      - `],
    ['a further', `${ARTICLE}      - `],
  ])('offers %s article as a valid snippet', async (_, text) => {
    const offers = await inProject.offersAt(`${text}‸`);
    const article = offers.find(({ label }) => label === 'article')?.insertText ?? '';
    const filled = article.replace('$1', 'A').replace('$2', 'https://a.org').replace('$3', 'Text.');
    // A text editor indents inserted lines like the current line.
    const inserted = text + filled.replaceAll('\n', '\n      ');
    expect(inserted).toMatch(/\n {8}body: \|\n {10}Text\.$/);
    expect(await inProject.marksOf(inserted)).toEqual([]);
  });
});

describe('an error is marked at its position', () => {
  const marks = async (text: string) =>
    (await inProject.marksOf(text)).map(
      ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`,
    );

  test.each([
    ['a wrong key', `${ARTICLE}        leed: x\n`, /^10:9 Property leed is not allowed/],
    ['a wrong key of a photo', `${ARTICLE}        photo: { file: a, alr: b }\n`, /^10:27 .*alr/],
    ['an unknown country', ARTICLE.replace('KZ', 'kz'), /^4:14 This is not a country code/],
    ['an invalid web address', ARTICLE.replace('https://', ''), /^8:17 This is not a web address/],
    ['an invalid date', ARTICLE.replace('02-15', '02-30'), /^2:33 This is not a valid date/],
    ['a blank text', ARTICLE.replace('Text.', '" "'), /^9:15 This text is blank/],
  ])('%s', async (_, text, mark) => {
    expect(await marks(text)).toEqual([expect.stringMatching(mark)]);
  });
});

describe('hover', () => {
  test.each([
    ['a key', `${ARTICLE.replace('body', 'bo‸dy')}`, 'A blank line starts a new paragraph'],
    ['a key of a photo', `${ARTICLE}        photo: { file: a, al‸t: b }`, 'read aloud'],
    ['a photo', `${ARTICLE}        pho‸to: a.jpg`, 'Path of the photo'],
    ['a country', ARTICLE.replace('KZ', 'K‸Z'), 'Kazakhstan'],
    ['the period', ARTICLE.replace('from', 'fr‸om'), 'First day the issue covers'],
  ])('explains %s', async (_, text, words) => {
    expect(await inProject.hoverAt(text)).toContain(words);
  });

  test('names only the country under the cursor', async () => {
    expect((await inProject.hoverAt(ARTICLE.replace('KZ', 'K‸Z'))).length).toBeLessThan(200);
  });
});

describe('no error is marked in', () => {
  const issues = ['2024-19', '2025-01'].map((name) => join(root, 'issues', name));
  test.each(issues)('%s, with the settings and with its schema comment', async (folder) => {
    const text = readFileSync(join(folder, 'issue.yaml'), 'utf8');
    expect(text).toContain(SCHEMA_LINE);
    expect(await inProject.marksOf(text)).toEqual([]);
    expect(await elsewhere.marksOf(text)).toEqual([]);
    expect(await elsewhere.marksOf(text.replace('number:', 'nubmer:'))).not.toEqual([]);
  });

  test('the transcription of a published release, if it is available', async () => {
    if (!referenceIssue) return;
    const text = readFileSync(join(referenceIssue, 'issue.yaml'), 'utf8');
    expect(await inProject.marksOf(text)).toEqual([]);
  });

  test('a new issue', async () => {
    const host = createMemoryHost();
    await makeNewIssue({ from: '2031-02-01', number: '3' }, root, host);
    const text = String(host.files.get(join(root, 'issues', '2031-03', 'issue.yaml')));
    expect(await elsewhere.marksOf(text)).toEqual([]);
  });
});

describe('a press release', () => {
  const RELEASE = 'publication: press-release\nprogramme: cadap-7\ndate: 2031-02-01\n';
  const LINE = SCHEMA_LINE.replace('information-release', 'press-release');

  test('has the keys of its own format, by the name of its folder', async () => {
    const offers = await inRelease.offersAt(`${RELEASE}‸`);
    const labels = offers.map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['place', 'headline', 'delegation', 'embargo']));
    expect(labels).not.toContain('sections');
    expect(await inRelease.hoverAt(`${RELEASE}headline‸: A headline\n`)).toContain('sentence case');
    const [mark] = await inRelease.marksOf(`${RELEASE}headline: A\nbody: B\nembargo: tomorrow\n`);
    expect(mark?.message).toContain('This is not a time with its time zone');
  });

  test('has them elsewhere by the line on top', async () => {
    const offers = await elsewhere.offersAt(`${LINE}${RELEASE}‸`);
    expect(offers.map(({ label }) => label)).toContain('europeanUnion');
  });
});
