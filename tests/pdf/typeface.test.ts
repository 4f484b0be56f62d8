import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { createKeptShelves } from '../../src/memory/kept-shelves.ts';
import { createMemory } from '../../src/memory/memory.ts';
import { createStore } from '../../src/memory/store.ts';
import { PdfDocument } from '../../src/pdf/pdfmake.ts';
import { createTypeCase } from '../../src/pdf/typeface.ts';
import { createMemoryWorld } from '../helpers/memory-world.ts';
import { root } from '../helpers/project-root.ts';

const file = readFileSync(
  join(root, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
);

const newDocument = () => new PdfDocument({}, {}, {}, {}, { font: null }, null, () => false);

test('a file is parsed once for all documents', () => {
  const typeCase = createTypeCase(createMemory());
  const typeface = typeCase.open(file);
  expect(typeCase.open(file)).toBe(typeface);
  const fonts = [newDocument(), newDocument()].map((document) => typeface.embedIn(document, 'F1'));
  expect(fonts[0]?.font).toBe(fonts[1]?.font);
  expect(fonts[0]).not.toBe(fonts[1]);
});

test('a word is shaped once, however often it is measured and written', () => {
  const typeface = createTypeCase(createMemory()).open(file);
  const fonts = [newDocument(), newDocument()].map((document) => typeface.embedIn(document, 'F1'));
  const layout = jest.spyOn(
    fonts[0]?.font as unknown as { layout(text: string): unknown },
    'layout',
  );
  for (const font of fonts) {
    typeface.widthOfString('Almaty', 14);
    typeface.widthOfString('Almaty', 10);
    font.encode('Almaty');
  }
  expect(layout).toHaveBeenCalledTimes(1);
});

test.each(['Almaty', 'AVATAR', 'office', 'Профилактика', 'e\u0301', 'Tajikistan’s', ''])(
  '%p is as wide as pdfkit says, and is written with the same glyphs',
  (text) => {
    const typeface = createTypeCase(createMemory()).open(file);
    const { _font: own } = newDocument().font(file);
    expect(typeface.widthOfString(text, 14)).toBe(own.layout(text).advanceWidth * (14 / 1000));
    expect(typeface.embedIn(newDocument(), 'F1').encode(text)).toEqual(own.encode(text));
  },
);

test('each document embeds its own glyphs', () => {
  const typeface = createTypeCase(createMemory()).open(file);
  const [first, second] = [newDocument(), newDocument()].map((document) =>
    typeface.embedIn(document, 'F1'),
  );
  first?.encode('abc');
  expect(second?.encode('c')[0]).toEqual(['0001']);
  expect(first?.encode('c')[0]).toEqual(['0003']);
});

test('another run shapes no text again, and writes the same glyphs', async () => {
  const store = createStore('/cache', createMemoryWorld({}, { program: 'first' }));
  const texts = ['Almaty', 'AVATAR', 'office', 'Профилактика', 'e\u0301'];
  const setOnce = async () => {
    const memory = createMemory();
    const typeCase = createTypeCase(memory);
    const shelves = createKeptShelves(memory, store);
    await typeCase.recall([file], store, shelves);
    const typeface = typeCase.open(file);
    const font = typeface.embedIn(newDocument(), 'F1');
    const layout = jest.spyOn(font.font as unknown as { layout(text: string): unknown }, 'layout');
    const set = texts.map((text) => {
      const [codes, positions] = font.encode(text);
      const places = positions.map((p) => [p.xAdvance, p.advanceWidth, p.xOffset, p.yOffset]);
      return [typeface.widthOfString(text, 14), codes, places];
    });
    await typeCase.keep(store);
    return { set, shaped: layout.mock.calls.length };
  };
  const first = await setOnce();
  expect(first.shaped).toBe(texts.length);
  expect(await setOnce()).toEqual({ set: first.set, shaped: 0 });
});

test('another run cuts no font again, and embeds the same bytes', async () => {
  const store = createStore('/cache', createMemoryWorld({}, { program: 'first' }));
  const cutOnce = async () => {
    const memory = createMemory();
    const shelves = createKeptShelves(memory, store);
    const typeCase = createTypeCase(memory);
    await typeCase.recall([file], store, shelves);
    const font = typeCase.open(file).embedIn(newDocument(), 'F1');
    const tables = jest.spyOn(
      font.font as unknown as { getGlyph(id: number): unknown },
      'getGlyph',
    );
    font.encode('Almaty');
    tables.mockClear();
    const bytes = font.subset.encode();
    await typeCase.keep(store);
    await shelves.keep();
    return { bytes: Buffer.from(bytes).toString('hex'), cut: tables.mock.calls.length > 0 };
  };
  const first = await cutOnce();
  expect(first.cut).toBe(true);
  // The version with which a TrueType file begins.
  expect(first.bytes).toMatch(/^00010000|^74727565/);
  expect(await cutOnce()).toEqual({ bytes: first.bytes, cut: false });
});
