import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fontkit from 'fontkit';
import { withShortPostTable } from '../../../src/pdf/fonts/parsed-font.ts';
import type { EmbeddedFont } from '../../../src/pdf/pdfmake/fonts.ts';
import { root } from '../../helpers/project-root.ts';

const folder = join(root, 'node_modules', '@expo-google-fonts', 'tinos');

test.each([
  ['400Regular', 'Tinos_400Regular.ttf'],
  ['700Bold', 'Tinos_700Bold.ttf'],
  ['400Regular_Italic', 'Tinos_400Regular_Italic.ttf'],
])('the entries read from %s equal those of fontkit', (style, name) => {
  const file = readFileSync(join(folder, style, name));
  const font = fontkit.create(file) as unknown as EmbeddedFont['font'] & { post: object };
  const short = withShortPostTable(font, file);
  expect(font.post).toMatchObject(short.post);
  expect(Object.keys(short.post)).not.toContain('names');
});

test('returns a font unchanged if the table is missing or cut off', () => {
  const file = readFileSync(join(folder, '400Regular', 'Tinos_400Regular.ttf'));
  const font = {} as EmbeddedFont['font'];
  const renamed = Buffer.from(file.toString('latin1').replace('post', 'none'), 'latin1');
  const record = file.indexOf('post');
  const cutOff = Buffer.from(file);
  cutOff.writeUInt32BE(file.length - 8, record + 8);
  for (const broken of [renamed, cutOff, file.subarray(0, record + 6), file.subarray(0, 12)]) {
    expect(withShortPostTable(font, broken)).toBe(font);
  }
});
