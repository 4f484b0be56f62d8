import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fontkit from 'fontkit';
import { withSmallPostTable } from '../../../src/pdf/fonts/parsed-font.ts';
import type { EmbeddedFont } from '../../../src/pdf/pdfmake/fonts.ts';
import { root } from '../../helpers/project-root.ts';

const folder = join(root, 'node_modules', '@expo-google-fonts', 'tinos');

test.each([
  ['400Regular', 'Tinos_400Regular.ttf'],
  ['700Bold', 'Tinos_700Bold.ttf'],
  ['400Regular_Italic', 'Tinos_400Regular_Italic.ttf'],
])('%s says of itself what fontkit reads of it', (style, name) => {
  const file = readFileSync(join(folder, style, name));
  const font = fontkit.create(file) as unknown as EmbeddedFont['font'] & { post: object };
  const brief = withSmallPostTable(font, file);
  expect(font.post).toMatchObject(brief.post);
  expect(Object.keys(brief.post)).not.toContain('names');
});

test('a font without the table, or one that is cut short, stays as it is', () => {
  const file = readFileSync(join(folder, '400Regular', 'Tinos_400Regular.ttf'));
  const font = {} as EmbeddedFont['font'];
  const renamed = Buffer.from(file.toString('latin1').replace('post', 'none'), 'latin1');
  const record = file.indexOf('post');
  const past = Buffer.from(file);
  past.writeUInt32BE(file.length - 8, record + 8);
  for (const broken of [renamed, past, file.subarray(0, record + 6), file.subarray(0, 12)]) {
    expect(withSmallPostTable(font, broken)).toBe(font);
  }
});
