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

test('parses a file once for all documents', () => {
  const registry = createFontRegistry(createBuildCache());
  const tinos = registry.open(file);
  expect(registry.open(file)).toBe(tinos);
  const fonts = [newDocument(), newDocument()].map((document) => tinos.embedIn(document, 'F1'));
  expect(fonts[0]?.font).toBe(fonts[1]?.font);
  expect(fonts[0]).not.toBe(fonts[1]);
});

test('shapes a word once, however often it is measured and drawn', () => {
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
  '%p has the same width and glyphs as with pdfkit alone',
  (text) => {
    const tinos = createFontRegistry(createBuildCache()).open(file);
    const { _font: reference } = newDocument().font(file);
    expect(tinos.widthOfString(text, 14)).toBe(reference.layout(text).advanceWidth * (14 / 1000));
    expect(tinos.embedIn(newDocument(), 'F1').encode(text)).toEqual(reference.encode(text));
  },
);

test('each document embeds the glyphs that it uses', () => {
  const tinos = createFontRegistry(createBuildCache()).open(file);
  const [first, second] = [newDocument(), newDocument()].map((document) =>
    tinos.embedIn(document, 'F1'),
  );
  first?.encode('abc');
  expect(second?.encode('c')[0]).toEqual(['0001']);
  expect(first?.encode('c')[0]).toEqual(['0003']);
});

test('a later run reuses shaped texts and encodes the same glyphs', async () => {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  const texts = ['Almaty', 'AVATAR', 'office', 'Профилактика', 'e\u0301'];
  const shapeInNewRun = async () => {
    const buildCache = createBuildCache();
    const registry = createFontRegistry(buildCache);
    const persistentCache = createPersistentCache(buildCache, cacheFiles);
    await registry.load([file], cacheFiles, persistentCache);
    const tinos = registry.open(file);
    const font = tinos.embedIn(newDocument(), 'F1');
    const layout = jest.spyOn(font.font as unknown as { layout(text: string): unknown }, 'layout');
    const results = texts.map((text) => {
      const [codes, positions] = font.encode(text);
      const offsets = positions.map((p) => [p.xAdvance, p.advanceWidth, p.xOffset, p.yOffset]);
      return [tinos.widthOfString(text, 14), codes, offsets];
    });
    await registry.save(cacheFiles);
    return { results, shaped: layout.mock.calls.length };
  };
  const first = await shapeInNewRun();
  expect(first.shaped).toBe(texts.length);
  expect(await shapeInNewRun()).toEqual({ results: first.results, shaped: 0 });
});

test('a later run reuses subsets and embeds the same bytes', async () => {
  const cacheFiles = openCacheFiles('/cache', createMemoryHost({}, { program: 'first' }));
  const subsetInNewRun = async () => {
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
    await registry.save(cacheFiles);
    await persistentCache.save();
    return { bytes: Buffer.from(bytes).toString('hex'), usedFontkit: tables.mock.calls.length > 0 };
  };
  const first = await subsetInNewRun();
  expect(first.usedFontkit).toBe(true);
  // The version at the beginning of a TrueType file.
  expect(first.bytes).toMatch(/^00010000|^74727565/);
  expect(await subsetInNewRun()).toEqual({ bytes: first.bytes, usedFontkit: false });
});
