// Options and help texts that commands share.
import { join } from 'node:path';
import { Option } from 'commander';
import { PUBLICATIONS } from '../publications/index.ts';
import { HELP_COLORS } from './terminal.ts';

/** Help text that is printed below the options of a command. */
interface Help {
  /** Notes for editors, in lines of at most 80 characters. */
  readonly notes?: string;
  readonly exitCodes: Readonly<Record<number, string>>;
  /** Command lines, without `npm run`. */
  readonly examples: readonly string[];
}

/** Meaning of exit code 2. */
export const FAILED_MEANING = 'wrong usage, or the machine failed (disk, permissions)';

/** Composes the text that commander prints below a command's options. */
export function printHelp({ notes, exitCodes, examples }: Help): string {
  const codes = Object.entries(exitCodes);
  const width = Math.max(...codes.map(([code]) => code.length));
  return [
    ...(notes === undefined ? [] : ['', notes]),
    '',
    HELP_COLORS.bold('Exit codes:'),
    ...codes.map(([code, meaning]) => `  ${code.padEnd(width)}  ${meaning}`),
    '',
    HELP_COLORS.bold('Examples:'),
    ...examples.map((example) => `  npm run ${example}`),
  ].join('\n');
}

/** Creates the --out option. The help shows the default folder as a path relative to the project. */
export function outOption(description: string, root: string, ...folder: string[]): Option {
  return new Option('--out <folder>', description).default(join(root, ...folder), join(...folder));
}

/** The option that chooses a publication. */
export function publicationOption(description: string, fallback?: string): Option {
  const names = PUBLICATIONS.map(({ name }) => name);
  const option = new Option('--publication <name>', description).choices(names);
  return fallback === undefined ? option : option.default(fallback);
}

/** The option that chooses a language. */
export function languageOption(): Option {
  return new Option('--language <code>', 'take only the editions in this language');
}
