import { type CodeNotes, error, warning } from '../../diagnostics/problem-code.ts';
import type { MaxPixelSize, Preparation } from '../../images/prepare-picture.ts';
import type { PhotoReader, ReadyPicture } from '../../images/read-photo.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { Photos, ReadyPhoto } from '../publication.ts';
import { type FigureSize, printedSize } from './layout/figure.ts';

/** Problems of photos. */
export const PHOTO_CODES = {
  'photo-missing': error('The picture is not where the issue says.'),
  'photo-outside': error('A picture from outside the issue’s folder would be missing elsewhere.'),
  'photo-name': error(
    'With a file of this name nobody could copy the project to a PC with Windows.',
  ),
  'photo-format': error('The file is no picture that can be printed.'),
  'photo-broken': error('The picture is damaged and would be printed in part or not at all.'),
  'photo-small': warning('A picture with few pixels looks coarse in print.'),
  'photo-thin': warning('In a strip that is lower or narrower than 2 cm nobody can see much.'),
  'photo-no-alt': warning(
    'Those who have the issue read aloud should hear what the picture shows.',
  ),
} satisfies CodeNotes;

const POINTS_PER_INCH = 72;
const POINTS_PER_MM = POINTS_PER_INCH / 25.4;

/** A photo that an issue prints. */
export interface PhotoUse {
  /** Path in the folder, as it is written. */
  readonly file: string;
  readonly alt: string | undefined;
  /** Where it is written; its file stands under the key `file` there, or is the value itself. */
  readonly path: ValuePath;
  /** The greatest size at which it may be printed, and the one that it would have across the page. */
  readonly maxSize: FigureSize;
  readonly fullSize: FigureSize;
}

/** What a theme says of photos: dpi that are prepared and that print well, and the least size in pt. */
export interface PhotoTheme {
  readonly resolution: number;
  readonly smallest: number;
  readonly thinnest: number;
}

/** What preparing photos needs. */
export interface PhotoContext {
  /** The folder. */
  readonly folder: string;
  readonly theme: PhotoTheme;
  readonly readPhoto: PhotoReader;
  /** How many photos are worked on at a time; each may need its pixels in memory. */
  readonly atATime: number;
}

/** Reads, checks and prepares photos. */
export async function preparePhotos(
  uses: readonly PhotoUse[],
  context: PhotoContext,
): Promise<Photos> {
  const prepared = new Map<PhotoUse, ReadyPicture>();
  const findings: Finding[] = [];
  await forEachLimited(uses, context.atATime, async (use) => {
    const result = await preparePhoto(use, context);
    findings.push(...result.findings);
    if (result.picture) prepared.set(use, result.picture);
  });
  // Photos are prepared in any order, and named in that of the issue.
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
    photos.set(JSON.stringify(use.path), { image, size: printedSize(original, use.maxSize) });
  }
  return { photoAt: (path) => photos.get(JSON.stringify(path)), pictures, findings };
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
    findings.push({ ...place, ...noAltText(photo), severity: 'warning' });
  const { width, maxHeight } = photo.maxSize;
  const made = await readPhoto(folder, photo.file, {
    name: `${width}x${maxHeight}@${theme.resolution}`,
    pixels: maxPixelSize(photo.maxSize, theme),
  });
  if ('notFound' in made) return { findings: [...findings, { ...place, ...made.notFound }] };
  if ('rejection' in made)
    return { findings: [...findings, { ...place, ...explainRefusal(photo, made) }] };
  for (const explain of [explainSmall, explainThin]) {
    const found = explain(photo, made.picture, theme);
    if (found) findings.push({ ...place, ...found, severity: 'warning' });
  }
  return { picture: made.picture, findings };
}

function maxPixelSize(maxSize: FigureSize, { resolution }: PhotoTheme): MaxPixelSize {
  return (proportions) => {
    const size = printedSize(proportions, maxSize);
    const pixels = (points: number) =>
      Math.max(1, Math.ceil((points / POINTS_PER_INCH) * resolution));
    return { width: pixels(size.width), height: pixels(size.height) };
  };
}

type Explanation = Pick<Finding, 'code' | 'message' | 'hints'>;

function noAltText(photo: PhotoUse): Explanation {
  return {
    code: 'photo-no-alt',
    message: `the photo \`${photo.file}\` has no \`alt\`; the article’s title is read aloud in its place`,
    hints: ['Write what the picture shows: photo: { file: …, alt: Students in a lecture hall }.'],
  };
}

function explainRefusal(
  photo: PhotoUse,
  made: Extract<Preparation, { rejection: string }>,
): Explanation {
  if (made.rejection !== 'photo-broken') {
    const rule =
      made.rejection === 'photo-variant'
        ? ', which cannot be printed'
        : '; a photo must be JPEG, PNG, WebP, AVIF or TIFF';
    return {
      code: 'photo-format',
      message: `\`${photo.file}\` is ${made.reason}${rule}`,
      hints: ['Open the picture and save it as JPEG.'],
    };
  }
  return {
    code: 'photo-broken',
    message: `the photo \`${photo.file}\` is broken: ${made.reason}`,
    hints: ['Fetch the picture again from where it came from.'],
  };
}

function explainSmall(
  photo: PhotoUse,
  picture: ReadyPicture,
  theme: PhotoTheme,
): Explanation | undefined {
  const { originalWidth: width, originalHeight: height } = picture;
  const inches = printedSize({ width, height }, photo.maxSize).width / POINTS_PER_INCH;
  const resolution = Math.floor(width / inches);
  if (resolution >= theme.smallest) return undefined;
  return {
    code: 'photo-small',
    message: `the photo \`${photo.file}\` is small: ${width}×${height} pixels print at ${resolution} dpi and will look coarse`,
    hints: [`From ${Math.ceil(inches * theme.smallest)} pixels of width it would print well.`],
  };
}

/** Warns of a picture that is so wide or so tall that it prints as a strip. */
function explainThin(
  photo: PhotoUse,
  { originalWidth: width, originalHeight: height }: ReadyPicture,
  theme: PhotoTheme,
): Explanation | undefined {
  const thinnest = (of: FigureSize) => {
    const size = printedSize({ width, height }, of);
    return Math.min(size.width, size.height);
  };
  const printed = thinnest(photo.maxSize);
  if (printed >= theme.thinnest) return undefined;
  const isWide = width > height;
  const times = inTenths(isWide ? width / height : height / width);
  const [long, short] = isWide ? ['wide', 'high'] : ['high', 'wide'];
  const message = `the photo \`${photo.file}\` is ${times} times as ${long} as it is ${short} and prints only ${showMillimetres(printed)} ${short}`;
  const inFull = thinnest(photo.fullSize);
  const hint =
    inFull > printed
      ? `Write \`side: full\` to print it ${showMillimetres(inFull)} ${short}, or crop the picture.`
      : 'Crop the picture.';
  return { code: 'photo-thin', message, hints: [hint] };
}

function inTenths(value: number): number {
  // Rounding errors must not turn 3.5 into 3.4.
  return Math.floor(value * 10 + 1e-6) / 10;
}

function showMillimetres(points: number): string {
  return `${inTenths(points / POINTS_PER_MM)} mm`;
}

async function forEachLimited<T>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
