// Loaded before a program (`node --import`): tells at the end the most memory it had, in kB.
import { writeSync } from 'node:fs';

process.on('exit', () => writeSync(2, `\nPEAK ${process.resourceUsage().maxRSS}\n`));
