import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fontkit from 'fontkit';
import type { EmbeddedFont } from '../../src/pdf/embedded-font.ts';
import { withBriefPost } from '../../src/pdf/post-table.ts';
import { root } from '../helpers/project-root.ts';

const folder = join(root, 'node_modules', '@expo-google-fonts', 'tinos');

test.each([
  ['400Regular', 'Tinos_400Regular.ttf'],
  ['700Bold', 'Tinos_700Bold.ttf'],
  ['400Regular_Italic', 'Tinos_400Regular_Italic.ttf'],
])('%s says of itself what fontkit reads of it', (style, name) => {
  const file = readFileSync(join(folder, style, name));
  const font = fontkit.create(file) as unknown as EmbeddedFont['font'] & { post: object };
  const brief = withBriefPost(font, file);
  expect(font.post).toMatchObject(brief.post);
  expect(Object.keys(brief.post)).not.toContain('names');
});
