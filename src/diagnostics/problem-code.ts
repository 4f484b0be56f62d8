/** An error stops the build of an issue; a warning does not. */
export type Severity = 'error' | 'warning';

/** Description of a problem code. */
export interface CodeNote {
  readonly severity: Severity;
  /** Why the problem matters, in one sentence for editors. */
  readonly why: string;
  /** Whether its problems may carry an edit, and who applies it. */
  readonly fix?: Fix | undefined;
}

/**
 * How the edits of a code are applied: `automatic` if some of them are sure, so that `check --fix` applies
 * these; `suggested` if an editor has to choose.
 */
export type Fix = 'automatic' | 'suggested';

/** Descriptions by problem code, in the order in which an issue is checked. */
export type CodeNotes = Readonly<Record<string, CodeNote>>;

/** Returns the description of an error code. */
export function error(why: string, fix?: Fix): CodeNote {
  return { severity: 'error', why, ...(fix && { fix }) };
}

/** Returns the description of a warning code. */
export function warning(why: string, fix?: Fix): CodeNote {
  return { severity: 'warning', why, ...(fix && { fix }) };
}

/** Formats the codes as a Markdown table. */
export function printCodes(codes: CodeNotes): string {
  const rows = Object.entries(codes).map(
    ([code, { severity, why, fix }]) => `| \`${code}\` | ${severity} | ${why} | ${fix ?? ''} |`,
  );
  return ['| code | | why | fix |', '|---|---|---|---|', ...rows].join('\n');
}
