import { beforeAll, describe, expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { createBuildCache } from '../../../src/cache/build-cache.ts';
import { createPictureCache } from '../../../src/images/picture-cache.ts';
import { createPhotoReader } from '../../../src/images/read-photo.ts';
import { listPhotos } from '../../../src/publications/information-release/information-release.ts';
import { preparePhotos } from '../../../src/publications/shared/photos.ts';
import { locateFindings } from '../../../src/source/finding.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { makeTiff } from '../../helpers/make-tiff.ts';
import { createMemoryHost } from '../../helpers/memory-host.ts';
import { readIssue, summariesOf } from '../../helpers/read-issue.ts';
import { theme } from '../../helpers/read-template.ts';
import { makePhoto } from '../../helpers/render-issue.ts';

const FOLDER = '/desk/2024-19';

function issueWith(...photos: string[]): string {
  const articles = photos.map(
    (photo, index) => `      - title: Event ${index}
        source: https://example.org/${index}
        photo: ${photo}
        body: A paragraph.
`,
  );
  return `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
sections:
  - country: KZ
    topics: [lessons]
    articles:
${articles.join('')}`;
}

async function prepare(yaml: string, files: Readonly<Record<string, Buffer>>) {
  const inFolder = Object.entries(files).map(([name, bytes]) => [`${FOLDER}/${name}`, bytes]);
  const host = createMemoryHost(Object.fromEntries(inFolder));
  const { document } = readYaml(yaml, `${FOLDER}/issue.yaml`);
  const cache = createPictureCache('/desk/cache', host);
  const { pictures, findings } = await preparePhotos(listPhotos(readIssue(yaml), theme), {
    folder: FOLDER,
    theme: theme.photo,
    readPhoto: createPhotoReader(cache, host, createBuildCache()),
    concurrency: 2,
  });
  return { pictures, problems: locateFindings(findings, document, { isValidAt: () => true }) };
}

let large: Buffer;
beforeAll(async () => {
  large = await makePhoto(2400, 1600);
});

test('a valid photo has no problems and is reduced to the resolution of its printed size', async () => {
  const { pictures, problems } = await prepare(issueWith('{ file: a.jpg, alt: A hall }'), {
    'a.jpg': large,
  });
  expect(problems).toEqual([]);
  // 7 cm at 220 dpi.
  expect(pictures.get('photo-1')).toMatchObject({ width: 607, originalWidth: 2400 });
});

test('a photo that is printed in two sizes is prepared twice', async () => {
  const yaml = issueWith('{ file: a.jpg, alt: A }', '{ file: a.jpg, alt: A, side: full }');
  const { pictures } = await prepare(yaml, { 'a.jpg': large });
  // 17 cm at 220 dpi.
  expect([...pictures.values()].map(({ width }) => width).sort((a, b) => a - b)).toEqual([
    607, 1473,
  ]);
});

test('a tall photo is reduced to the maximum height', async () => {
  const { pictures } = await prepare(issueWith('{ file: a.jpg, alt: A }'), {
    'a.jpg': await makePhoto(1500, 6000),
  });
  // 9 cm at 220 dpi.
  expect(pictures.get('photo-1')).toMatchObject({ width: 195, height: 780 });
});

const FIRST = '{ file: first.jpg, alt: A hall }';

test('further photos are prepared for the height of a row, or for the width of the text', async () => {
  const { pictures, problems } = await prepare(
    issueWith(`[${FIRST}, { file: a.jpg, alt: A }, { file: b.jpg, alt: B, side: full }]`),
    { 'first.jpg': large, 'a.jpg': large, 'b.jpg': large },
  );
  expect(problems).toEqual([]);
  // 7 cm wide, 6 cm high and 17 cm wide at 220 dpi.
  expect([...pictures].map(([name, { width, height }]) => [name, width, height])).toEqual([
    ['photo-1', 607, 405],
    ['photo-2', 780, 520],
    ['photo-3', 1473, 982],
  ]);
});

describe('problems of a photo are reported at its line', () => {
  test.each<[string, string, Record<string, () => Promise<Buffer>>, string[]]>([
    [
      'missing',
      '{ file: photos/hal.jpg, alt: A }',
      { 'photos/hall.jpg': () => makePhoto() },
      [
        'photo-missing 9:24 the photo `photos/hal.jpg` was not found: did you mean `photos/hall.jpg`?',
      ],
    ],
    [
      'outside',
      '{ file: ../hall.jpg, alt: A }',
      {},
      ['photo-outside 9:24 the photo `../hall.jpg` is not inside the issue’s folder'],
    ],
    [
      'not a picture',
      '{ file: a.jpg, alt: A }',
      { 'a.jpg': async () => Buffer.from('%PDF-1.7') },
      ['photo-format 9:24 `a.jpg` is a PDF; a photo must be JPEG, PNG, WebP, AVIF or TIFF'],
    ],
    [
      'broken',
      '{ file: a.jpg, alt: A }',
      { 'a.jpg': async () => (await makePhoto()).subarray(0, 900) },
      ['photo-broken 9:24 the photo `a.jpg` is broken: the file ends before the picture does'],
    ],
    [
      'a variant that cannot be printed',
      '{ file: a.jpg, alt: A }',
      { 'a.jpg': async () => makeTiff({ 259: [6], 262: [6] }, [Buffer.alloc(9)]) },
      [
        'photo-format 9:24 `a.jpg` is a TIFF with old-style JPEG compression, which cannot be printed',
      ],
    ],
    [
      'without alt text',
      'a.jpg',
      { 'a.jpg': () => makePhoto() },
      [
        'photo-no-alt 9:16 the photo `a.jpg` has no `alt`, so the article’s title is read aloud instead',
      ],
    ],
    [
      'too small',
      '{ file: a.jpg, alt: A }',
      { 'a.jpg': () => makePhoto(300, 200) },
      [
        'photo-small 9:24 the photo `a.jpg` is small: 300×200 pixels are printed at 108 dpi and look coarse',
      ],
    ],
    [
      'missing in a list',
      `[${FIRST}, { file: hal.jpg, alt: A }]`,
      { 'first.jpg': () => makePhoto() },
      ['photo-missing 9:59 the photo `hal.jpg` was not found'],
    ],
    [
      'without alt text in a list',
      `[${FIRST}, a.jpg]`,
      { 'first.jpg': () => makePhoto(), 'a.jpg': () => makePhoto() },
      [
        'photo-no-alt 9:51 the photo `a.jpg` has no `alt`, so the article’s title is read aloud instead',
      ],
    ],
    [
      'with few pixels in a list, which is printed small and not coarse',
      `[${FIRST}, { file: a.jpg, alt: A }, { file: b.jpg, alt: A }]`,
      {
        'first.jpg': () => makePhoto(),
        'a.jpg': () => makePhoto(300, 200),
        'b.jpg': () => makePhoto(100, 110),
      },
      [
        'photo-small 9:84 the photo `b.jpg` has only 100×110 pixels, so it is printed only 16.9 mm wide',
      ],
    ],
  ])('%s', async (_, photo, files, expected) => {
    const made = Object.entries(files).map(async ([name, make]) => [name, await make()] as const);
    const { problems } = await prepare(
      issueWith(photo),
      Object.fromEntries(await Promise.all(made)),
    );
    expect(summariesOf(problems)).toEqual(expected);
  });

  test.each<[string, number, number, string, string[]]>([
    [
      'a panorama',
      6000,
      300,
      '{ file: a.jpg, alt: A }',
      [
        'the photo `a.jpg` is 20 times as wide as it is high, so it is printed only 3.5 mm high',
        'Write `side: full` to print it 8.5 mm high, or crop the photo.',
      ],
    ],
    [
      'a panorama across the page',
      6000,
      300,
      '{ file: a.jpg, alt: A, side: full }',
      [
        'the photo `a.jpg` is 20 times as wide as it is high, so it is printed only 8.5 mm high',
        'Crop the photo.',
      ],
    ],
    [
      'a pole',
      300,
      6000,
      '{ file: a.jpg, alt: A }',
      [
        'the photo `a.jpg` is 20 times as high as it is wide, so it is printed only 4.5 mm wide',
        'Write `side: full` to print it 6 mm wide, or crop the photo.',
      ],
    ],
    ['a wide picture', 1500, 440, '{ file: a.jpg, alt: A }', []],
    [
      'a picture that is a little too wide',
      1500,
      420,
      '{ file: a.jpg, alt: A }',
      [
        'the photo `a.jpg` is 3.5 times as wide as it is high, so it is printed only 19.6 mm high',
        'Write `side: full` to print it 47.6 mm high, or crop the photo.',
      ],
    ],
  ])('%s', async (_, width, height, photo, expected) => {
    const { problems, pictures } = await prepare(issueWith(photo), {
      'a.jpg': await makePhoto(width, height),
    });
    const thin = problems.filter(({ code }) => code === 'photo-thin');
    expect(thin.flatMap(({ message, hints }) => [message, ...hints])).toEqual(expected);
    expect(thin.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(pictures.size).toBe(1);
  });

  test('only a low resolution and a missing alt text do not stop the build', async () => {
    const { problems, pictures } = await prepare(issueWith('a.jpg'), {
      'a.jpg': await makePhoto(300, 200),
    });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['photo-no-alt', 'warning'],
      ['photo-small', 'warning'],
    ]);
    expect(pictures.has('photo-1')).toBe(true);
  });

  test('the full width of the text needs more pixels than a column', async () => {
    const files = { 'a.jpg': await makePhoto(600, 400) };
    const column = await prepare(issueWith('{ file: a.jpg, alt: A }'), files);
    expect(column.problems).toEqual([]);
    const full = await prepare(issueWith('{ file: a.jpg, alt: A, side: full }'), files);
    expect(full.problems.map(({ code }) => code)).toEqual(['photo-small']);
  });

  test('a problem of one photo does not hide problems of others', async () => {
    const { problems } = await prepare(
      issueWith('{ file: none.jpg, alt: A }', '{ file: b.jpg, alt: A }', '{ file: c.jpg, alt: A }'),
      { 'b.jpg': Buffer.from('GIF89a'), 'c.jpg': await makePhoto() },
    );
    expect(problems.map(({ code, range }) => [code, range?.start.line]).sort()).toEqual([
      ['photo-format', 13],
      ['photo-missing', 9],
    ]);
  });
});

