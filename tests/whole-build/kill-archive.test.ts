// Kills archive runs and their threads at random moments: a third of the number in KILLS.
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { cacheFoldersOf } from '../../src/cache/cache-files.ts';
import { findDamage } from '../helpers/check-pdf.ts';
import { copyProject } from '../helpers/copy-project.ts';
import { runProgram, startProgram } from '../helpers/launch-program.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { sampleIssue } from '../helpers/sample-issue.ts';
import { createRandom } from '../helpers/seeded-random.ts';

const KILLS = Math.ceil(Number(process.env.KILLS ?? 6) / 3);
/** Number of kills before a run that is not killed and must leave no leftovers. */
const KILLS_IN_A_ROW = 4;
/** Minimum number of file changes of a run in its output and picture cache. */
const CHANGES = 20;

const project = makeRealFolder();
const output = join(project, 'output', 'archive');
const caches = cacheFoldersOf(project);
const NUMBERS = [1, 2, 3];
const EDITIONS = ['first', 'second'] as const;
type Edition = (typeof EDITIONS)[number];
const FILES = NUMBERS.flatMap((number) =>
  ['json', 'pdf'].map((ending) => `information-release-2025-0${number}.${ending}`),
);
/** Files of each edition by name, from runs without a kill. */
const complete: Record<Edition, Map<string, Buffer>> = { first: new Map(), second: new Map() };
/** Photos of each edition, all different, so that none is cached for another. */
const photos: Record<Edition, Buffer[]> = { first: [], second: [] };
/** Duration of a run on this machine, in ms. */
let duration = 0;

const launch = { project };
const WORDS = ['archive', '--jobs', '2', '--out', output];

/** Creates a large unique photo. */
function makeNoise(mean: number): Promise<Buffer> {
  const noise = { type: 'gaussian', mean, sigma: 40 } as const;
  return sharp({ create: { width: 1300, height: 800, channels: 3, background: '#888', noise } })
    .jpeg()
    .toBuffer();
}

function writeEdition(edition: Edition): void {
  for (const [index, number] of NUMBERS.entries()) {
    const folder = join(project, 'issues', `2025-0${number}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'hall.jpg'), photos[edition][index] ?? '');
    const article = { title: `The ${edition} edition`, photo: 'hall.jpg', source: 'https://a.org' };
    const dates = { number, from: `2025-0${number}-01`, to: `2025-0${number}-15` };
    writeFileSync(join(folder, 'issue.yaml'), sampleIssue({ KZ: [article] }, dates));
  }
}

/** Removes complete pictures from the cache, so that the next run creates them; unfinished files stay. */
function forgetPictures(): void {
  for (const name of namesIn(caches.pictures)) {
    if (/\.(jpg|json|seen)$/.test(name)) rmSync(join(caches.pictures, name));
  }
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

beforeAll(async () => {
  copyProject(project);
  for (const edition of EDITIONS) {
    photos[edition] = await Promise.all(
      NUMBERS.map((number) => makeNoise(100 + number + (edition === 'first' ? 0 : 10))),
    );
  }
  for (const edition of EDITIONS) {
    writeEdition(edition);
    const started = performance.now();
    expect(await runProgram(WORDS, launch)).toMatchObject({ code: 0, err: '' });
    duration = performance.now() - started;
    for (const name of FILES) {
      const bytes = readFileSync(join(output, name));
      complete[edition].set(name, bytes);
      if (name.endsWith('.pdf')) {
        expect(findDamage(join(output, name), bytes)).toBeUndefined();
      }
    }
  }
}, 300_000);

/** Starts a run and kills it after a share of its duration, or of its file changes if `writing`. */
async function kill(signal: NodeJS.Signals, share: number, writing: boolean) {
  const { child, ended } = startProgram(WORDS, launch);
  const timer = writing ? undefined : setTimeout(() => child.kill(signal), share * duration);
  let changes = Math.ceil(share * CHANGES);
  const count = () => {
    if (writing && changes-- === 0) child.kill(signal);
  };
  const watchers = [output, caches.pictures].map((folder) => watch(folder, count));
  const result = await ended;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  return result;
}

function expectCompleteFiles(): void {
  for (const name of namesIn(output).filter((file) => !file.startsWith('.'))) {
    const bytes = readFileSync(join(output, name));
    expect(EDITIONS.some((edition) => complete[edition].get(name)?.equals(bytes))).toBe(true);
  }
}

/** Expects exactly the files of an edition, without leftovers. */
function expectSettled(edition: Edition): void {
  expect(namesIn(output)).toEqual(FILES);
  for (const [name, bytes] of complete[edition]) {
    expect(readFileSync(join(output, name)).equals(bytes)).toBe(true);
  }
  expect(namesIn(join(output, '.records'))).toEqual(
    NUMBERS.map((number) => `2025-0${number}.json`),
  );
  const unfinished = Object.values(caches).flatMap((folder) =>
    namesIn(folder).filter((name) => /\.\d+$/.test(name)),
  );
  expect(unfinished).toEqual([]);
}

test(
  `a killed archive leaves complete files, and the next run no leftovers (${KILLS} kills)`,
  async () => {
    const random = createRandom(20250201);
    let killed = 0;
    // A random moment may be after the end of the run; then another one is tried.
    for (let number = 1; number <= KILLS * 3 && killed < KILLS; number++) {
      const edition = EDITIONS[Math.floor((number - 1) / KILLS_IN_A_ROW) % 2] ?? 'first';
      writeEdition(edition);
      forgetPictures();
      const signal = number % 4 === 0 ? 'SIGINT' : 'SIGKILL';
      const { code, signal: by } = await kill(signal, random(), random() < 0.7);
      if (by !== null || code === 130) killed++;
      expectCompleteFiles();
      if (number % KILLS_IN_A_ROW !== 0 && killed < KILLS) continue;
      expect(await runProgram(WORDS, launch)).toMatchObject({ code: 0, err: '' });
      expectSettled(edition);
      expect((await runProgram(WORDS, launch)).out).toContain('0 built, 3 unchanged');
    }
    expect(killed).toBe(KILLS);
  },
  120_000 + KILLS * 30_000,
);
