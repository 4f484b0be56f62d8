// Loaded before a program with `node --import`. Prints its peak memory in kB at exit.
import { existsSync, readFileSync, writeSync } from 'node:fs';

/** Linux's figures for this process alone; ru_maxrss starts with that of the process that forked it. */
const STATUS = '/proc/self/status';

function readPeak() {
  if (!existsSync(STATUS)) return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1]);
}

process.on('exit', () => writeSync(2, `\nPEAK ${readPeak()}\n`));
