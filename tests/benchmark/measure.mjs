import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Interval for reading the peak memory of a running process, in ms. */
const POLL_INTERVAL = 10;

/** Minimal environment of a measured process: NODE_OPTIONS or extra certificates would take time. */
export const environment = { PATH: process.env.PATH, HOME: process.env.HOME };

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Returns the arguments for Node.js of a script in package.json, with absolute paths. */
export function wordsOf(script) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, ...words] = scripts[script].split(' ');
  return words.map((word) => (word.startsWith('src/') ? join(root, word) : word));
}

/**
 * Runs a command.
 * @returns its wall time in s, exit code, output, and peak memory in MB (without child processes; Linux
 *   only, undefined elsewhere)
 */
export function runProcess(program, words) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, words, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let peakMemory;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
      });
    }
    const polling = setInterval(() => {
      peakMemory = readPeakMemory(child.pid) ?? peakMemory;
    }, POLL_INTERVAL);
    child.on('error', (error) => {
      clearInterval(polling);
      reject(error);
    });
    child.on('close', (code) => {
      clearInterval(polling);
      resolve({ seconds: (performance.now() - started) / 1000, peakMemory, code, printed });
    });
  });
}

/** Returns a process's peak memory in MB. Source: proc(5), "VmHWM". */
function readPeakMemory(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** Returns the median. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Formats median, lowest and highest value with the given number of decimals. */
export function describeSpread(values, places) {
  const [low, high] = [Math.min(...values), Math.max(...values)].map((v) => v.toFixed(places));
  return `${median(values).toFixed(places)} (${low}–${high})`;
}
