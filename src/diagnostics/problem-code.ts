/** An error stops the build of an issue; a warning does not. */
export type Severity = 'error' | 'warning';

/** Description of a problem code. */
export interface CodeNote {
  readonly severity: Severity;
  /** Why the problem matters, in one sentence for editors. */
  readonly why: string;
  /** Whether its problems may carry an edit, and who applies it. */
  readonly fix?: Fix | undefined;
  /** A text that has the problem. */
  readonly bad?: Example | undefined;
  /** The same text without the problem. */
  readonly good?: Example | undefined;
}

/** An example of a rule: the text of a body, or several texts by their keys. */
export type Example = string | Readonly<Record<string, string>>;

/**
 * How the edits of a code are applied: `automatic` if some of them are sure, so that `check --fix` applies
 * these; `suggested` if an editor has to choose.
 */
export type Fix = 'automatic' | 'suggested';

/** Descriptions by problem code, in the order in which an issue is checked. */
export type CodeNotes = Readonly<Record<string, CodeNote>>;

/** What a description has beside the reason; a fix alone is written without its key. */
type Details = Fix | Omit<CodeNote, 'severity' | 'why'>;

/** Returns the description of an error code. */
export function error(why: string, details: Details = {}): CodeNote {
  return createNote('error', why, details);
}

/** Returns the description of a warning code. */
export function warning(why: string, details: Details = {}): CodeNote {
  return createNote('warning', why, details);
}

function createNote(severity: Severity, why: string, details: Details): CodeNote {
  return { severity, why, ...(typeof details === 'string' ? { fix: details } : details) };
}

/** Formats the codes as a Markdown table; examples stand below the reason. */
export function printCodes(codes: CodeNotes): string {
  const rows = Object.entries(codes).map(([code, { severity, why, fix, bad, good }]) => {
    const lines = [why, ...printExample('wrong', bad), ...printExample('right', good)];
    return `| \`${code}\` | ${severity} | ${lines.join('<br>')} | ${fix ?? ''} |`;
  });
  return ['| code | | why | fix |', '|---|---|---|---|', ...rows].join('\n');
}

function printExample(label: string, example: Example | undefined): string[] {
  if (example === undefined) return [];
  const texts =
    typeof example === 'string'
      ? [example]
      : Object.entries(example).map(([key, text]) => `${key}: ${text}`);
  // A line break or a vertical bar would end the cell.
  const lines = texts
    .flatMap((text) => text.split(/\n+/))
    .map((line) => line.replaceAll('|', '\\|'));
  return [`${label}: ${lines.map((line) => `\`${line}\``).join(' ')}`];
}
