import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { buildBase, findBase } from '../../../src/publishing/review/base-checkout.ts';
import { makeRealFolder } from '../../helpers/real-folder.ts';

const host = createNodeHost();
const folder = makeRealFolder();

function git(...words: string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', [...identity, ...words], { cwd: folder, encoding: 'utf8' }).trim();
}

/** Stand-in for `build-issue`, run by npm: copies an issue into the output. */
const BUILD = `
const { cpSync, mkdirSync } = require('node:fs');
const [issue, , output] = process.argv.slice(2);
mkdirSync(output, { recursive: true });
cpSync(issue + '/issue.yaml', output + '/built.txt');
`;

function writeProject(): string {
  const packageJson = {
    name: 'base',
    version: '1.0.0',
    scripts: { 'build-issue': 'node build.cjs' },
  };
  mkdirSync(join(folder, 'issues', '2025-01'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packageJson));
  const lock = { ...packageJson, lockfileVersion: 3, packages: { '': packageJson } };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(join(folder, 'build.cjs'), BUILD);
  writeFileSync(join(folder, 'issues', '2025-01', 'issue.yaml'), 'as it was');
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Before');
  return git('rev-parse', 'HEAD');
}

test('builds the base with its own program, and removes the worktree', async () => {
  const commit = writeProject();
  writeFileSync(join(folder, 'issues', '2025-01', 'issue.yaml'), 'as it is');
  writeFileSync(join(folder, 'issues', '2025-01', 'a\nname.txt'), '');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'After');
  const base = await findBase('HEAD^1', folder, host);
  expect(base).toEqual({
    commit,
    changed: ['issues/2025-01/a\nname.txt', 'issues/2025-01/issue.yaml'],
  });
  const paths = { checkout: join(folder, 'out', 'base'), output: join(folder, 'out', 'before') };
  const issues = ['2025-01', '2025-02'];
  expect(await buildBase({ commit, issues, ...paths }, folder, host)).toBeUndefined();
  const built = await host.readFile(join(paths.output, 'built.txt'));
  expect(String(built)).toBe('as it was');
  expect(git('worktree', 'list').split('\n')).toHaveLength(1);
}, 120_000);

test.each(['0000000000000000000000000000000000000000', '--output=pwned', 'no-such-branch'])(
  'finds no base for %s',
  async (name) => {
    expect(await findBase(name, folder, host)).toBeUndefined();
    expect(await host.kindOf(join(folder, 'pwned'))).toBeUndefined();
  },
);

test('returns the reason why the base cannot be built', async () => {
  const paths = { checkout: join(folder, 'out', 'base'), output: join(folder, 'out', 'before') };
  const baseError = await buildBase({ commit: 'nothing', issues: [], ...paths }, folder, host);
  expect(baseError).toMatch(/invalid reference|not a valid/);
});
