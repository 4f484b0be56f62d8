// Draws pages of a PDF: node draw-pages.mjs PDF FOLDER SCALE png|webp [PAGE...]; all pages by default.
// Prints a JSON array with each page's number, label, file, and SHA-256 of its pixels.
// Runs as a separate process because it needs packages that the bulletin program does not load.
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [path, folder, scale, format, ...named] = process.argv.slice(2);
const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  .promise;
const labels = (await document.getPageLabels()) ?? [];
const all = Array.from({ length: document.numPages }, (_, index) => index + 1);
const pages = [];
for (const number of named.length > 0 ? named.map(Number) : all) {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: Number(scale) });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const file = join(folder, `${number}.${format}`);
  // A link is replaced, not followed. Writing to a pipe would block.
  const existing = lstatSync(file, { throwIfNoEntry: false });
  if (existing && !existing.isFile() && !existing.isSymbolicLink()) {
    console.error(`${file} is not a file. Move it away: a picture is written to this path.`);
    process.exit(1);
  }
  rmSync(file, { force: true });
  writeFileSync(file, canvas.toBuffer(`image/${format}`));
  const sha256 = createHash('sha256').update(canvas.data()).digest('hex');
  pages.push({ number, label: labels[number - 1] ?? '', file, sha256 });
}
console.log(JSON.stringify(pages));
