import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

const base = makeRealFolder();
const NAME = 'information-release-2025-01';

/** Machines at the ends of the earth and of time; `files` is when their files were last changed. */
const MACHINES = {
  'Kiritimati, its clock set back': {
    environment: { TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' },
    clock: Date.UTC(1999, 11, 31),
    files: Date.UTC(2031, 0, 1),
  },
  'Pago Pago, its clock ahead': {
    environment: { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    clock: Date.UTC(2099, 0, 1),
    files: Date.UTC(1980, 0, 1),
  },
};

test('two machines at the ends of the earth and of time make the same bytes', async () => {
  const hashes: string[] = [];
  for (const [index, machine] of Object.values(MACHINES).entries()) {
    const issue = join(base, `issue-${index}`);
    cpSync(join(root, 'issues', '2025-01'), issue, { recursive: true });
    for (const name of readdirSync(issue, { recursive: true })) {
      utimesSync(join(issue, String(name)), machine.files / 1000, machine.files / 1000);
    }
    const output = join(base, `output-${index}`);
    const { err } = await runProgram(['build-issue', issue, '--out', output], {
      node: ['--import', join(root, 'tests', 'helpers', 'other-clock.mjs')],
      environment: { ...machine.environment, CLOCK: String(machine.clock) },
    });
    expect(err).toBe('');
    expect(readdirSync(output).sort()).toEqual([`${NAME}.json`, `${NAME}.pdf`]);
    const hash = createHash('sha256');
    for (const ending of ['pdf', 'json'])
      hash.update(readFileSync(join(output, `${NAME}.${ending}`)));
    hashes.push(hash.digest('hex'));
  }
  expect(hashes).toHaveLength(2);
  expect(new Set(hashes).size).toBe(1);
}, 120_000);
