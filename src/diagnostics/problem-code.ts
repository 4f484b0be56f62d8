/** An error stops the build of an issue; a warning does not. */
export type Severity = 'error' | 'warning';

/** Description of a problem code. */
export interface CodeNote {
  readonly severity: Severity;
  /** Why the problem matters, in one sentence for editors. */
  readonly why: string;
}

/** Descriptions by problem code, in the order in which an issue is checked. */
export type CodeNotes = Readonly<Record<string, CodeNote>>;

/** Returns the description of an error code. */
export function error(why: string): CodeNote {
  return { severity: 'error', why };
}

/** Returns the description of a warning code. */
export function warning(why: string): CodeNote {
  return { severity: 'warning', why };
}

/** Formats the codes as a Markdown table. */
export function printCodes(codes: CodeNotes): string {
  const rows = Object.entries(codes).map(
    ([code, { severity, why }]) => `| \`${code}\` | ${severity} | ${why} |`,
  );
  return ['| code | | why |', '|---|---|---|', ...rows].join('\n');
}
