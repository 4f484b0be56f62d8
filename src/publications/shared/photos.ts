import type { MaxPixelSize, Preparation } from '../../images/prepare-picture.ts';
import type { PhotoReader, ReadyPicture } from '../../images/read-photo.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import { maxFigureSize } from '../information-release/layout/layout-context.ts';
import { pictureName } from '../information-release/picture-name.ts';
import {
  type Issue,
  type IssuePhoto,
  listArticles,
  photoOf,
} from '../information-release/schema.ts';
import type { Theme } from '../information-release/theme.ts';
import { type FigureSize, printedSize } from './layout/figure.ts';

const POINTS_PER_INCH = 72;
const POINTS_PER_MM = POINTS_PER_INCH / 25.4;

/** The photos of an issue, ready for print, by their `pictureName`, with what is wrong with them. */
export interface PreparedPhotos {
  readonly pictures: ReadonlyMap<string, ReadyPicture>;
  readonly findings: readonly Finding[];
}

/** What preparing photos needs. */
export interface PhotoContext {
  /** The issue's folder. */
  readonly folder: string;
  readonly theme: Theme;
  readonly readPhoto: PhotoReader;
  readonly atATime: number;
}

/** Reads, checks and prepares every photo of an issue. */
export async function preparePhotos(issue: Issue, context: PhotoContext): Promise<PreparedPhotos> {
  const pictures = new Map<string, ReadyPicture>();
  const findings: Finding[] = [];
  await forEachLimited(listPhotos(issue), context.atATime, async (use) => {
    const result = await prepareUse(use, context);
    findings.push(...result.findings);
    if (result.picture) pictures.set(pictureName(use.photo), result.picture);
  });
  return { pictures, findings };
}

/** An article's photo, and where it is written. */
interface PhotoUse {
  readonly photo: IssuePhoto;
  readonly path: ValuePath;
}

function listPhotos(issue: Issue): PhotoUse[] {
  return listArticles(issue).flatMap(({ article, path }) => {
    const photo = photoOf(article);
    return photo ? [{ photo, path: [...path, 'photo'] }] : [];
  });
}

interface PreparedUse {
  readonly picture?: ReadyPicture;
  readonly findings: readonly Finding[];
}

async function prepareUse(
  { photo, path }: PhotoUse,
  { folder, theme, readPhoto }: PhotoContext,
): Promise<PreparedUse> {
  const place = { path: [...path, 'file'] };
  const findings: Finding[] = [];
  if (photo.alt === undefined)
    findings.push({ ...place, ...noAltText(photo), severity: 'warning' });
  const room = maxFigureSize(photo, theme);
  const made = await readPhoto(folder, photo.file, {
    name: `${room.width}x${room.maxHeight}@${theme.photo.resolution}`,
    pixels: maxPixelSize(room, theme),
  });
  if ('notFound' in made) return { findings: [...findings, { ...place, ...made.notFound }] };
  if ('refusal' in made)
    return { findings: [...findings, { ...place, ...explainRefusal(photo, made) }] };
  for (const explain of [explainSmall, explainThin]) {
    const found = explain(photo, made.picture, room, theme);
    if (found) findings.push({ ...place, ...found, severity: 'warning' });
  }
  return { picture: made.picture, findings };
}

function maxPixelSize(room: FigureSize, { photo }: Theme): MaxPixelSize {
  return (proportions) => {
    const size = printedSize(proportions, room);
    const pixels = (points: number) =>
      Math.max(1, Math.ceil((points / POINTS_PER_INCH) * photo.resolution));
    return { width: pixels(size.width), height: pixels(size.height) };
  };
}

type Explanation = Pick<Finding, 'code' | 'message' | 'hints'>;

function noAltText(photo: IssuePhoto): Explanation {
  return {
    code: 'photo-no-alt',
    message: `the photo \`${photo.file}\` has no \`alt\`; the article’s title is read aloud in its place`,
    hints: ['Write what the picture shows: photo: { file: …, alt: Students in a lecture hall }.'],
  };
}

function explainRefusal(
  photo: IssuePhoto,
  made: Extract<Preparation, { refusal: string }>,
): Explanation {
  if (made.refusal !== 'photo-broken') {
    const rule =
      made.refusal === 'photo-variant'
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
  photo: IssuePhoto,
  picture: ReadyPicture,
  room: FigureSize,
  { photo: rules }: Theme,
): Explanation | undefined {
  const { originalWidth: width, originalHeight: height } = picture;
  const inches = printedSize({ width, height }, room).width / POINTS_PER_INCH;
  const resolution = Math.floor(width / inches);
  if (resolution >= rules.smallest) return undefined;
  return {
    code: 'photo-small',
    message: `the photo \`${photo.file}\` is small: ${width}×${height} pixels print at ${resolution} dpi and will look coarse`,
    hints: [`From ${Math.ceil(inches * rules.smallest)} pixels of width it would print well.`],
  };
}

/** Warns of a picture that is so wide or so tall that it prints as a strip. */
function explainThin(
  photo: IssuePhoto,
  { originalWidth: width, originalHeight: height }: ReadyPicture,
  room: FigureSize,
  theme: Theme,
): Explanation | undefined {
  const thinnest = (of: FigureSize) => {
    const size = printedSize({ width, height }, of);
    return Math.min(size.width, size.height);
  };
  const printed = thinnest(room);
  if (printed >= theme.photo.thinnest) return undefined;
  const isWide = width > height;
  const times = inTenths(isWide ? width / height : height / width);
  const [long, short] = isWide ? ['wide', 'high'] : ['high', 'wide'];
  const message = `the photo \`${photo.file}\` is ${times} times as ${long} as it is ${short} and prints only ${showMillimetres(printed)} ${short}`;
  const inFull = thinnest(maxFigureSize({ ...photo, side: 'full' }, theme));
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
