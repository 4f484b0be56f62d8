import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { root } from '../helpers/project-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'same-'));

afterAll(() => rmSync(folder, { recursive: true }));

test('two machines at the ends of the earth make the same bytes', () => {
  const builds = [
    { TZ: 'Pacific/Kiritimati', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' },
    { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ].map((environment, index) => {
    const output = join(folder, String(index));
    const program = [join(root, 'src', 'launch.mjs'), 'build-issue', '2025-01', '--out', output];
    execFileSync(process.execPath, program, {
      env: { ...process.env, ...environment },
      stdio: 'pipe',
    });
    return ['pdf', 'json'].map((ending) =>
      readFileSync(join(output, `information-release-2025-01.${ending}`)),
    );
  });
  const [first, second] = builds;
  expect(second?.[0]?.equals(first?.[0] ?? Buffer.alloc(0))).toBe(true);
  expect(second?.[1]?.toString()).toBe(first?.[1]?.toString());
}, 60_000);
