// Photos are published without metadata: photos with test data in every metadata field of their formats go
// through every command, and no output contains any of the data.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeReleaseAssets } from '../../src/commands/release-assets.ts';
import { cleanJpeg } from '../../src/images/clean-jpeg.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram } from '../helpers/launch-program.ts';
import { createMemoryHost } from '../helpers/memory-host.ts';
import { findPlanted, makePlantedPhotos } from '../helpers/planted-photos.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';

const ISSUE = '2024-19';
let photos: Readonly<Record<string, Buffer>>;
let yaml: string;

beforeAll(async () => {
  photos = await makePlantedPhotos();
  const articles = Object.keys(photos).map((photo) => ({ photo, body: 'Words. '.repeat(60) }));
  yaml = sampleIssue({ KZ: articles });
});

/** Lists the files below a folder with their relative paths. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile());
}

/** Lists the files in a folder that contain planted data, with the names of the data. */
function findInFolder(folder: string): string[] {
  return listFiles(folder).flatMap((path) => {
    const found = findPlanted(readFileSync(join(folder, path)));
    return found.length === 0 ? [] : [`${path}: ${found.join(' ')}`];
  });
}

test('the photos contain the planted data', () => {
  const planted = Object.entries(photos).map(([name, bytes]) => [name, findPlanted(bytes)]);
  const jpeg =
    'author camera comment description extended extension film gps iptc mpf profile second serial thumbnail xmp';
  const png = 'author comment description gps packed private profile serial trailer xmp';
  expect(Object.fromEntries(planted)).toEqual({
    'small.jpg': jpeg.split(' '),
    'progressive.jpg': jpeg.split(' '),
    'grey.jpg': jpeg.split(' '),
    'large.jpg': jpeg.split(' '),
    'cmyk.jpg': jpeg.split(' '),
    'turned.jpg': jpeg.split(' '),
    'photo.png': png.split(' '),
    'deep.png': png.split(' '),
    'photo.tiff': 'author description iptc photoshop profile serial software trailer xmp'.split(
      ' ',
    ),
    'photo.webp': 'author chunk description gps serial trailer xmp'.split(' '),
    'photo.avif': 'author box description gps serial trailer xmp'.split(' '),
  });
});

describe('no planted data', () => {
  const project = makeRealFolder();
  const run = (...words: string[]) => runProgram(words, { project });

  test('is in the PDF, the archive, the site and the caches', async () => {
    copyProject(project);
    const folder = join(project, 'issues', ISSUE);
    mkdirSync(folder);
    writeFileSync(join(folder, 'issue.yaml'), yaml);
    for (const [name, bytes] of Object.entries(photos)) writeFileSync(join(folder, name), bytes);
    // The second build uses cached pictures.
    for (const out of ['first', 'second']) {
      const { code, err } = await run('build-issue', '--out', join(project, out));
      expect({ code, errors: err.match(/: error: .*/g) }).toEqual({ code: 0, errors: null });
    }
    expect((await run('archive', '--out', join(project, 'archive'))).code).toBe(0);
    expect((await run('check')).code).toBe(0);
    expect((await run('site', '--out', join(project, 'site'))).code).toBe(0);
    const pdf = `information-release-${ISSUE}.pdf`;
    expect(listFiles(join(project, 'site'))).toContain(join('issues', ISSUE, pdf));
    expect(listFiles(join(project, 'archive'))).toContain(pdf);
    const caches = join('node_modules', '.cache', 'bulletin');
    expect(listFiles(join(project, caches, 'pictures')).length).toBeGreaterThan(10);
    for (const place of ['first', 'second', 'archive', 'site', caches]) {
      expect({ place, found: findInFolder(join(project, place)) }).toEqual({ place, found: [] });
    }
    const [one, two] = ['first', 'second'].map((out) => readFileSync(join(project, out, pdf)));
    expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
    // Some JPEGs are not encoded again; only their metadata is removed.
    for (const name of ['small.jpg', 'progressive.jpg']) {
      const clean = cleanJpeg(photos[name] ?? Buffer.alloc(0));
      expect(clean && one?.includes(clean)).toBe(true);
    }
  }, 300_000);

  test('is in a release', async () => {
    const folder = join(root, 'issues', ISSUE);
    const inFolder = Object.entries(photos).map(([name, bytes]) => [join(folder, name), bytes]);
    const npm = { code: 0, output: '{"bomFormat":"CycloneDX","metadata":{}}', printed: '' };
    const host = createMemoryHost(
      {
        ...Object.fromEntries(inFolder),
        [join(folder, 'issue.yaml')]: yaml,
        [join(root, 'package.json')]: '{"name": "caricc-bulletin"}',
      },
      { run: async () => npm },
    );
    expect(await makeReleaseAssets([ISSUE], root, host)).toBe(0);
    const written = [...host.files].filter(([path]) => !path.startsWith(folder));
    expect(written.map(([path]) => path)).toContain(
      join(root, 'output', 'release', ISSUE, 'assets', `information-release-${ISSUE}.pdf`),
    );
    const found = written.map(([path, bytes]) => [path, findPlanted(bytes)] as const);
    expect(found.filter(([, places]) => places.length > 0)).toEqual([]);
  });
});
