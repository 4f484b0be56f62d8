import { type CodeNotes, error, warning } from '../../diagnostics/problem-code.ts';
import type { MaxPixelSize, Preparation } from '../../images/prepare-picture.ts';
import type { PhotoReader, ReadyPicture } from '../../images/read-photo.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import { setValue } from '../../source/value-changes.ts';
import type { Photos, ReadyPhoto } from '../publication.ts';
import { type Dimensions, type MaxFigureSize, printedSize } from './layout/figure.ts';
import {
  findSamePictures,
  findScreenshots,
  findTurnedPictures,
  PICTURE_CODES,
} from './pictures.ts';

/** Problem codes of photos. */
export const PHOTO_CODES = {
  'photo-missing': error('There is no photo at the path that the issue gives.', 'automatic'),
  'photo-outside': error('A photo outside the issue’s folder would be missing on other computers.'),
  'photo-name': error(
    'Windows does not allow this file name, so the project could not be copied to a PC with Windows.',
  ),
  'photo-format': error('The file is not a picture that can be printed.'),
  'photo-broken': error('The photo is damaged and would be printed in part or not at all.'),
  'photo-small': warning('A photo with few pixels looks coarse in print.'),
  'photo-thin': warning('A photo that is printed less than 2 cm wide or high shows very little.'),
  ...PICTURE_CODES,
  'photo-no-alt': warning('Readers who have the issue read aloud need a description of the photo.'),
} satisfies CodeNotes;

const POINTS_PER_INCH = 72;
const POINTS_PER_MM = POINTS_PER_INCH / 25.4;

/** A use of a photo in an issue. */
export interface PhotoUse {
  /** Path in the folder, as typed. */
  readonly file: string;
  readonly alt: string | undefined;
  /** Path of the photo's value in the issue: the file's path, or an object with a key `file`. */
  readonly path: ValuePath;
  /** Maximum printed size on its side of the text. */
  readonly maxSize: MaxFigureSize;
  /** Maximum printed size across the full width of the text. */
  readonly fullSize: MaxFigureSize;
  /** A photo with few pixels is printed smaller, not coarser. */
  readonly keepsResolution?: boolean;
}

/** The theme's values for photos. */
export interface PhotoTheme {
  /** Resolution of prepared photos, in dpi. */
  readonly resolution: number;
  /** Resolution below which a photo looks coarse, in dpi. */
  readonly smallest: number;
  /** Printed width or height below which a photo shows too little, in pt. */
  readonly thinnest: number;
}

/** Settings and tools for preparing photos. */
export interface PhotoContext {
  /** The folder. */
  readonly folder: string;
  readonly theme: PhotoTheme;
  readonly readPhoto: PhotoReader;
  /** Photos processed at the same time. Each may hold its decoded pixels in memory. */
  readonly concurrency: number;
}

/** Reads and checks photos, and reduces them to the resolution of their printed sizes. */
export async function preparePhotos(
  uses: readonly PhotoUse[],
  context: PhotoContext,
): Promise<Photos> {
  const prepared = new Map<PhotoUse, ReadyPicture>();
  const findings: Finding[] = [];
  await forEachLimited(uses, context.concurrency, async (use) => {
    const result = await preparePhoto(use, context);
    findings.push(...result.findings);
    if (result.picture) prepared.set(use, result.picture);
  });
  // Photos finish in any order. Their names follow the order in the issue, so that builds are reproducible.
  const names = new Map<string, string>();
  const pictures = new Map<string, ReadyPicture>();
  const photos = new Map<string, ReadyPhoto>();
  for (const use of uses) {
    const picture = prepared.get(use);
    if (!picture) continue;
    const key = JSON.stringify([use.file, use.maxSize]);
    const image = names.get(key) ?? `photo-${names.size + 1}`;
    names.set(key, image);
    pictures.set(image, picture);
    const original = { width: picture.originalWidth, height: picture.originalHeight };
    photos.set(JSON.stringify(use.path), {
      image,
      size: sizeInPrint(original, use, context.theme),
    });
  }
  const read = uses.flatMap((use) => {
    const picture = prepared.get(use);
    return picture ? [{ ...use, picture }] : [];
  });
  return {
    photoAt: (path) => photos.get(JSON.stringify(path)),
    pictures,
    findings: [
      ...findings,
      ...findSamePictures(read),
      ...findTurnedPictures(read),
      ...findScreenshots(read),
    ],
  };
}

interface PreparedUse {
  readonly picture?: ReadyPicture;
  readonly findings: readonly Finding[];
}

async function preparePhoto(
  photo: PhotoUse,
  { folder, theme, readPhoto }: PhotoContext,
): Promise<PreparedUse> {
  const place = { path: [...photo.path, 'file'] };
  const findings: Finding[] = [];
  if (photo.alt === undefined)
    findings.push({ ...place, ...explainMissingAlt(photo), severity: 'warning' });
  const { width, maxHeight } = photo.maxSize;
  const result = await readPhoto(folder, photo.file, {
    name: `${width}x${maxHeight}@${theme.resolution}`,
    pixels: maxPixelSize(photo.maxSize, theme),
  });
  if ('notFound' in result) {
    const { replacement, ...explanation } = result.notFound;
    const edits = replacement
      ? [setValue(place.path, replacement.value, replacement.isSure)]
      : undefined;
    return { findings: [...findings, { ...place, ...explanation, ...(edits && { edits }) }] };
  }
  if ('rejection' in result)
    return { findings: [...findings, { ...place, ...explainRejection(photo, result) }] };
  for (const check of [checkResolution, checkPrintedSize]) {
    const found = check(photo, result.picture, theme);
    if (found) findings.push({ ...place, ...found, severity: 'warning' });
  }
  return { picture: result.picture, findings };
}

