// Draws pages of a PDF as PNG files: node draw-pages.mjs PDF FOLDER SCALE PAGE...
// A program of its own: pdf.js and its canvas must be loaded once, which jest's modules are not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file, folder, scale, ...numbers] = process.argv.slice(2);
const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 })
  .promise;
for (const number of numbers) {
  const page = await document.getPage(Number(number));
  const viewport = page.getViewport({ scale: Number(scale) });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas, viewport }).promise;
  writeFileSync(join(folder, `${number}.png`), canvas.toBuffer('image/png'));
}
