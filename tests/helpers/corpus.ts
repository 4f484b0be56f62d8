// Writes the issues of tests/corpus with their photos as a project.
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { copyProject } from './copy-project.ts';
import { makeExampleIssues } from './example-issues.ts';
import { root } from './project-root.ts';

/** Corpus files with encodings or line ends that git could change. */
const ENCODED: Readonly<Record<string, (text: string) => Buffer>> = {
  '2024-13': (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
  '2024-11': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
};
/** Issue that has the text of these files. */
const WINDOWS_TEXT = '2024-13';
/** Issue whose file is a link to a file outside its folder. */
const LINKED = '2024-04';
const ISSUE = 'issue.yaml';

/** Creates a project with the issues and the two drafts of the corpus in an empty folder. */
export async function writeCorpus(project: string): Promise<void> {
  copyProject(project);
  cpSync(join(root, 'package-lock.json'), join(project, 'package-lock.json'));
  const corpus = join(root, 'tests', 'corpus');
  cpSync(corpus, project, { recursive: true });
  const text = readFileSync(join(corpus, 'issues', WINDOWS_TEXT, ISSUE), 'utf8');
  for (const [name, encode] of Object.entries(ENCODED)) {
    write(join(project, 'issues', name, ISSUE), encode(text));
  }
  mkdirSync(join(project, 'issues', LINKED));
  symlinkSync(join(project, 'drafts', 'one', ISSUE), join(project, 'issues', LINKED, ISSUE));
  for (const [name, text] of Object.entries(makeExampleIssues())) {
    write(join(project, 'issues', name, ISSUE), Buffer.from(text));
  }
  for (const [path, bytes] of Object.entries(await makePhotos())) {
    write(join(project, 'issues', path), bytes);
  }
}

function write(path: string, bytes: Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** Photos of every format, position and fault, by their paths in issues/. */
async function makePhotos(): Promise<Record<string, Buffer>> {
  const photo = (width: number, height: number, work: (picture: Sharp) => Sharp) =>
    work(sharp(drawColours(width, height), { raw: { width, height, channels: 3 } })).toBuffer();
  const jpeg = await photo(800, 600, (p) => p.jpeg());
  const ready = await photo(430, 300, (p) => p.jpeg());
  return {
    '2024-02/photos/hall.jpg': jpeg,
    '2024-02/photos/turned.jpg': await photo(900, 700, (p) =>
      p.withMetadata({ orientation: 6 }).jpeg(),
    ),
    '2024-02/photos/wide.png': await photo(1300, 400, (p) => p.png()),
    '2024-02/photos/web.webp': await photo(700, 500, (p) => p.webp()),
    '2024-02/photos/modern.avif': await photo(640, 480, (p) => p.avif({ effort: 0 })),
    '2024-02/photos/scan.tiff': await photo(640, 900, (p) => p.greyscale().tiff()),
    '2024-02/photos/ready.jpg': ready,
    '2024-02/photos/passes.jpg': await photo(800, 600, (p) => p.jpeg({ progressive: true })),
    '2024-03/photos/small.jpg': await photo(120, 90, (p) => p.jpeg()),
    '2024-03/photos/ready.jpg': ready,
    '2024-03/photos/thin.jpg': await photo(1600, 80, (p) => p.jpeg()),
    '2024-07/photos/hall.jpg': jpeg,
    '2024-20/photos/hall.jpg': jpeg,
    '2024-20/photos/turned.jpg': await photo(800, 600, (p) =>
      p.withMetadata({ orientation: 3 }).jpeg(),
    ),
    '2024-20/photos/unused.jpg': ready,
    '2024-20/photos/screen.png': await photo(640, 1136, (p) => p.png()),
    'press-release-2024-02-10-every-key/photos/hall.jpg': jpeg,
    'newsletter-cadap-7-1/photos/hall.jpg': jpeg,
    '2024-07/photos/broken.jpg': jpeg.subarray(0, jpeg.length / 2),
    '2024-07/photos/text.jpg': Buffer.from('This is no picture.'),
  };
}

/** Draws soft and hard edges in many colours as RGB with 8 bits per channel. */
function drawColours(width: number, height: number): Buffer {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const isInside = Math.hypot(x - 0.5, y - 0.5) < 0.3;
    pixels.set([255 * x, 255 * y, isInside ? 220 : 40], at * 3);
  }
  return pixels;
}
