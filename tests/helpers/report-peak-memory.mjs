// Loaded before a program (`node --import`): prints at its end the most memory it had, in kB.
import { existsSync, readFileSync, writeSync } from 'node:fs';

/** Where Linux says it of this program alone: ru_maxrss begins with that of the process that forked. */
const STATUS = '/proc/self/status';

function readPeak() {
  if (!existsSync(STATUS)) return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1]);
}

process.on('exit', () => writeSync(2, `\nPEAK ${readPeak()}\n`));
