import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';
import { root } from './project-root.ts';

/** Draws pages of a PDF (numbers from 1) as PNG with `scale` pixels per point. */
export function drawPages(bytes: Uint8Array, numbers: readonly number[], scale: number): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    const file = join(folder, 'issue.pdf');
    writeFileSync(file, bytes);
    const program = join(root, 'src', 'publishing', 'review', 'draw-pages.mjs');
    const words = [program, file, folder, String(scale), 'png', ...numbers.map(String)];
    execFileSync(process.execPath, words);
    return numbers.map((number) => readFileSync(join(folder, `${number}.png`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Share of the pixels in which two PNGs differ visibly, from 0 to 1; 1 if their sizes differ. */
export async function differenceOf(a: Buffer, b: Buffer): Promise<number> {
  const [first, second] = await Promise.all(
    [a, b].map((png) => sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })),
  );
  if (!first || !second) return 1;
  const { width, height } = first.info;
  if (second.info.width !== width || second.info.height !== height) return 1;
  const options = { threshold: 0.2 };
  return pixelmatch(first.data, second.data, undefined, width, height, options) / (width * height);
}
