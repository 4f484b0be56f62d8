import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  DocumentContext,
  LayoutBuilder,
  Line,
  offsetVector,
  PdfDocument,
  Renderer,
} from '../../src/pdf/pdfmake/types.ts';
import { root } from '../helpers/project-root.ts';

// The internals of pdfmake and pdfkit that src/pdf relies on. If a test fails after an update, read the
// changed file of the package first.

const packageOf = (name: string) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));

test('pdfmake and pdfkit have the versions that src/pdf was written for', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(dependencies.pdfmake).toBe('0.3.11');
  expect(packageOf('pdfmake').version).toBe('0.3.11');
  expect(packageOf('pdfkit').version).toMatch(/^0\.19\./);
});

test.each([
  [
    LayoutBuilder,
    [
      'layoutDocument',
      'processNode',
      'processVerticalContainer',
      'processLeaf',
      'processList',
      'processImage',
      'processSVG',
      'processCanvas',
    ],
  ],
  [DocumentContext, ['addPage', 'initializePage', 'moveToNextPage', 'moveDown']],
  [Renderer, ['renderPages', 'renderLine', 'renderImage', 'renderSVG']],
  [
    PdfDocument,
    [
      'provideFont',
      'provideImage',
      'addContent',
      'addNamedDestination',
      'link',
      'goTo',
      'ref',
      'end',
    ],
  ],
  [Line, ['getHeight', 'getAscenderHeight', 'addInline', 'clone']],
])('%p has the methods that src/pdf extends or calls', (base, methods) => {
  const prototype = base.prototype as unknown as Record<string, unknown>;
  for (const method of methods) expect(typeof prototype[method]).toBe('function');
});

test('a shape of each type is moved by its own coordinates', () => {
  const line = { type: 'line', x1: 1, y1: 2, x2: 3, y2: 4 };
  const polyline = { type: 'polyline', points: [{ x: 1, y: 2 }] };
  const others = ['rect', 'ellipse'].map((type) => ({ type, x: 1, y: 2 }));
  for (const shape of [line, polyline, ...others]) offsetVector(shape, 10, 20);
  expect(line).toEqual({ type: 'line', x1: 11, y1: 22, x2: 13, y2: 24 });
  expect(polyline.points).toEqual([{ x: 11, y: 22 }]);
  for (const shape of others) expect(shape).toMatchObject({ x: 11, y: 22 });
});

test('a font encodes text as a code and an advance for each glyph', () => {
  const bytes = readFileSync(
    join(root, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
  );
  const document = new PdfDocument({}, {}, {}, {}, { font: null }, null, () => false);
  const { _font: font } = document.font(bytes);
  const [codes, positions] = font.encode('ab');
  expect(codes).toHaveLength(2);
  expect(positions[0]).toEqual(
    expect.objectContaining({
      xAdvance: expect.any(Number),
      advanceWidth: expect.any(Number),
      xOffset: 0,
      yOffset: 0,
    }),
  );
  expect(font.layout('ab').advanceWidth).toBeCloseTo(
    (positions[0]?.xAdvance ?? 0) + (positions[1]?.xAdvance ?? 0),
    3,
  );
});
