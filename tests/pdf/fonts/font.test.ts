import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { createBuildCache } from '../../../src/cache/build-cache.ts';
import { openCacheFiles } from '../../../src/cache/cache-files.ts';
import { createPersistentCache } from '../../../src/cache/persistent-cache.ts';
import { createFontRegistry } from '../../../src/pdf/fonts/font.ts';
import { PdfDocument } from '../../../src/pdf/pdfmake/types.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';
import { root } from '../../helpers/project-root.ts';

const file = readFileSync(
  join(root, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
);

const newDocument = () => new PdfDocument({}, {}, {}, {}, { font: null }, null, () => false);

test('a file is parsed once for all documents', () => {
  const registry = createFontRegistry(createBuildCache());
  const tinos = registry.open(file);
  expect(registry.open(file)).toBe(tinos);
  const fonts = [newDocument(), newDocument()].map((document) => tinos.embedIn(document, 'F1'));
  expect(fonts[0]?.font).toBe(fonts[1]?.font);
  expect(fonts[0]).not.toBe(fonts[1]);
});

test('a word is shaped once, however often it is measured and written', () => {
  const tinos = createFontRegistry(createBuildCache()).open(file);
  const fonts = [newDocument(), newDocument()].map((document) => tinos.embedIn(document, 'F1'));
  const layout = jest.spyOn(
    fonts[0]?.font as unknown as { layout(text: string): unknown },
    'layout',
  );
  for (const font of fonts) {
    tinos.widthOfString('Almaty', 14);
    tinos.widthOfString('Almaty', 10);
    font.encode('Almaty');
  }
  expect(layout).toHaveBeenCalledTimes(1);
});

test.each(['Almaty', 'AVATAR', 'office', 'Профилактика', 'e\u0301', 'Tajikistan’s', ''])(
  '%p is as wide as pdfkit says, and is written with the same glyphs',
  (text) => {
    const tinos = createFontRegistry(createBuildCache()).open(file);
    const { _font: own } = newDocument().font(file);
    expect(tinos.widthOfString(text, 14)).toBe(own.layout(text).advanceWidth * (14 / 1000));
    expect(tinos.embedIn(newDocument(), 'F1').encode(text)).toEqual(own.encode(text));
  },
);

test('each document embeds its own glyphs', () => {
  const tinos = createFontRegistry(createBuildCache()).open(file);
  const [first, second] = [newDocument(), newDocument()].map((document) =>
    tinos.embedIn(document, 'F1'),
  );
  first?.encode('abc');
  expect(second?.encode('c')[0]).toEqual(['0001']);
  expect(first?.encode('c')[0]).toEqual(['0003']);
});

test('another run shapes no text again, and writes the same glyphs', async () => {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  const texts = ['Almaty', 'AVATAR', 'office', 'Профилактика', 'e\u0301'];
  const setOnce = async () => {
    const buildCache = createBuildCache();
    const registry = createFontRegistry(buildCache);
    const persistentCache = createPersistentCache(buildCache, cacheFiles);
    await registry.load([file], cacheFiles, persistentCache);
    const tinos = registry.open(file);
    const font = tinos.embedIn(newDocument(), 'F1');
    const layout = jest.spyOn(font.font as unknown as { layout(text: string): unknown }, 'layout');
    const set = texts.map((text) => {
      const [codes, positions] = font.encode(text);
      const places = positions.map((p) => [p.xAdvance, p.advanceWidth, p.xOffset, p.yOffset]);
      return [tinos.widthOfString(text, 14), codes, places];
    });
    await registry.keep(cacheFiles);
    return { set, shaped: layout.mock.calls.length };
  };
  const first = await setOnce();
  expect(first.shaped).toBe(texts.length);
  expect(await setOnce()).toEqual({ set: first.set, shaped: 0 });
});

test('another run cuts no font again, and embeds the same bytes', async () => {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  const cutOnce = async () => {
    const buildCache = createBuildCache();
    const persistentCache = createPersistentCache(buildCache, cacheFiles);
    const registry = createFontRegistry(buildCache);
    await registry.load([file], cacheFiles, persistentCache);
    const font = registry.open(file).embedIn(newDocument(), 'F1');
    const tables = jest.spyOn(
      font.font as unknown as { getGlyph(id: number): unknown },
      'getGlyph',
    );
    font.encode('Almaty');
    tables.mockClear();
    const bytes = font.subset.encode();
    await registry.keep(cacheFiles);
    await persistentCache.keep();
    return { bytes: Buffer.from(bytes).toString('hex'), cut: tables.mock.calls.length > 0 };
  };
  const first = await cutOnce();
  expect(first.cut).toBe(true);
  // The version with which a TrueType file begins.
  expect(first.bytes).toMatch(/^00010000|^74727565/);
  expect(await cutOnce()).toEqual({ bytes: first.bytes, cut: false });
});
