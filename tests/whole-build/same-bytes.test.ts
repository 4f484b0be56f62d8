import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const base = makeRealFolder();
const NAME = 'information-release-2025-01';

/** Machines with extreme time zones and clocks; `files` is the modification time of their files. */
const MACHINES = {
  'Kiritimati, with a clock in the past': {
    environment: { TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' },
    clock: Date.UTC(1999, 11, 31),
    files: Date.UTC(2031, 0, 1),
  },
  'Pago Pago, with a clock in the future': {
    environment: { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    clock: Date.UTC(2099, 0, 1),
    files: Date.UTC(1980, 0, 1),
  },
};

test('machines with different time zones, locales and clocks build the same bytes, also from caches', async () => {
  const hashes: string[] = [];
  for (const [index, machine] of Object.values(MACHINES).entries()) {
    // Each machine has its own caches.
    const project = join(base, `project-${index}`);
    mkdirSync(project);
    copyProject(project);
    const issue = join(project, 'issues', '2025-01');
    cpSync(join(root, 'issues', '2025-01'), issue, { recursive: true });
    for (const name of readdirSync(issue, { recursive: true })) {
      utimesSync(join(issue, String(name)), machine.files / 1000, machine.files / 1000);
    }
    for (const caches of ['cold', 'warm']) {
      const output = join(base, `output-${index}-${caches}`);
      const { err } = await runProgram(['build-issue', issue, '--out', output], {
        project,
        node: ['--import', join(root, 'tests', 'helpers', 'other-clock.mjs')],
        environment: { ...machine.environment, CLOCK: String(machine.clock) },
      });
      expect(err).toBe('');
      hashes.push(hashOf(output));
    }
  }
  expect(hashes).toHaveLength(4);
  expect(new Set(hashes).size).toBe(1);
}, 240_000);

test('caches of an older version of the program change nothing', async () => {
  const project = join(base, 'project-0');
  const issue = join(project, 'issues', '2025-01');
  const build = async (name: string) => {
    const output = join(base, name);
    const { code } = await runProgram(['build-issue', issue, '--out', output], { project });
    expect(code).toBe(0);
    return hashOf(output);
  };
  const before = await build('before');
  const source = join(project, 'src', 'text', 'languages', 'en.ts');
  const text = readFileSync(source, 'utf8');
  const other = text.replace(/after: \d+/, 'after: 6');
  expect(other).not.toBe(text);
  writeFileSync(source, other);
  expect(await build('other')).not.toBe(before);
  writeFileSync(source, text);
  expect(await build('after')).toBe(before);
}, 240_000);

/** Returns the SHA-256 of the PDFs and reports of both editions in a folder that contains nothing else. */
function hashOf(output: string): string {
  const files = ['json', 'pdf', 'ru.json', 'ru.pdf'].map((ending) => `${NAME}.${ending}`);
  expect(readdirSync(output).sort()).toEqual(files);
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(output, file)));
  return hash.digest('hex');
}
