import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How often a running process is asked for its peak memory, in ms. */
const ASK_EVERY = 10;

/** What a process is told of its surroundings: certificates to be read or options would cost time. */
export const environment = { PATH: process.env.PATH, HOME: process.env.HOME };

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The words that npm gives Node.js for a script of package.json, to be used from any folder. */
export function wordsOf(script) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, ...words] = scripts[script].split(' ');
  return words.map((word) => (word.startsWith('src/') ? join(root, word) : word));
}

/**
 * Runs a command to its end.
 * @returns its wall time in s, its exit code, what it printed, and its peak memory in MB (of the one
 *   process, as Linux tells it; undefined elsewhere)
 */
export function runProcess(program, words) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let buildCache;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
      });
    }
    const asking = setInterval(() => {
      buildCache = readPeak(child.pid) ?? buildCache;
    }, ASK_EVERY);
    child.on('error', (error) => {
      clearInterval(asking);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(asking);
      resolve({ seconds: (performance.now() - started) / 1000, buildCache, code, printed });
    });
  });
}

/** A process's peak memory in MB. Source: proc(5), "VmHWM". */
function readPeak(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** The value in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median, lowest and highest with so many places. */
export function describeSpread(values, places) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((v) => v.toFixed(places));
  return `${median(values).toFixed(places)} (${low}–${high})`;
}
