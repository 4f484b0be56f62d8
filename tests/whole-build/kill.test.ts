// Kills builds at random moments, as often as KILLS says.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { findDamage } from '../helpers/check-pdf.ts';
import { runProgram, startProgram } from '../helpers/launch-program.ts';
import { EDITION_NAME, makeEditions } from '../helpers/make-editions.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';
import { createRandom } from '../helpers/seeded-random.ts';

const KILLS = Number(process.env.KILLS ?? 6);
/** Number of kills before a build that is not killed and must leave no leftovers. */
const KILLS_IN_A_ROW = 5;
/** Time in ms from a build's first file to its end; nearly all builds are faster. */
const WRITING = 40;

const base = makeRealFolder();
const output = join(base, 'output');
const FILES = [`${EDITION_NAME}.json`, `${EDITION_NAME}.pdf`];
/** Files of both editions by name, from builds without a kill. */
const complete = new Map<string, Buffer[]>(FILES.map((name) => [name, []]));
let editions: { first: string; second: string };
/** Duration of a build on this machine, in ms. */
let duration = 0;

const wordsFor = (folder: string) => ['build-issue', folder, '--out', output];

beforeAll(async () => {
  mkdirSync(output);
  editions = await makeEditions(base);
  await runProgram(wordsFor(editions.first));
  for (const folder of [editions.second, editions.first]) {
    const started = performance.now();
    expect(await runProgram(wordsFor(folder))).toMatchObject({ code: 0, err: '' });
    duration = performance.now() - started;
    for (const name of FILES) complete.get(name)?.push(readFileSync(join(output, name)));
    const pdf = join(output, `${EDITION_NAME}.pdf`);
    expect(findDamage(pdf, readFileSync(pdf))).toBeUndefined();
  }
}, 300_000);

/** Starts a build and kills it after a share of its duration, or of its time for writing if `writing`. */
async function kill(folder: string, signal: NodeJS.Signals, share: number, writing: boolean) {
  const { child, ended } = startProgram(wordsFor(folder));
  const end = () => void child.kill(signal);
  if (!writing) setTimeout(end, share * duration);
  const watcher = watch(output, () => {
    if (writing) setTimeout(end, share * WRITING);
    watcher.close();
  });
  const result = await ended;
  watcher.close();
  return result;
}

function expectCompleteFiles(): void {
  for (const name of FILES.filter((file) => existsSync(join(output, file)))) {
    const bytes = readFileSync(join(output, name));
    expect(complete.get(name)?.some((known) => known.equals(bytes))).toBe(true);
  }
}

/** Expects the matching files of one edition, without leftovers. */
function expectSettled(): void {
  expect(readdirSync(output).sort()).toEqual(FILES);
  const report = JSON.parse(readFileSync(join(output, `${EDITION_NAME}.json`), 'utf8'));
  const pdf = readFileSync(join(output, `${EDITION_NAME}.pdf`));
  expect(createHash('sha256').update(pdf).digest('hex')).toBe(report.sha256);
}

describe('a killed build', () => {
  test(
    `leaves the old or the new files complete, and the next build no leftovers (${KILLS} kills)`,
    async () => {
      const random = createRandom(20250115);
      let killed = 0;
      // A random moment may be after the end of the build; then another one is tried.
      for (let number = 1; number <= KILLS * 3 && killed < KILLS; number++) {
        const folder = number % 2 === 0 ? editions.first : editions.second;
        const signal = number % 4 === 0 ? 'SIGTERM' : 'SIGKILL';
        const result = await kill(folder, signal, random(), random() < 0.6);
        if (result.signal !== null) killed++;
        expectCompleteFiles();
        if (number % KILLS_IN_A_ROW !== 0 && killed < KILLS) continue;
        expect(await runProgram(wordsFor(folder))).toMatchObject({ code: 0, err: '' });
        expectSettled();
      }
      expect(killed).toBe(KILLS);
    },
    120_000 + KILLS * 20_000,
  );

  test('removes its unfinished files after SIGTERM', async () => {
    const { signal } = await kill(editions.second, 'SIGTERM', 0, true);
    expectCompleteFiles();
    expect(readdirSync(output).sort()).toEqual(FILES);
    expect([null, 'SIGTERM']).toContain(signal);
  }, 60_000);
});
