import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildFolder } from '../helpers/build-folder.ts';
import { differenceOf, drawPages } from '../helpers/draw-page.ts';
import { root } from '../helpers/project-root.ts';

// Compares pages of an issue with golden pictures. After an intended change of the layout, run
// UPDATE_PAGES=1 npm test -- page-images and review the changes in tests/golden.

const SCALE = 0.7;
/** Share of pixels that may differ, for another version of the rasterizer. */
const TOLERANCE = 0.005;

test('cover, masthead, a section’s pages and the back cover match their golden pictures', async () => {
  const { bytes, outcome } = await buildFolder(join(root, 'issues', '2025-01'));
  const last = outcome.report?.pages ?? 0;
  const numbers = [1, 2, 3, 4, last];
  const pages = drawPages(bytes, numbers, SCALE);
  const differences: Record<string, number> = {};
  for (const [index, page] of pages.entries()) {
    const name = `2025-01-page-${numbers[index]}.png`;
    const difference = await compare(page, join(root, 'tests', 'golden', name));
    if (difference > TOLERANCE) differences[name] = difference;
  }
  expect(differences).toEqual({});
});

async function compare(page: Buffer, golden: string): Promise<number> {
  if (process.env.UPDATE_PAGES) writeFileSync(golden, page);
  return differenceOf(page, readFileSync(golden));
}
