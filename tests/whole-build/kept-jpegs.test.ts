// JPEGs of every coding, kept or encoded again, are shown correctly by the engines of common PDF viewers,
// which have different decoders.
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { beforeAll, expect, test } from '@jest/globals';
import mupdf from 'mupdf';
import sharp from 'sharp';
import { drawPages } from '../helpers/draw-page.ts';
import { type BuiltIssue, renderIssue } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';
import { BLUE, halvesOf, makeSquare, RED, readOddJpeg } from '../helpers/two-colors.ts';

const KEPT = ['progressive', 'restarts', 'scan-for-each-colour'];
const ENCODED = ['arithmetic', 'rgb', 'extended'];
/** Accepted difference of a colour channel, from 0 to 255. */
const TOLERANCE = 20;

let issue: BuiltIssue & { bytes: Buffer };
/** Expected colours of the upper and lower half of each photo, in page order. */
let wanted: [name: string, halves: readonly (readonly number[])[]][];

beforeAll(async () => {
  const grey = makeSquare().toColourspace('b-w');
  const greys = await grey.clone().jpeg({ progressive: true }).toBuffer();
  const odd = [...KEPT, ...ENCODED].map((name) => [`${name}.jpg`, readOddJpeg(name)] as const);
  const photos = { ...Object.fromEntries(odd), 'grey.jpg': greys };
  wanted = [
    ...odd.map(([name]): [string, readonly (readonly number[])[]] => [name, [RED, BLUE]]),
    ['grey.jpg', await halvesOf(greys)],
  ];
  const articles = wanted.map(([photo]) => ({ title: photo, photo, body: 'Words. '.repeat(150) }));
  const rendered = await renderIssue(sampleIssue({ KZ: articles }), photos);
  issue = { ...rendered, bytes: rendered.bytes ?? Buffer.alloc(0) };
});

test('JPEGs of supported codings are kept, others are encoded again', () => {
  for (const name of KEPT) expect(issue.bytes.includes(readOddJpeg(name))).toBe(true);
  for (const name of ENCODED) {
    expect(issue.bytes.includes(readOddJpeg(name).subarray(-20))).toBe(false);
  }
});

/** Pixels of a page in RGB or RGBA, one pixel per point. */
type Drawing = Promise<{ data: Uint8Array | Uint8ClampedArray; width: number; channels: number }>;

const ENGINES: [name: string, draw: (bytes: Buffer, page: number) => Drawing][] = [
  [
    'pdf.js',
    async (bytes, page) => {
      const [png] = drawPages(bytes, [page], 1);
      const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
      return { data, ...info };
    },
  ],
  [
    'mupdf',
    async (bytes, page) => {
      const document = mupdf.Document.openDocument(bytes, 'application/pdf');
      const pixels = document
        .loadPage(page - 1)
        .toPixmap(mupdf.Matrix.scale(1, 1), mupdf.ColorSpace.DeviceRGB, false);
      return { data: pixels.getPixels(), width: pixels.getWidth(), channels: 3 };
    },
  ],
  [
    'PDFium',
    async (bytes, page) => {
      const library = await PDFiumLibrary.init();
      try {
        const document = await library.loadDocument(bytes);
        const { data, width } = await document.getPage(page - 1).render({ scale: 1 });
        document.destroy();
        return { data, width, channels: 4 };
      } finally {
        library.destroy();
      }
    },
  ],
];

test.each(ENGINES)('%s shows all of them', async (_, draw) => {
  const shown: number[][][] = [];
  for (const [index, { pictures }] of issue.pdf.pages.entries()) {
    const squares = pictures
      .filter(({ width, height }) => width > 150 && Math.abs(width - height) < 1)
      .sort((a, b) => a.y - b.y);
    if (squares.length === 0) continue;
    const { data, width: ofRow, channels } = await draw(issue.bytes, index + 1);
    for (const { x, y, width, height } of squares) {
      const colors = [0.25, 0.75].map((part) => {
        const row = Math.round(y + height * part);
        const at = (row * ofRow + Math.round(x + width / 2)) * channels;
        return [...data.subarray(at, at + 3)];
      });
      shown.push(colors);
    }
  }
  const isNear = (color: readonly number[] = [], other: readonly number[] = []) =>
    color.every((part, index) => Math.abs(part - (other[index] ?? 999)) <= TOLERANCE);
  const verdicts = wanted.map(([name, [upper, lower]], index) => {
    const [above, below] = shown[index] ?? [];
    const isShown = above && below && isNear(above, upper) && isNear(below, lower);
    return [name, isShown ? 'shown' : `${above} over ${below}`];
  });
  expect(verdicts).toEqual(wanted.map(([name]) => [name, 'shown']));
});
