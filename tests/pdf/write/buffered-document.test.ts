import { expect, test } from '@jest/globals';
import { PdfDocument } from '../../../src/pdf/pdfmake/types.ts';
import { BufferedDocument } from '../../../src/pdf/write/buffered-document.ts';

/** Writes a document of many objects with bytes and non-ASCII text, and counts its chunks. */
async function write(Document: typeof PdfDocument): Promise<{ text: string; chunks: number }> {
  const options = { font: null, compress: false, info: { CreationDate: new Date(0) } };
  const document = new Document({}, {}, {}, {}, options, null, () => false);
  const chunks: Buffer[] = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on('end', resolve));
  for (let number = 0; number < 3000; number += 1) {
    const reference = document.ref({ Number: number, Name: new String(`é – ${number}`) });
    if (number % 50 === 0) reference.buffer.push(Buffer.from([0, 255, number % 256]));
    reference.end();
  }
  document.end();
  await ended;
  // The identifier depends on the time.
  const text = Buffer.concat(chunks).toString('latin1');
  return { text: text.replace(/\/ID \[.*\]/, ''), chunks: chunks.length };
}

test('writes the same bytes as pdfkit in fewer chunks', async () => {
  const [line, page] = [await write(PdfDocument), await write(BufferedDocument)];
  expect(page.text).toBe(line.text);
  expect(page.chunks).toBeLessThan(line.chunks / 10);
});

test('the cross-reference table has the offset of each object', async () => {
  const { text } = await write(BufferedDocument);
  const [, table = ''] = /xref\n0 \d+\n((?:\d{10} \d{5} [nf] \n)+)/.exec(text) ?? [];
  const offsets = table.split('\n').slice(1, -1);
  expect(offsets.length).toBeGreaterThan(3000);
  for (const [index, entry] of offsets.entries()) {
    const at = Number(entry.slice(0, 10));
    expect(text.slice(at, at + 20)).toMatch(new RegExp(`^${index + 1} 0 obj\\n`));
  }
});
