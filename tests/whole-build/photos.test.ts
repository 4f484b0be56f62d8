// Reads photos of every kind back from the finished PDF: draws its pages with pdf.js, and compares the
// colours of each picture's quarters with those of the photo in its intended orientation.
import { expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { drawPages } from '../helpers/draw-page.ts';
import { buildInMemory, renderIssue } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const WIDTH = 1200;
const HEIGHT = 800;
/** Colours of the quarters: top left, top right, bottom left, bottom right. */
const QUARTERS = ['#d02020', '#20a020', '#404090', '#d0d020'] as const;
/** Pixels per point. */
const SCALE = 1;
/** Accepted difference of a colour channel, from 0 to 255: JPEG and CMYK change colours slightly. */
const TOLERANCE = 40;

async function makeReference(): Promise<Buffer> {
  const quarter = (background: string) => ({
    create: { width: WIDTH / 2, height: HEIGHT / 2, channels: 3 as const, background },
  });
  const pieces = QUARTERS.map((color, index) => ({
    input: quarter(color),
    left: index % 2 === 0 ? 0 : WIDTH / 2,
    top: index < 2 ? 0 : HEIGHT / 2,
  }));
  const toolchainHash = { width: WIDTH, height: HEIGHT, channels: 3 as const, background: '#fff' };
  return sharp({ create: toolchainHash }).composite(pieces).png().toBuffer();
}

/** Transformations from the intended to the stored picture, by orientation. Source: EXIF 2.32, tag 0x0112. */
const STORED: Readonly<Record<number, readonly ((picture: Sharp) => Sharp)[]>> = {
  1: [],
  2: [(p) => p.flop()],
  3: [(p) => p.rotate(180)],
  4: [(p) => p.flip()],
  5: [(p) => p.rotate(90), (p) => p.flop()],
  6: [(p) => p.rotate(270)],
  7: [(p) => p.rotate(90), (p) => p.flip()],
  8: [(p) => p.rotate(90)],
};

async function makeTurned(reference: Buffer, orientation: number): Promise<Buffer> {
  let stored = reference;
  for (const turn of STORED[orientation] ?? []) {
    stored = await turn(sharp(stored)).png().toBuffer();
  }
  return sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
}

/** Creates photos of the same picture in all formats, by name. */
async function makePhotos(): Promise<Record<string, Buffer>> {
  const reference = await makeReference();
  const photos: Record<string, Buffer> = {};
  for (const orientation of Object.keys(STORED).map(Number)) {
    photos[`turned-${orientation}.jpg`] = await makeTurned(reference, orientation);
  }
  const encode = (work: (picture: Sharp) => Sharp) => work(sharp(reference)).toBuffer();
  const negative = await sharp(reference).negate().png().toBuffer();
  return {
    ...photos,
    'cmyk.jpg': await encode((p) => p.toColourspace('cmyk').jpeg({ quality: 95 })),
    'deep.png': await encode((p) => p.toColourspace('rgb16').png()),
    'deep.tiff': await encode((p) => p.toColourspace('rgb16').tiff({ compression: 'lzw' })),
    'interlaced.png': await encode((p) => p.png({ progressive: true })),
    'passes.jpg': await encode((p) => p.jpeg({ progressive: true, quality: 95 })),
    'moving.webp': await sharp([reference, negative], { join: { animated: true } })
      .webp({ quality: 95 })
      .toBuffer(),
    'photo.avif': await encode((p) => p.avif({ quality: 80 })),
    // The format is recognized by the first bytes, not by the name.
    'really-png.jpg': reference,
    'really-jpeg.tiff': await encode((p) => p.jpeg({ quality: 95 })),
  };
}

const toChannels = (color: string) =>
  [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));

test('every photo has its orientation, its full area and its colours on the page', async () => {
  const photos = await makePhotos();
  const names = Object.keys(photos);
  const articles = names.map((photo) => ({ title: `Photo ${photo}`, photo }));
  const { bytes, pdf } = await renderIssue(sampleIssue({ KZ: articles }), photos);
  const found: string[] = [];
  const wrong: string[] = [];
  for (const [index, page] of pdf.pages.entries()) {
    const titles = page.lines.filter(({ text }) => /^PHOTO /.test(text));
    if (titles.length === 0) continue;
    const [drawn] = drawPages(bytes ?? Buffer.alloc(0), [index + 1], SCALE);
    const { data, info } = await sharp(drawn).raw().toBuffer({ resolveWithObject: true });
    for (const title of titles) {
      const name = title.text.slice('PHOTO '.length).toLowerCase();
      found.push(name);
      // The picture below the title; a photo beside text is wider than 100 pt.
      const [picture] = page.pictures
        .filter(({ y, width }) => y > title.y - 1 && width > 100)
        .sort((a, b) => a.y - b.y);
      if (!picture) throw new Error(`No picture follows ${name}`);
      expect(picture.width / picture.height).toBeCloseTo(WIDTH / HEIGHT, 1);
      for (const [quarter, color] of QUARTERS.entries()) {
        const x = picture.x + picture.width * (quarter % 2 === 0 ? 0.25 : 0.75);
        const y = picture.y + picture.height * (quarter < 2 ? 0.25 : 0.75);
        const at = (Math.round(y * SCALE) * info.width + Math.round(x * SCALE)) * info.channels;
        const parts = [...data.subarray(at, at + 3)];
        const off = Math.max(
          ...toChannels(color).map((part, i) => Math.abs(part - (parts[i] ?? 999))),
        );
        if (off > TOLERANCE) wrong.push(`${name}: quarter ${quarter} is ${parts}, not ${color}`);
      }
    }
  }
  expect(found.sort()).toEqual(names.sort());
  expect(wrong).toEqual([]);
}, 120_000);

test.each([
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'is an SVG drawing'],
  ['drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'is an SVG drawing'],
  ['phone.heic', '\0\0\0\x18ftypheic\0\0\0\0', 'is a HEIC picture from an iPhone'],
  ['phone.jpg', '\0\0\0\x18ftypheic\0\0\0\0', 'is a HEIC picture from an iPhone'],
])('%s is refused on its line, with the format', async (photo, bytes, message) => {
  const yaml = sampleIssue({ KZ: [{ photo }] });
  const { file, problems } = await buildInMemory(yaml, { [photo]: Buffer.from(bytes, 'latin1') });
  expect(file).toBeUndefined();
  const line = yaml.split('\n').findIndex((text) => text.includes(photo)) + 1;
  expect(problems).toMatchObject([{ code: 'photo-format', range: { start: { line } } }]);
  expect(problems[0]?.message).toContain(message);
});
