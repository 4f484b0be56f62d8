// Kills site runs at random moments: a third of the number in KILLS.
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram, startProgram } from '../helpers/launch-program.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { makePhoto } from '../helpers/render-issue.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';
import { createRandom } from '../helpers/seeded-random.ts';

const KILLS = Math.ceil(Number(process.env.KILLS ?? 6) / 3);
/** Minimum number of files that a run renames to their final names. */
const CHANGES = 40;

const project = makeRealFolder();
const folder = join(project, 'output', 'site');
const launch = { project };
const WORDS = ['site', '--out', folder];
const EDITIONS = ['first', 'second'] as const;
type Edition = (typeof EDITIONS)[number];
type Files = ReadonlyMap<string, Buffer>;
/** Files of each edition, from runs without a kill. */
const complete: Record<Edition, Files> = { first: new Map(), second: new Map() };
/** Duration of a run on this machine, in ms. */
let duration = 0;
const photos: Record<Edition, Buffer> = { first: Buffer.alloc(0), second: Buffer.alloc(0) };

function writeEdition(edition: Edition): void {
  for (const number of [1, 2]) {
    const issue = join(project, 'issues', `2025-0${number}`);
    mkdirSync(issue, { recursive: true });
    writeFileSync(join(issue, 'hall.jpg'), photos[edition]);
    const article = { title: `The ${edition} edition`, photo: 'hall.jpg', source: 'https://a.org' };
    const dates = { number, from: `2025-0${number}-01`, to: `2025-0${number}-15` };
    const countries = {
      KZ: [article],
      [edition === 'first' ? 'UZ' : 'TJ']: [{ ...article, title: 'Other' }],
    };
    writeFileSync(join(issue, 'issue.yaml'), sampleIssue(countries, dates));
  }
}

/** Returns the files of the site by name, without unfinished ones. */
function readSite(): Files {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter(
    (name) => !name.includes('.unfinished') && statSync(join(folder, name)).isFile(),
  );
  return new Map(files.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

beforeAll(async () => {
  copyProject(project);
  photos.first = await makePhoto(900, 600);
  photos.second = await makePhoto(600, 900);
  for (const edition of EDITIONS) {
    writeEdition(edition);
    rmSync(folder, { recursive: true, force: true });
    const started = performance.now();
    expect(await runProgram(WORDS, launch)).toMatchObject({ code: 0 });
    duration = performance.now() - started;
    complete[edition] = readSite();
  }
  writeFileSync(join(folder, 'CNAME'), 'example.org');
}, 300_000);

/** Starts a run and kills it after a share of its duration, or of its renamed files if `replacing`. */
async function kill(share: number, replacing: boolean): Promise<boolean> {
  const { child, ended } = startProgram(WORDS, launch);
  const timer = replacing ? undefined : setTimeout(() => child.kill('SIGKILL'), share * duration);
  let changes = Math.ceil(share * CHANGES);
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (!replacing || name?.includes('.unfinished')) return;
    if (changes-- === 0) child.kill('SIGKILL');
  });
  // The recursive watcher of Node.js 20 fails if a folder is removed while the watcher scans it.
  watcher.on('error', () => {});
  const { signal } = await ended;
  clearTimeout(timer);
  watcher.close();
  return signal !== null;
}

/** Expects each file to be that of an edition, and each page to have its styles, scripts and photos. */
function expectCompletePages(): void {
  const files = readSite();
  expect(String(files.get('CNAME'))).toBe('example.org');
  for (const [name, bytes] of files) {
    if (name === 'CNAME' || name === 'site-files.json') continue;
    const isOfEdition = EDITIONS.some((edition) => complete[edition].get(name)?.equals(bytes));
    expect([name, isOfEdition]).toEqual([name, true]);
    if (!name.endsWith('.html') || name === '404.html') continue;
    const needed = String(bytes).matchAll(/(?:src|href)="([^":#]+\.(?:css|js|webp|jpg|svg))"/g);
    for (const [, link = ''] of needed) {
      expect([...files.keys()]).toContain(posix.join(dirname(name), link));
    }
  }
  for (const name of ['index.html', 'issues/2025-01.html'])
    expect([...files.keys()]).toContain(name);
}

test(
  `a killed site run leaves complete pages, and the next run only the new ones (${KILLS} kills)`,
  async () => {
    const random = createRandom(20250301);
    let killed = 0;
    // A random moment may be after the end of the run; then another one is tried.
    for (let number = 1; number <= KILLS * 3 && killed < KILLS; number++) {
      const edition = EDITIONS[number % 2] ?? 'first';
      writeEdition(edition);
      if (await kill(random(), number % 4 !== 0)) killed++;
      expectCompletePages();
      if (number % 3 !== 0 && killed < KILLS) continue;
      expect(await runProgram(WORDS, launch)).toMatchObject({ code: 0 });
      const { CNAME, ...site } = Object.fromEntries(readSite());
      expect(String(CNAME)).toBe('example.org');
      expect(site).toEqual(Object.fromEntries(complete[edition]));
      expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
    }
    expect(killed).toBe(KILLS);
  },
  120_000 + KILLS * 30_000,
);
