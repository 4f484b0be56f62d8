import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { PUBLICATIONS } from '../../src/publications/index.ts';
import { root } from '../helpers/project-root.ts';

const pages = PUBLICATIONS.flatMap(({ name }) =>
  readdirSync(join(root, 'templates', name, 'site'))
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => join(name, 'site', file)),
);

test.each(pages)('%s escapes all text and quotes all attributes', (name) => {
  const text = readFileSync(join(root, 'templates', name), 'utf8');
  expect(text).not.toMatch(/\{\{\{|\{\{\s*&/);
  expect(text).not.toMatch(/=\{\{/);
  const drawn = [...text.matchAll(/\{\{draw ([^}]+)\}\}/g)].map(([, what]) => what);
  expect(drawn.filter((what) => !what?.startsWith('chart.'))).toEqual([]);
});
