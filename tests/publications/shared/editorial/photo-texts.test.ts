import { describe, expect, test } from '@jest/globals';
import {
  findScreenshots,
  findTurnedPictures,
  findUnusedPictures,
} from '../../../../src/publications/shared/pictures.ts';
import { marked, review } from '../../../helpers/review-issue.ts';

/** Codes and marked texts of the problems of an article with a photo. */
function found(photo: Readonly<Record<string, string>>, language = 'en'): string[] {
  const keys = Object.entries(photo).map(
    ([key, text]) => `          ${key}: ${JSON.stringify(text)}`,
  );
  const yaml = `number: 19
period: { from: 2024-11-16, to: 2024-11-30 }
language: ${language}
sections:
  - country: KZ
    topics: [${language === 'ru' ? 'о беседах' : 'lessons'}]
    articles:
      - title: ${language === 'ru' ? 'Полиция встретилась со школьниками' : 'Police meet pupils in Almaty'}
        source: https://polisia.kz/ru/1
        photo:
          file: photos/a.jpg
${keys.join('\n')}
        body: ${language === 'ru' ? 'Встреча прошла.' : 'They met.'}
`;
  return marked(yaml, review(yaml));
}

const codesOf = (photo: Readonly<Record<string, string>>, language?: string) =>
  found(photo, language).map((mark) => mark.split(':')[0]);

describe('a description', () => {
  test.each([
    ['DSC_0412.JPG', 'alt-file-name'],
    ['IMG_20241120_101530', 'alt-file-name'],
    ['WhatsApp Image 2025-01-09 at 14.22.31', 'alt-file-name'],
    ['photos/hall.jpg', 'alt-file-name'],
    ['photo_2024-11-20_10-15-30', 'alt-file-name'],
    ['0a1b2c3d-1111-2222-3333-444455556666', 'alt-file-name'],
    ['Screenshot 2024-11-20 at 10.15', 'alt-file-name'],
    ['photo', 'alt-empty'],
    ['Image 1', 'alt-empty'],
    ['...', 'alt-empty'],
    ['Photo of pupils in a hall', 'alt-picture'],
    ['An image showing pupils', 'alt-picture'],
    ['The picture shows pupils', 'alt-picture'],
    ['In the photo, pupils sit', 'alt-picture'],
    ['POLICE MEET PUPILS IN ALMATY.', 'alt-repeats'],
    [`Pupils ${'and more pupils '.repeat(20)}`, 'alt-long'],
  ])('%j', (alt, code) => {
    expect(codesOf({ alt })).toEqual([code]);
  });

  test.each([
    'Pupils in a hall',
    'A photographer shows pictures of pupils',
    'Photo exhibition about the law',
    'A picture on the wall of a school',
    'Police meet pupils',
    'Two men and 15 pupils',
    'A poster with the address www.polisia.kz',
  ])('not %j', (alt) => {
    expect(codesOf({ alt })).toEqual([]);
  });

  test.each([
    ['На фото школьники в зале', 'alt-picture'],
    ['Фото с мероприятия', 'alt-picture'],
    ['фото', 'alt-empty'],
    ['Полиция встретилась со школьниками.', 'alt-repeats'],
  ])('%j', (alt, code) => {
    expect(codesOf({ alt }, 'ru')).toEqual([code]);
  });

  test.each(['Школьники в зале', 'Фотограф снимает школьников', 'Снимки на стене школы'])(
    'not %j',
    (alt) => {
      expect(codesOf({ alt }, 'ru')).toEqual([]);
    },
  );

  test('is not the caption', () => {
    expect(found({ alt: 'Pupils in a hall.', caption: 'Pupils in a hall' })).toEqual([
      'alt-repeats: Pupils in a hall.',
    ]);
  });
});

describe('a caption and a credit', () => {
  test.each([
    [{ caption: 'Police meet pupils in Almaty.' }, 'caption-repeats'],
    [{ caption: 'In the photo above: the head.' }, 'caption-points'],
    [{ caption: 'The head (photo on the left).' }, 'caption-points'],
    [{ credit: 'photo from the Internet' }, 'credit-unknown'],
    [{ credit: 'Google' }, 'credit-unknown'],
  ])('%j', (texts, code) => {
    expect(codesOf({ alt: 'Pupils', ...texts })).toEqual([code]);
  });

  test.each([
    { caption: 'The head of the police, left, and a pupil' },
    { credit: 'Photo: Ministry of Internal Affairs' },
    { credit: 'Internet portal Polisia.kz' },
    { credit: 'A. Omarov' },
  ])('not %j', (texts) => {
    expect(codesOf({ alt: 'Pupils', ...texts })).toEqual([]);
  });

  test('of Russian', () => {
    const alt = 'Школьники в зале';
    expect(codesOf({ alt, credit: 'фото из открытых источников' }, 'ru')).toEqual([
      'credit-unknown',
    ]);
    expect(codesOf({ alt, caption: 'На фото слева – начальник' }, 'ru')).toEqual([
      'caption-points',
    ]);
    expect(codesOf({ alt, credit: 'Фото: пресс-служба МВД' }, 'ru')).toEqual([]);
  });
});

test('pictures that no article uses are one problem', () => {
  const pictures = ['photos/a.jpg', 'photos/b.jpg', 'c.png'];
  expect(
    findUnusedPictures(pictures, ['photos/../photos/A.jpg']).map(({ message }) => message),
  ).toEqual(['no article uses `photos/b.jpg`, `c.png`']);
  expect(findUnusedPictures(pictures, pictures)).toEqual([]);
  // A photo that is not there is an error, and one of these was probably meant.
  expect(findUnusedPictures(pictures, ['photos/other.jpg'])).toEqual([]);
  const many = Array.from({ length: 7 }, (_, index) => `${index}.jpg`);
  expect(findUnusedPictures(many, []).map(({ message }) => message)).toEqual([
    'no article uses `0.jpg`, `1.jpg`, `2.jpg`, `3.jpg`, `4.jpg` and 2 more',
  ]);
});

describe('a picture', () => {
  const photoOf = (picture: { width?: number; height?: number; orientation?: number }) => {
    const { width = 800, height = 600, orientation } = picture;
    const sizes = { originalWidth: width, originalHeight: height, thumbprint: undefined };
    return [{ file: 'a.jpg', path: ['photo'], picture: { ...sizes, orientation } }];
  };
  const turned = (orientation?: number) =>
    findTurnedPictures(photoOf({ ...(orientation && { orientation }) })).map(
      ({ message }) => message,
    );

  test('that is upside down or mirrored by its EXIF orientation is reported', () => {
    expect(turned(3)).toEqual([
      'the photo `a.jpg` was turned upside down, as its EXIF orientation says',
    ]);
    expect([2, 4, 5, 7].map((orientation) => turned(orientation).length)).toEqual([1, 1, 1, 1]);
    expect([undefined, 6, 8].flatMap(turned)).toEqual([]);
  });

  test.each([
    [1170, 2532, true],
    [2400, 1080, true],
    [1170, 2530, false],
    [1920, 1080, false],
    [1080, 1350, false],
  ])('of the size of a screen is reported: %d × %d', (width, height, isScreen) => {
    expect(findScreenshots(photoOf({ width, height })).length === 1).toBe(isScreen);
  });
});
