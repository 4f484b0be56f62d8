import type { PrintContext } from './print-text.ts';
import { hasErrors, type Problem } from './problem.ts';
import type { CodeNotes } from './problem-code.ts';
import { slashPath } from './show-controls.ts';
/** The problems as JSON for other programs: counts, then each problem with its file and place. */
export function printJson(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string {
  const errors = problems.filter((problem) => hasErrors([problem])).length;
  const listed = problems.map(({ code, severity, file, range, message, hints, related }) => ({
    code,
    severity,
    file: slashPath(displayPath(file)),
    start: range?.start ?? null,
    end: range?.end ?? null,
    message,
    hints,
    ...(related && {
      related: {
        label: related.label,
        file: slashPath(displayPath(related.file)),
        start: related.range.start,
        end: related.range.end,
      },
    }),
  }));
  const counts = { errors, warnings: problems.length - errors };
  return printPlainJson({ ...counts, problems: listed });
}

/**
 * What JSON lets stand as it is and a terminal would obey: control signs beyond ASCII, signs that turn
 * the direction of writing, line ends that not every editor shows.
 * Source: RFC 8259, section 7; Unicode, "Bidirectional Character Types"; CVE-2021-42574.
 */
const OBEYED = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON with indents that nothing obeys when it is shown; the value is the same. */
export function printPlainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    OBEYED,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The problems as SARIF, which code hosts and editors show beside the lines.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function printSarif(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
  codes: CodeNotes,
): string {
  const names = Object.keys(codes);
  const driver = {
    name: 'caricc-bulletin',
    rules: Object.entries(codes).map(([id, { why, severity }]) => ({
      id,
      shortDescription: { text: why },
      defaultConfiguration: { level: severity },
    })),
  };
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: names.indexOf(problem.code),
    level: problem.severity,
    message: { text: [problem.message, ...problem.hints].join('\n') },
    locations: [{ physicalLocation: locate(problem, displayPath) }],
    ...(problem.related && {
      relatedLocations: [
        {
          message: { text: problem.related.label },
          physicalLocation: locate(problem.related, displayPath),
        },
      ],
    }),
  }));
  return printPlainJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  });
}

function locate(
  { file, range }: Pick<Problem, 'file' | 'range'>,
  displayPath: PrintContext['displayPath'],
) {
  const uri = slashPath(displayPath(file)).split('/').map(encodeURIComponent).join('/');
  const artifactLocation = { uri: uri.replace(/^([a-z])%3A/i, '$1:') };
  if (!range) return { artifactLocation };
  const { start, end } = range;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { artifactLocation, region };
}

/** How problems can be printed: for people, for programs, for GitHub's machines, for code hosts. */
export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;

/** One of the ways in which problems can be printed. */
export type ProblemFormat = (typeof FORMATS)[number];
