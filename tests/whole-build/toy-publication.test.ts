import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { createEntryPoints } from '../helpers/entry-points.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { readPdf } from '../helpers/read-pdf.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

// A publication is a folder in src/publications, a folder in templates/ and an entry in the list. This
// minimal one, without emblem, photos, index and release notes, goes through every command.

const project = join(makeRealFolder(), 'project');
const TOY = join(root, 'tests', 'toy-publication');
const NAME = 'notice-2025-03-01';
const TEXT = `publication: notice
date: 2025-03-01
title: The centre is closed
body: |
  The centre is closed on Monday.

  It opens on Tuesday.
`;

const run = (...words: string[]) => runProgram(words, { project });
const issueFile = (name: string) => join(project, 'issues', name, 'issue.yaml');
const output = (...path: string[]) => join(project, 'output', ...path);
const readJson = (...path: string[]) => JSON.parse(readFileSync(output(...path), 'utf8'));

function writeIssue(name: string, text: string): void {
  mkdirSync(join(project, 'issues', name), { recursive: true });
  writeFileSync(issueFile(name), text);
}

beforeAll(() => {
  mkdirSync(project);
  copyProject(project);
  cpSync(join(root, 'package-lock.json'), join(project, 'package-lock.json'));
  const folder = join(project, 'src', 'publications', 'notice');
  mkdirSync(folder);
  cpSync(join(TOY, 'notice.ts'), join(folder, 'notice.ts'));
  cpSync(join(TOY, 'templates'), join(project, 'templates', 'notice'), { recursive: true });
  const list = join(project, 'src', 'publications', 'index.ts');
  const text = readFileSync(list, 'utf8')
    .replace(/= \[\s*informationRelease,/, '$& notice,')
    .replace('import type { AnyPublication }', "import { notice } from './notice/notice.ts';\n$&");
  writeFileSync(list, text);
  writeIssue(NAME, TEXT);
  cpSync(join(root, 'issues', '2025-01'), join(project, 'issues', '2025-01'), { recursive: true });
});

test('the program compiles with it', () => {
  cpSync(join(root, 'tsconfig.json'), join(project, 'tsconfig.json'));
  const tsc = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--noEmit'], { cwd: project });
  expect([status, String(stdout)]).toEqual([0, '']);
}, 120_000);

test('build-issue builds it by name, and with --all', async () => {
  for (const words of [[NAME], ['--publication', 'notice'], ['--all']]) {
    const { code, out, err } = await run('build-issue', ...words);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^output\/notice-2025-03-01\.pdf {2}1 page, \d+ kB, 2 paragraphs, /m);
  }
  expect(readJson(`${NAME}.json`)).toMatchObject({
    publication: 'notice',
    title: 'The centre is closed',
    date: '2025-03-01',
    summary: '2 paragraphs',
    contents: [{ title: 'The centre is closed', page: 1 }],
    pages: 1,
  });
  const { pages } = await readPdf(readFileSync(output(`${NAME}.pdf`)));
  expect(pages[0]?.lines.map(({ text }) => text)).toContain('The centre is closed on Monday.');
  // Without a name the newest issue of the default publication is built.
  expect((await run('build-issue')).out).toMatch(/^output\/information-release-2025-01\.pdf/);
}, 120_000);

test('check reports problems of its schema, and an unknown publication', async () => {
  writeIssue('notice-2025-03-02', TEXT.replace('title:', 'titel:'));
  writeIssue('notice-2025-03-03', TEXT.replace('publication: notice', 'publication: notise'));
  const { code, out } = await run('check', '--publication', 'notice');
  expect(code).toBe(1);
  expect(out).toContain('notice-2025-03-02/issue.yaml:3:1: error: `titel` is not a key');
  expect(out).toContain(
    'there is no publication `notise`: did you mean `notice`? [publication-unknown]',
  );
  expect(out).toContain('3 issues checked: 2 errors');
  for (const name of ['notice-2025-03-02', 'notice-2025-03-03']) writeIssue(name, TEXT);
}, 120_000);

test('new-issue creates one with its own options', async () => {
  const words = ['new-issue', '--publication', 'notice'];
  expect((await run(...words)).err).toContain('Give the day, such as --date 2025-03-01.');
  const { code, out } = await run(...words, '--date', '2025-03-04');
  expect(code).toBe(0);
  expect(out).toContain('1. Write the text.');
  expect(readFileSync(issueFile('notice-2025-03-04'), 'utf8')).toContain('date: 2025-03-04');
  expect((await run('new-issue', '--help')).out).toContain('--date <day>');
}, 120_000);

test('preview shows it without an emblem', async () => {
  const preview = await createEntryPoints(project).startPreview();
  try {
    const { document, problems } = await preview.readState(NAME);
    expect(problems).toEqual([]);
    expect(document?.summary).toBe('2 paragraphs');
    const emblem = await fetch(new URL('emblem.svg', preview.address));
    expect(emblem.status).toBe(200);
  } finally {
    await preview.stop();
  }
}, 120_000);

test('archive, typeset-report and write-schema support it', async () => {
  const archive = await run('archive');
  expect(archive.code).toBe(0);
  expect(existsSync(output('archive', `${NAME}.pdf`))).toBe(true);
  expect((await run('archive')).out).toMatch(/: 0 built, \d+ unchanged/);
  expect((await run('typeset-report', NAME)).out).toContain(`issues/${NAME}/issue.yaml`);
  expect((await run('write-schema')).out).toContain('templates/notice/issue.schema.json');
}, 120_000);

test('build-review and ci-summary list it', async () => {
  // The project is not a git clone, so there is no base.
  const review = await run('build-review', 'main');
  expect(review.code).toBe(0);
  expect(review.out).toContain(`${NAME}  new`);
  expect((await run('ci-summary')).out).toContain('| 1 | 2 paragraphs |');
}, 120_000);

test('site has a page for it, and lists it beside the issues of others', async () => {
  const { code, err } = await run('site');
  expect([code, err]).toEqual([0, expect.not.stringContaining('is not on the site')]);
  const page = readFileSync(output('site', 'issues', `${NAME}.html`), 'utf8');
  expect(page).toContain('<h1>The centre is closed</h1>');
  expect(page).toContain('<p>It opens on Tuesday.');
  expect(page).toContain(`href="../issues/${NAME}/${NAME}.pdf"`);
  // The Russian home page lists it in its own language.
  for (const [home, lang] of [
    ['index.html', ''],
    ['ru/index.html', ' lang="en"'],
  ]) {
    expect(readFileSync(output('site', home ?? ''), 'utf8')).toContain(
      `<h3><a href="issues/${NAME}.html"${lang}>The centre is closed</a></h3>`,
    );
  }
  expect(readFileSync(output('site', 'feed.xml'), 'utf8')).toContain(`/${NAME}</id>`);
}, 120_000);

test('release-assets writes its PDF, report and notes', async () => {
  const { code, err } = await run('release-assets', NAME);
  expect([code, err]).toEqual([0, '']);
  const folder = output('release', NAME);
  expect(existsSync(join(folder, 'assets', `${NAME}.pdf`))).toBe(true);
  expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toMatch(
    /^The centre is closed: 2 paragraphs\n\n- The centre is closed, page 1\n/,
  );
}, 120_000);
