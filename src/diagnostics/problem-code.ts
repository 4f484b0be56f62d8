/** An error keeps an issue from being printed; a warning does not. */
export type Severity = 'error' | 'warning';

/** What a code stands for. */
export interface CodeNote {
  readonly severity: Severity;
  /** Why the problem is looked for, in one sentence for editors. */
  readonly why: string;
}

/** Codes by their names, in the order in which an issue is checked; each part registers its own. */
export type CodeNotes = Readonly<Record<string, CodeNote>>;

/** Describes a code of an error. */
export function error(why: string): CodeNote {
  return { severity: 'error', why };
}

/** Describes a code of a warning. */
export function warning(why: string): CodeNote {
  return { severity: 'warning', why };
}

/** Returns the codes as a table in Markdown. */
export function printCodes(codes: CodeNotes): string {
  const rows = Object.entries(codes).map(
    ([code, { severity, why }]) => `| \`${code}\` | ${severity} | ${why} |`,
  );
  return ['| code | | why |', '|---|---|---|', ...rows].join('\n');
}
