// No command follows a link in an untrusted issue to a file outside its folder.
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram, startProgram } from '../helpers/launch-program.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const TIME = 120_000;
const base = makeRealFolder();
const project = join(base, 'project');
const issues = join(project, 'issues');
const secret = join(base, 'elsewhere', '2025-02');
/** Text in the target of the links: no command may print it. */
const SECRET = 'Secret title of an event';

beforeAll(async () => {
  mkdirSync(project);
  copyProject(project);
  mkdirSync(secret, { recursive: true });
  mkdirSync(join(issues, '2025-01'));
  const plain = { number: 1, from: '2025-01-01', to: '2025-01-15' };
  const next = { number: 2, from: '2025-01-16', to: '2025-01-31' };
  const source = 'https://gazeta.news/shared';
  const first = sampleIssue({ KZ: [{ title: 'An event', source }] }, plain);
  writeFileSync(join(issues, '2025-01', 'issue.yaml'), first);
  writeFileSync(join(secret, 'issue.yaml'), sampleIssue({ KZ: [{ title: SECRET, source }] }, next));
  await runProgram(['check', '--rules'], { project });
}, TIME);

afterEach(() => {
  rmSync(join(issues, '2025-02'), { recursive: true, force: true });
});

const LINKS: [what: string, message: string, link: () => void][] = [
  [
    'an issue.yaml that is a link',
    '`issue.yaml` is a link that leads out of the issue’s folder',
    () => {
      mkdirSync(join(issues, '2025-02'));
      symlinkSync(join(secret, 'issue.yaml'), join(issues, '2025-02', 'issue.yaml'));
    },
  ],
  [
    'a folder of issues/ that is a link',
    'the folder `2025-02` is a link that leads out of `issues`',
    () => symlinkSync(secret, join(issues, '2025-02')),
  ],
];

describe.each(LINKS)('%s', (_, message, link) => {
  const COMMANDS = [
    ['build-issue', '2025-02'],
    ['build-issue', 'issues/2025-02'],
    ['build-issue', 'issues/2025-02/issue.yaml'],
    ['check', '2025-02'],
    ['check'],
    ['archive', '--jobs', '1'],
    ['site'],
    ['build-review', 'no-such-commit'],
    ['release-assets', '2025-02'],
    ['typeset-report', '2025-02'],
  ];
  test.each(COMMANDS.map((words) => [words.join(' '), words] as const))(
    'is refused by %s',
    async (_name, words) => {
      link();
      const { code, out, err } = await runProgram(words, { project });
      expect(code).toBe(1);
      const printed = out + err;
      expect(printed).toContain(`issues/2025-02/issue.yaml: error: ${message} [issue-outside]`);
      expect(printed).toMatch(/→ (Copy|Replace) /);
      expect(printed).not.toContain(SECRET);
    },
    TIME,
  );

  test(
    'is refused by the preview',
    async () => {
      link();
      const { child, ended } = startProgram(['preview', '2025-02', '--no-open'], { project });
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
      while (!seen.includes('issue-outside')) seen += (await reader?.read())?.value ?? '';
      await reader?.cancel();
      child.kill('SIGINT');
      expect((await ended).code).toBe(0);
      expect(seen).toContain(message);
      expect(seen).not.toContain(SECRET);
    },
    TIME,
  );

  test(
    'is not compared with other issues',
    async () => {
      link();
      const { code, out } = await runProgram(['check', '2025-01'], { project });
      expect(code).toBe(0);
      // The linked issue has the same source.
      expect(out).not.toContain('source-reused');
      expect(out).toContain('0 warnings');
    },
    TIME,
  );

  test(
    'is not used for the dates of a new issue, and is not modified',
    async () => {
      link();
      const before = readFileSync(join(secret, 'issue.yaml'));
      const { code, err } = await runProgram(['new-issue'], { project });
      expect(code).toBe(2);
      expect(err).toContain('cannot be read');
      expect(readFileSync(join(secret, 'issue.yaml'))).toEqual(before);
    },
    TIME,
  );

  test(
    'is refused by an archive that has a manifest of the original file',
    async () => {
      mkdirSync(join(issues, '2025-02'));
      copyFileSync(join(secret, 'issue.yaml'), join(issues, '2025-02', 'issue.yaml'));
      const words = ['archive', '--jobs', '1', '--out', 'known'];
      expect(await runProgram(words, { project })).toMatchObject({ code: 0 });
      rmSync(join(issues, '2025-02'), { recursive: true });
      link();
      const { code, err } = await runProgram(words, { project });
      expect(code).toBe(1);
      expect(err).toContain(message);
    },
    TIME,
  );
});

test(
  'new-issue refuses to write through a link to a folder',
  async () => {
    const empty = join(base, 'empty');
    mkdirSync(empty);
    symlinkSync(empty, join(issues, '2025-02'));
    const { code, err } = await runProgram(['new-issue'], { project });
    expect(code).toBe(2);
    expect(err).toContain('the folder `2025-02` is a link that leads out of `issues`');
    rmSync(join(issues, '2025-02'));
  },
  TIME,
);

test(
  'a path on the command line may lead through a link',
  async () => {
    symlinkSync(secret, join(base, 'current'));
    const { code } = await runProgram(['build-issue', join(base, 'current')], { project });
    expect(code).toBe(0);
  },
  TIME,
);
