import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { printCodes } from '../../src/diagnostics/print-codes.ts';
import { root } from '../helpers/project-root.ts';

const README = readFileSync(join(root, 'README.md'), 'utf8');

test('the README’s table of rules is that of `npm run -s check -- --rules`', () => {
  expect(README).toContain(`\n${printCodes()}\n`);
});

test('the README names every package with its reason', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const rows = Object.keys(dependencies).filter((name) => !README.includes(`| ${name} `));
  expect(rows).toEqual([]);
});

test('the tests that SECURITY.md names are there', () => {
  const named = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/tests\/[\w/.-]+\.ts/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});