/** Returns the printed size of a photo in pt, by its size in pixels. */
function sizeInPrint(
  pixels: Dimensions,
  { maxSize, keepsResolution }: PhotoUse,
  { smallest }: PhotoTheme,
): Dimensions {
  if (!keepsResolution) return printedSize(pixels, maxSize);
  const width = Math.min(maxSize.width, (pixels.width / smallest) * POINTS_PER_INCH);
  return printedSize(pixels, { ...maxSize, width });
}

function maxPixelSize(maxSize: MaxFigureSize, { resolution }: PhotoTheme): MaxPixelSize {
  return (proportions) => {
    const size = printedSize(proportions, maxSize);
    const pixels = (points: number) =>
      Math.max(1, Math.ceil((points / POINTS_PER_INCH) * resolution));
    return { width: pixels(size.width), height: pixels(size.height) };
  };
}

type Explanation = Pick<Finding, 'code' | 'message' | 'hints'>;

function explainMissingAlt(photo: PhotoUse): Explanation {
  return {
    code: 'photo-no-alt',
    message: `the photo \`${photo.file}\` has no \`alt\`, so the article’s title is read aloud instead`,
    hints: ['Write what the photo shows: photo: { file: …, alt: Students in a lecture hall }.'],
  };
}

function explainRejection(
  photo: PhotoUse,
  result: Extract<Preparation, { rejection: string }>,
): Explanation {
  if (result.rejection !== 'photo-broken') {
    const rule =
      result.rejection === 'photo-variant'
        ? ', which cannot be printed'
        : '; a photo must be JPEG, PNG, WebP, AVIF or TIFF';
    return {
      code: 'photo-format',
      message: `\`${photo.file}\` is ${result.reason}${rule}`,
      hints: ['Open the photo in an image editor and save it as JPEG.'],
    };
  }
  return {
    code: 'photo-broken',
    message: `the photo \`${photo.file}\` is broken: ${result.reason}`,
    hints: ['Copy or download the original photo again.'],
  };
}

function checkResolution(
  photo: PhotoUse,
  picture: ReadyPicture,
  theme: PhotoTheme,
): Explanation | undefined {
  const { originalWidth: width, originalHeight: height } = picture;
  const inches = sizeInPrint({ width, height }, photo, theme).width / POINTS_PER_INCH;
  const resolution = Math.floor(width / inches);
  if (resolution >= theme.smallest) return undefined;
  return {
    code: 'photo-small',
    message: `the photo \`${photo.file}\` is small: ${width}×${height} pixels are printed at ${resolution} dpi and look coarse`,
    hints: [`Use a photo at least ${Math.ceil(inches * theme.smallest)} pixels wide.`],
  };
}

/** Warns about a photo that is so wide or so tall that it is printed as a strip. */
function checkPrintedSize(
  photo: PhotoUse,
  { originalWidth: width, originalHeight: height }: ReadyPicture,
  theme: PhotoTheme,
): Explanation | undefined {
  const shorterSide = (maxSize: MaxFigureSize) => {
    const size = printedSize({ width, height }, maxSize);
    return Math.min(size.width, size.height);
  };
  const size = sizeInPrint({ width, height }, photo, theme);
  const printed = Math.min(size.width, size.height);
  if (printed >= theme.thinnest) return undefined;
  if (shorterSide(photo.maxSize) >= theme.thinnest) {
    const needed = Math.ceil((width * theme.thinnest) / printed);
    return {
      code: 'photo-small',
      message: `the photo \`${photo.file}\` has only ${width}×${height} pixels, so it is printed only ${showMillimetres(size.width)} wide`,
      hints: [`Use a photo at least ${needed} pixels wide.`],
    };
  }
  const isWide = width > height;
  const times = floorToTenths(isWide ? width / height : height / width);
  const [long, short] = isWide ? ['wide', 'high'] : ['high', 'wide'];
  const message = `the photo \`${photo.file}\` is ${times} times as ${long} as it is ${short}, so it is printed only ${showMillimetres(printed)} ${short}`;
  const inFull = shorterSide(photo.fullSize);
  const hint =
    inFull > printed
      ? `Write \`side: full\` to print it ${showMillimetres(inFull)} ${short}, or crop the photo.`
      : 'Crop the photo.';
  return { code: 'photo-thin', message, hints: [hint] };
}

function floorToTenths(value: number): number {
  // The small summand keeps floating-point errors from turning 3.5 into 3.4.
  return Math.floor(value * 10 + 1e-6) / 10;
}

function showMillimetres(points: number): string {
  return `${floorToTenths(points / POINTS_PER_MM)} mm`;
}

async function forEachLimited<T>(
  items: readonly T[],
  concurrency: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}
