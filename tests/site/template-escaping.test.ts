import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../helpers/project-root.ts';
import { templateText } from '../helpers/read-template.ts';

const pages = readdirSync(join(root, 'templates', 'information-release', 'site')).filter((name) =>
  name.endsWith('.hbs'),
);

test.each(pages)('%s escapes all text and quotes all attributes', (name) => {
  const text = templateText(`site/${name}`);
  expect(text).not.toMatch(/\{\{\{|\{\{\s*&/);
  expect(text).not.toMatch(/=\{\{/);
  const drawn = [...text.matchAll(/\{\{draw ([^}]+)\}\}/g)].map(([, what]) => what);
  expect(drawn.filter((what) => !what?.startsWith('chart.'))).toEqual([]);
});
