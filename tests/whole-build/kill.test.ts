import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from '../helpers/project-root.ts';

const output = mkdtempSync(join(tmpdir(), 'killed-'));
const NAME = 'information-release-2025-01';

afterAll(() => rmSync(output, { recursive: true }));

/** Builds 2025-01 in a process of its own; with a delay in ms it is killed after it. */
function build(signal?: NodeJS.Signals, delay = 0): Promise<void> {
  const program = [join(root, 'src', 'launch.mjs'), 'build-issue', '2025-01', '--out', output];
  const child = spawn(process.execPath, program, { stdio: 'ignore' });
  const timer = signal && setTimeout(() => child.kill(signal), delay);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

test('a build that is killed leaves whole files or none, and the next one leaves no litter', async () => {
  for (const delay of [150, 400, 700, 900, 1000, 1100]) {
    await build(delay % 200 === 0 ? 'SIGTERM' : 'SIGKILL', delay);
    const names = readdirSync(output).filter((name) => !name.startsWith('.'));
    for (const name of names.filter((name) => name.endsWith('.pdf'))) {
      const bytes = readFileSync(join(output, name));
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.subarray(-6).toString().trim()).toBe('%%EOF');
    }
    for (const name of names.filter((name) => name.endsWith('.json'))) {
      expect(() => JSON.parse(readFileSync(join(output, name), 'utf8'))).not.toThrow();
    }
  }
  await build();
  expect(readdirSync(output).sort()).toEqual([`${NAME}.json`, `${NAME}.pdf`]);
  const report = JSON.parse(readFileSync(join(output, `${NAME}.json`), 'utf8'));
  const pdf = readFileSync(join(output, `${NAME}.pdf`));
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(report.sha256);
}, 60_000);
