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
  'photo-unused': warning('A picture that no article uses was forgotten, or may be removed.'),
} satisfies CodeNotes;

/** A photo that was read. */
export interface ReadPhoto {
  /** Path in the folder, as typed. */
  readonly file: string;
  /** Path of the photo's value in the issue. */
  readonly path: ValuePath;
  readonly picture: Pick<ReadyPicture, 'thumbprint' | 'originalWidth' | 'originalHeight'>;
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
