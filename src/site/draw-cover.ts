import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import {
  type EncodedPicture,
  makeCoverPicture,
  type WebPictureSize,
} from '../images/web-picture.ts';
import { WriteFailure } from '../output/write-together.ts';

/** Pixels per point at which the page is drawn, before it is scaled down. */
const SCALE = 2;

/**
 * Draws the first page of a PDF as a picture; `folder` is for temporary files.
 * @throws WriteFailure when it cannot be drawn on this machine
 */
export async function drawCover(
  pdf: string,
  folder: string,
  size: WebPictureSize,
  { root, host }: { readonly root: string; readonly host: Host },
): Promise<EncodedPicture> {
  const program = join(root, 'src', 'publishing', 'review', 'draw-pages.mjs');
  const args = [program, pdf, folder, String(SCALE), 'png', '1'];
  const result = await host.run(process.execPath, args);
  if (result?.code !== 0) {
    const reason = result?.printed.trim() ?? 'Node.js was not found';
    throw new WriteFailure(`The cover of ${pdf} could not be drawn: ${reason}`);
  }
  const drawing = join(folder, '1.png');
  const picture = await makeCoverPicture(await host.readFile(drawing), size);
  await host.remove(drawing);
  return picture;
}
