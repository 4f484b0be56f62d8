import { join } from 'node:path';
import type { Host } from '../../host/host.ts';
import { assertWritable } from '../../output/assert-writable.ts';
import { WriteFailure } from '../../output/write-together.ts';

/** Pixels to a point: the pages are shown at the size of paper on a usual screen. */
const SCALE = 1.25;

/** A page as it looks. */
export interface DrawnPage {
  /** The sheet, from 1. */
  readonly number: number;
  /** The number printed on it. */
  readonly label: string;
  /** Path of its picture, a WebP. */
  readonly file: string;
  /** Over its pixels: pages with the same one look the same. */
  readonly sha256: string;
}

/**
 * Draws every page of a PDF into a folder.
 * @throws WriteFailure when a page cannot be drawn
 */
export async function drawIssue(
  pdf: string,
  folder: string,
  root: string,
  host: Host,
): Promise<DrawnPage[]> {
  await assertWritable(folder, host, 'fixed');
  const program = join(root, 'src', 'publishing', 'review', 'draw-pages.mjs');
  const result = await host.run('node', [program, pdf, folder, String(SCALE), 'webp']);
  if (result?.code !== 0) {
    const reason = result?.printed.trim() ?? 'node is not there';
    throw new WriteFailure(`The pages of ${pdf} could not be drawn: ${reason}`);
  }
  return JSON.parse(result.output);
}
