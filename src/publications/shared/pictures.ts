// Rules about the pictures of an issue as files: copies under another name, pictures that nothing uses.
import { posix } from 'node:path';
import { type CodeNotes, warning } from '../../diagnostics/problem-code.ts';
import { looksSame } from '../../images/picture-thumbprint.ts';
import type { ReadyPicture } from '../../images/read-photo.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';

/** Problem codes of pictures as files. */
export const PICTURE_CODES = {
  'photo-same': warning('The same picture in two places is usually a mistake.'),
  'photo-turned': warning('Some programs note an orientation that the picture already has.'),
  'photo-screenshot': warning(
    'A screenshot has the bars of a telephone, and often words that cannot be read in print.',
  ),
  'photo-unused': warning('A picture that no article uses was forgotten, or may be removed.'),
} satisfies CodeNotes;

/** A photo that was read. */
export interface ReadPhoto {
  /** Path in the folder, as typed. */
  readonly file: string;
  /** Path of the photo's value in the issue. */
  readonly path: ValuePath;
  readonly picture: Pick<
    ReadyPicture,
    'thumbprint' | 'originalWidth' | 'originalHeight' | 'orientation'
  >;
}

/** Difference of proportions up to which pictures may be the same: sizes in pixels are rounded. */
const MAX_PROPORTION = 1.03;

/** Finds photos that look like another one of the issue; the same file is another problem. */
export function findSamePictures(photos: readonly ReadPhoto[]): Finding[] {
  return photos.flatMap((photo, index): Finding[] => {
    const first = photos
      .slice(0, index)
      .find((other) => nameOf(other.file) !== nameOf(photo.file) && isSame(photo, other));
    if (!first) return [];
    return [
      {
        code: 'photo-same',
        severity: 'warning',
        message: `the photo \`${photo.file}\` is the same picture as \`${first.file}\``,
        path: [...photo.path, 'file'],
        dependsOn: [[...first.path, 'file']],
        hints: ['Use another photo, or remove one of the two.'],
      },
    ];
  });
}

function isSame({ picture: one }: ReadPhoto, { picture: other }: ReadPhoto): boolean {
  if (one.thumbprint === undefined || other.thumbprint === undefined) return false;
  const proportion =
    (one.originalWidth * other.originalHeight) / (one.originalHeight * other.originalWidth);
  return (
    Math.max(proportion, 1 / proportion) <= MAX_PROPORTION &&
    looksSame(one.thumbprint, other.thumbprint)
  );
}

/** EXIF orientations that no camera in a hand makes; source: EXIF 2.32, tag 0x0112. */
const UNUSUAL_ORIENTATIONS: Readonly<Record<number, string>> = {
  2: 'mirrored',
  3: 'turned upside down',
  4: 'turned upside down and mirrored',
  5: 'turned and mirrored',
  7: 'turned and mirrored',
};

/**
 * Finds photos that are printed upside down or mirrored because their EXIF orientation says so. A quarter
 * turn is not reported: telephones note it for every portrait.
 */
export function findTurnedPictures(photos: readonly ReadPhoto[]): Finding[] {
  return photos.flatMap(({ file, path, picture: { orientation = 1 } }): Finding[] => {
    const turned = UNUSUAL_ORIENTATIONS[orientation];
    if (turned === undefined) return [];
    return [
      {
        code: 'photo-turned',
        severity: 'warning',
        message: `the photo \`${file}\` was ${turned}, as its EXIF orientation says`,
        path: [...path, 'file'],
        hints: [
          'Look at the page. If the photo is wrong there, turn it in a picture program and save it.',
        ],
      },
    ];
  });
}

/** Sizes of telephone screens in pixels, upright: iPhones from 6 to 16, and the usual ones of Android. */
const SCREENS = new Set(
  `640x1136 750x1334 828x1792 1125x2436 1170x2532 1179x2556 1206x2622 1242x2208 1242x2688 1284x2778
   1290x2796 1320x2868 720x1520 720x1560 720x1600 720x1612 1080x2160 1080x2220 1080x2280 1080x2310
   1080x2316 1080x2340 1080x2376 1080x2400 1080x2408 1080x2412 1080x2460 1220x2712 1440x2960 1440x3040
   1440x3088 1440x3120 1440x3200`.split(/\s+/),
);

/** Finds photos of exactly the size of a telephone's screen. */
export function findScreenshots(photos: readonly ReadPhoto[]): Finding[] {
  return photos.flatMap(({ file, path, picture }): Finding[] => {
    const { originalWidth: width, originalHeight: height } = picture;
    if (!SCREENS.has(`${Math.min(width, height)}x${Math.max(width, height)}`)) return [];
    return [
      {
        code: 'photo-screenshot',
        severity: 'warning',
        message: `the photo \`${file}\` has the size of a telephone’s screen, ${width} × ${height}`,
        path: [...path, 'file'],
        hints: ['Use the photo itself, or cut the bars of the telephone off.'],
      },
    ];
  });
}

/** Finds pictures of the folder that the issue does not use. @param used paths as typed */
export function findUnusedPictures(
  pictures: readonly string[],
  used: readonly string[],
): Finding[] {
  const names = new Set(used.map(nameOf));
  const there = new Set(pictures.map(nameOf));
  // A photo that is not there was probably meant to be one that is; that is an error of its own.
  if ([...names].some((name) => !there.has(name))) return [];
  const unused = pictures.filter((picture) => !names.has(nameOf(picture)));
  if (unused.length === 0) return [];
  const listed = unused.slice(0, MAX_LISTED).map((name) => `\`${name}\``);
  const more = unused.length > MAX_LISTED ? ` and ${unused.length - MAX_LISTED} more` : '';
  return [
    {
      code: 'photo-unused',
      severity: 'warning',
      message: `no article uses ${listed.join(', ')}${more}`,
      path: [],
      hints: ['Add the picture to its article, or remove the file.'],
    },
  ];
}

const MAX_LISTED = 5;

/** Canonically equivalent names refer to the same file; letter case differs on some systems only. */
function nameOf(file: string): string {
  return posix.normalize(file.trim().replaceAll('\\', '/')).normalize('NFC').toLowerCase();
}