test('the resolution of a rotated photo is computed after rotation', async () => {
  const turned = await sharp(await makePhoto(400, 600))
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { problems, pictures } = await prepare(issueWith('{ file: a.jpg, alt: A }'), {
    'a.jpg': turned,
  });
  expect(problems).toEqual([]);
  expect(pictures.get('photo-1')).toMatchObject({ originalWidth: 600, originalHeight: 400 });
});

describe('pictures that look the same', () => {
  /** A picture of stripes, as a JPEG unless changed. */
  const striped = (turn: number, change: (picture: Sharp) => Sharp = (one) => one) => {
    const pixels = Buffer.alloc(900 * 600 * 3);
    for (let at = 0; at < 900 * 600; at += 1) {
      const [x, y] = [at % 900, Math.floor(at / 900)];
      pixels[at * 3] = (x + turn) % 256;
      pixels[at * 3 + 1] = (x * turn + y * 2) % 256;
      pixels[at * 3 + 2] = (y + turn * 3) % 256;
    }
    const picture = sharp(pixels, { raw: { width: 900, height: 600, channels: 3 } });
    return change(picture.blur(40)).jpeg({ quality: 90 }).toBuffer();
  };
  const same = (one: string, other: string) => [
    `the photo \`${other}\` is the same picture as \`${one}\``,
  ];
  const messagesOf = async (files: Readonly<Record<string, Buffer>>) => {
    const names = Object.keys(files).map((name) => `{ file: ${name}, alt: A }`);
    const { problems } = await prepare(issueWith(...names), files);
    return problems.map(({ message }) => message);
  };

  test('are reported under another name, size and quality', async () => {
    const first = await striped(1);
    expect(await messagesOf({ 'a.jpg': first, 'b.jpg': first })).toEqual(same('a.jpg', 'b.jpg'));
    const copy = await sharp(first).resize(1200).jpeg({ quality: 60 }).toBuffer();
    expect(await messagesOf({ 'a.jpg': first, 'b.jpg': copy })).toEqual(same('a.jpg', 'b.jpg'));
  });

  test('are not other pictures, other proportions and plain areas', async () => {
    const [first, other] = [await striped(1), await striped(5)];
    const wide = await striped(1, (picture) => picture.resize(900, 500, { fit: 'fill' }));
    expect(await messagesOf({ 'a.jpg': first, 'b.jpg': other, 'c.jpg': wide })).toEqual([]);
    expect(await messagesOf({ 'a.jpg': large, 'b.jpg': large })).toEqual([]);
  });

  test('are found again from the cache', async () => {
    const first = await striped(1);
    const host = createMemoryHost({ [`${FOLDER}/a.jpg`]: first, [`${FOLDER}/b.jpg`]: first });
    const yaml = issueWith('{ file: a.jpg, alt: A }', '{ file: b.jpg, alt: B }');
    for (let run = 0; run < 2; run += 1) {
      const { findings } = await preparePhotos(listPhotos(readIssue(yaml), theme), {
        folder: FOLDER,
        theme: theme.photo,
        readPhoto: createPhotoReader(
          createPictureCache('/desk/cache', host),
          host,
          createBuildCache(),
        ),
        concurrency: 2,
      });
      expect(findings.map(({ code }) => code)).toEqual(['photo-same']);
    }
  });
});
