import type { PrintContext } from './print-text.ts';
import { type Edit, hasErrors, hintsOf, type Problem, type Range } from './problem.ts';
import type { CodeNotes } from './problem-code.ts';
import { toSlashPath } from './show-controls.ts';

/** Formats problems as JSON for other programs: counts, then every problem with its file and range. */
export function printJson(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string {
  const errors = problems.filter((problem) => hasErrors([problem])).length;
  const listed = problems.map(
    ({ code, severity, file, range, message, hints, omitted, related, edits }) => ({
      code,
      severity,
      file: toSlashPath(displayPath(file)),
      start: range?.start ?? null,
      end: range?.end ?? null,
      message,
      hints: hintsOf({ hints, omitted }),
      ...(related && {
        related: {
          label: related.label,
          file: toSlashPath(displayPath(related.file)),
          start: related.range.start,
          end: related.range.end,
        },
      }),
      ...(edits && {
        edits: edits.map(({ title, isSure, changes }) => ({
          title,
          isSure,
          changes: changes.map((change) => ({
            file: toSlashPath(displayPath(change.file)),
            start: change.range.start,
            end: change.range.end,
            newText: change.newText,
          })),
        })),
      }),
    }),
  );
  const counts = { errors, warnings: problems.length - errors };
  return printEscapedJson({ ...counts, problems: listed });
}

/**
 * Characters that JSON does not escape but a terminal interprets: control characters beyond ASCII,
 * bidirectional controls, and line separators that not every editor shows.
 * Source: RFC 8259, section 7; Unicode, "Bidirectional Character Types"; CVE-2021-42574.
 */
const CONTROL_CHARACTERS = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Serializes a value as indented JSON in which control characters are escaped. */
export function printEscapedJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    CONTROL_CHARACTERS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * Formats problems as SARIF, which code hosts and editors show next to the lines. Every place is a result of
 * its own: the programs that read it group them.
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
    message: { text: [problem.message, ...hintsOf(problem)].join('\n') },
    locations: [{ physicalLocation: locate(problem, displayPath) }],
    ...(problem.related && {
      relatedLocations: [
        {
          message: { text: problem.related.label },
          physicalLocation: locate(problem.related, displayPath),
        },
      ],
    }),
    ...(problem.edits && { fixes: problem.edits.map((edit) => describeFix(edit, displayPath)) }),
  }));
  return printEscapedJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  });
}

/** Describes an edit as a fix object of SARIF; see its sections 3.55 to 3.57. */
function describeFix({ title, changes }: Edit, displayPath: PrintContext['displayPath']) {
  const files = [...new Set(changes.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      ...locate({ file, range: undefined }, displayPath),
      replacements: changes
        .filter((change) => change.file === file)
        .map(({ range, newText }) => ({
          deletedRegion: regionOf(range),
          insertedContent: { text: newText },
        })),
    })),
  };
}

function locate(
  { file, range }: Pick<Problem, 'file' | 'range'>,
  displayPath: PrintContext['displayPath'],
) {
  const uri = toSlashPath(displayPath(file)).split('/').map(encodeURIComponent).join('/');
  const artifactLocation = { uri: uri.replace(/^([a-z])%3A/i, '$1:') };
  if (!range) return { artifactLocation };
  return { artifactLocation, region: regionOf(range) };
}

function regionOf({ start, end }: Range) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** Output formats of problems: for people, other programs, GitHub Actions and code hosts. */
export const FORMATS = ['text', 'json', 'github', 'sarif'] as const;

/** An output format of problems. */
export type ProblemFormat = (typeof FORMATS)[number];
