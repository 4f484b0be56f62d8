import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { makePhoto, makeText } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const project = makeRealFolder();
const issues = join(project, 'issues');
const NUMBERS = [1, 2, 3, 4];
const TIME = 240_000;

const yamlOf = (number: number) => join(issues, `2025-0${number}`, 'issue.yaml');
const photoOf = (number: number) => join(issues, `2025-0${number}`, 'hall.jpg');
const pdfOf = (number: number) => `information-release-2025-0${number}.pdf`;

beforeAll(async () => {
  copyProject(project);
  const photo = await makePhoto();
  for (const number of NUMBERS) {
    const article = { photo: 'hall.jpg', body: makeText(120, number) };
    const dates = { number, from: `2025-0${number}-01`, to: `2025-0${number}-15` };
    mkdirSync(join(issues, `2025-0${number}`));
    writeFileSync(photoOf(number), photo);
    writeFileSync(yamlOf(number), sampleIssue({ KZ: [article, {}] }, dates));
  }
});

/** Starts a command of the project; `ended` resolves to its output and its exit code or signal. */
function start(...words: string[]) {
  const env = { PATH: process.env.PATH, HOME: project };
  const program = [join(project, 'src', 'program', 'launch.cjs'), ...words];
  const child = spawn(process.execPath, program, { cwd: project, env });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    printed.out += text;
  });
  child.stderr.on('data', (text) => {
    printed.err += text;
  });
  const ended = new Promise<{ code: number | string | null; out: string; err: string }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code: code ?? signal, ...printed })),
  );
  return { child, ended };
}

const archive = (out: string) => start('archive', '--jobs', '2', '--out', out).ended;
const read = (out: string, name: string) => readFileSync(join(project, out, name));
const visible = (out: string) =>
  readdirSync(join(project, out))
    .filter((name) => name !== '.records')
    .sort();

/** Returns the numbers of the built issues from the output of a run. */
function builtIn(out: string): string {
  const names = [...out.matchAll(/information-release-2025-0(\d)\.pdf {2}\d+ pages/g)];
  return names
    .map(([, number]) => number)
    .sort()
    .join(' ');
}

test(
  'threads build the same bytes as build-issue, and later runs build only what has changed',
  async () => {
    const first = await archive('done');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(builtIn(first.out)).toBe('1 2 3 4');
    const single = await start('build-issue', '--all', '--out', 'single').ended;
    expect(single.code).toBe(0);
    expect(visible('done')).toEqual(visible('single'));
    for (const name of visible('single')) expect(read('done', name)).toEqual(read('single', name));

    const second = await archive('done');
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/^4 issues: 0 built, 4 unchanged; \d+ s\n$/);

    // Remove one PDF and change one byte of another.
    rmSync(join(project, 'done', pdfOf(1)));
    const changed = read('done', pdfOf(2));
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    writeFileSync(join(project, 'done', pdfOf(2)), changed);
    const third = await archive('done');
    expect(builtIn(third.out)).toBe('1 2');
    for (const name of visible('single')) expect(read('done', name)).toEqual(read('single', name));

    appendFileSync(join(project, 'templates', 'information-release', 'theme.yaml'), '\n# new\n');
    const fourth = await archive('done');
    expect(builtIn(fourth.out)).toBe('1 2 3 4');
  },
  TIME,
);

test(
  'an issue with errors is reported and does not stop the others',
  async () => {
    const good = readFileSync(yamlOf(2));
    writeFileSync(yamlOf(2), good.toString().replace('number:', 'nubmer:'));
    const { code, out, err } = await archive('bad');
    writeFileSync(yamlOf(2), good);
    expect(code).toBe(1);
    expect(builtIn(out)).toBe('1 3 4');
    expect(out).toMatch(/4 issues: 3 built, 0 unchanged, 1 with errors;/);
    expect(err).toMatch(/2025-02\/issue\.yaml:1:1[\s\S]*did you mean `number`\?/);
    expect(existsSync(join(project, 'bad', pdfOf(2)))).toBe(false);
  },
  TIME,
);

test.each([
  ['SIGINT', 130],
  ['SIGKILL', 'SIGKILL'],
] as const)(
  'a run interrupted by %s leaves complete files, and the next run builds the rest',
  async (signal, code) => {
    const out = `after-${signal}`;
    const { child, ended } = start('archive', '--jobs', '2', '--out', out);
    while (!existsSync(join(project, out, '.records')) && child.exitCode === null) await wait(5);
    child.kill(signal);
    const stopped = await ended;
    expect(stopped.code).toBe(code);
    if (signal === 'SIGINT') {
      expect(stopped.err).toMatch(/^Stopped\. 4 issues: [0-3] built, 0 unchanged\. /);
      expect(visible(out).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    for (const name of visible(out).filter((name) => /^[^.].*\.pdf$/.test(name))) {
      expect(read(out, name).subarray(-6).toString().trim()).toBe('%%EOF');
    }
    const ready = readdirSync(join(project, out, '.records')).filter((name) => !/^\./.test(name));

    const next = await archive(out);
    expect(next.code).toBe(0);
    expect(next.out).toContain(`${4 - ready.length} built, ${ready.length} unchanged`);
    expect(visible(out)).toHaveLength(8);
    expect(readdirSync(join(project, out, '.records')).sort()).toEqual(
      NUMBERS.map((number) => `2025-0${number}.json`),
    );
    expect((await archive(out)).out).toContain('0 built, 4 unchanged');
  },
  TIME,
);

test(
  'two simultaneous runs do not affect each other',
  async () => {
    const [one, other] = await Promise.all([archive('both'), archive('both')]);
    expect([one.code, other.code]).toEqual([0, 0]);
    expect(visible('both')).toHaveLength(8);
    expect((await archive('both')).out).toContain('0 built, 4 unchanged');
  },
  TIME,
);

test('an invalid number of jobs is reported', async () => {
  const { code, err } = await start('archive', '--jobs', 'all').ended;
  expect(code).toBe(2);
  expect(err).toBe('--jobs all is not a number from 1 to 99.\nTry --help.\n');
});
