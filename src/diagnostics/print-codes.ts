import { CODE_NOTES } from './problem-code.ts';

/** The table of all codes in Markdown, as the README has it. */
export function printCodes(): string {
  const rows = Object.entries(CODE_NOTES).map(
    ([code, { severity, why }]) => `| \`${code}\` | ${severity} | ${why} |`,
  );
  return ['| code | | why |', '|---|---|---|', ...rows].join('\n');
}
