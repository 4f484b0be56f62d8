// Every command refuses a file that is far too large without reading it into memory.
import { closeSync, ftruncateSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { type Ended, runProgram, startProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const MB = 2 ** 20;
/** Size of the file, in bytes. */
const LARGE = 400 * MB;
/** Maximum memory of a command, in bytes; reading the file would need more. */
const MAX_MEMORY = 300 * MB;
const TIME = 120_000;

const project = makeRealFolder();
const fileOf = (name: string) => join(project, 'issues', name, 'issue.yaml');
const PEAK = pathToFileURL(join(root, 'tests', 'helpers', 'report-peak-memory.mjs')).href;
const launch = { project, node: [`--import=${PEAK}`] };

/** Replaces a file with a sparse file, which takes no disk space. */
function writeLarge(path: string): void {
  rmSync(path, { force: true });
  const file = openSync(path, 'w');
  ftruncateSync(file, LARGE);
  closeSync(file);
}

const issue = (number: number, photo?: string) =>
  sampleIssue(
    { KZ: [photo ? { photo } : {}] },
    { number, from: `2025-0${number}-01`, to: `2025-0${number}-15` },
  );

beforeAll(async () => {
  copyProject(project);
  for (const name of ['2025-01', '2025-02']) mkdirSync(join(project, 'issues', name));
  writeFileSync(fileOf('2025-01'), issue(1));
  writeLarge(fileOf('2025-02'));
  await runProgram(['check', '--rules'], { project });
}, TIME);

function expectSmall({ err }: Ended): void {
  const peak = Number(/^PEAK (\d+)$/m.exec(err)?.[1]) * 1024;
  expect(peak).toBeGreaterThan(30 * MB);
  expect(peak).toBeLessThan(MAX_MEMORY);
}

describe('an issue.yaml of 400 MB', () => {
  test.each([
    ['build-issue', ['build-issue', '2025-02'], 1],
    ['check', ['check', '2025-02'], 1],
    ['check of another issue', ['check', '2025-01'], 0],
    ['archive', ['archive', '--jobs', '1'], 1],
    ['site', ['site'], 1],
    ['build-review', ['build-review', 'no-such-commit'], 1],
    ['release-assets', ['release-assets', '2025-02'], 1],
    ['typeset-report', ['typeset-report', '2025-02'], 1],
    ['new-issue', ['new-issue'], 2],
  ])(
    '%s',
    async (_, words, code) => {
      const ended = await runProgram(words, launch);
      expect(ended.code).toBe(code);
      expect(ended.err).not.toMatch(/^\s+at .*:\d+:\d+/m);
      if (code === 1) expect(ended.out + ended.err).toContain('[file-too-large]');
      expectSmall(ended);
    },
    TIME,
  );

  test(
    'preview',
    async () => {
      const { child, ended } = startProgram(['preview', '2025-02', '--no-open'], launch);
      const address = await new Promise<string>((resolve) => {
        let printed = '';
        child.stdout?.on('data', (text) => {
          printed += text;
          const found = /http:\S+/.exec(printed)?.[0];
          if (found) resolve(found);
        });
      });
      const events = await fetch(`${address}events`);
      const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
      let seen = '';
      while (!seen.includes('file-too-large')) seen += (await reader?.read())?.value ?? '';
      await reader?.cancel();
      child.kill('SIGINT');
      const stopped = await ended;
      expect(stopped.code).toBe(0);
      expectSmall(stopped);
    },
    TIME,
  );
});

test(
  'a text, a photo and a PDF of 400 MB in place of files in the archive’s manifests',
  async () => {
    const photo = join(project, 'issues', '2025-01', 'hall.jpg');
    const pdf = join(project, 'large', 'information-release-2025-03.pdf');
    for (const name of ['2025-02', '2025-03']) {
      mkdirSync(join(project, 'issues', name), { recursive: true });
      writeFileSync(fileOf(name), issue(Number(name.slice(-1))));
    }
    writeFileSync(photo, await makePhoto());
    writeFileSync(fileOf('2025-01'), issue(1, 'hall.jpg'));
    const words = ['archive', '--jobs', '1', '--out', 'large'];
    expect(await runProgram(words, { project })).toMatchObject({ code: 0 });
    for (const path of [photo, fileOf('2025-02'), pdf]) writeLarge(path);
    const ended = await runProgram(words, launch);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('[photo-broken]');
    expect(ended.err).toContain('[file-too-large]');
    expect(ended.out).toContain('3 issues: 1 built, 0 unchanged, 2 with errors');
    expectSmall(ended);
  },
  TIME,
);
