// For any content of issue.yaml, the program ends with exit code 0 or 1 and needs at most 512 MB.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { COSTLY_TEXTS } from '../helpers/hostile-texts.ts';
import { startProgram } from '../helpers/launch-program.ts';
import { root } from '../helpers/project-root.ts';
import { makeRealFolder } from '../helpers/real-folder.ts';

/** Maximum memory of the process, in MB. */
const MAX_MEMORY = 512;
/** Maximum size of V8's heap, in MB; Node.js terminates a program that needs more. */
const MAX_HEAP = 400;
/** Time in ms after which the process is considered hung. */
const TIMEOUT = 90_000;

const base = makeRealFolder();
const PEAK = pathToFileURL(join(root, 'tests', 'helpers', 'report-peak-memory.mjs')).href;
const node = [`--max-old-space-size=${MAX_HEAP}`, `--import=${PEAK}`];

test.each([
  ['an alias bomb', 1],
  ['a list that holds itself', 1],
  ['25,000 aliases', 1],
  ['100,000 keys', 1],
  ['10,000 articles', 1],
  ['100,000 open brackets', 1],
  ['100,000 dashes', 1],
  ['20,000 nested quotes and words', 1],
  ['a word of 50,000 letters', 1],
  ['a key of 1 MB', 1],
  ['a title, a lead, a source at their limits', 0],
  ['a word at its limit in the title', 0],
  ['topics at their limits', 0],
  ['a paragraph at its limit', 0],
  ['a body at its limit', 0],
])(
  '%s',
  async (what, exitCode) => {
    const folder = join(base, what);
    mkdirSync(folder);
    const text = COSTLY_TEXTS[what];
    if (text === undefined) throw new Error(`There is no hostile text of this name: ${what}`);
    writeFileSync(join(folder, 'issue.yaml'), text);
    const words = ['build-issue', folder, '--out', join(base, 'output')];
    const { child, ended } = startProgram(words, { node });
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT);
    const { code, signal, err } = await ended;
    clearTimeout(timer);
    expect(signal).toBeNull();
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(code).toBe(exitCode);
    const peak = Number(/^PEAK (\d+)$/m.exec(err)?.[1]) / 1024;
    expect(peak).toBeGreaterThan(30);
    expect(peak).toBeLessThan(MAX_MEMORY);
  },
  TIMEOUT + 10_000,
);
