import { printPlainJson } from './plain-json.ts';
import type { PrintContext } from './print-text.ts';
import type { Problem } from './problem.ts';
import { CODE_NOTES, type ProblemCode } from './problem-code.ts';
import { slashPath } from './slash-path.ts';

/**
 * The problems as SARIF, which code hosts and editors show beside the lines.
 * Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
export function printSarif(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string {
  const codes = Object.keys(CODE_NOTES) as ProblemCode[];
  const driver = {
    name: 'caricc-bulletin',
    rules: codes.map((code) => ({
      id: code,
      shortDescription: { text: CODE_NOTES[code].why },
      defaultConfiguration: { level: CODE_NOTES[code].severity },
    })),
  };
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: codes.indexOf(problem.code),
    level: problem.severity,
    message: { text: [problem.message, ...problem.hints].join('\n') },
    locations: [{ physicalLocation: locate(problem, displayPath) }],
  }));
  return printPlainJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  });
}

function locate({ file, range }: Problem, displayPath: PrintContext['displayPath']) {
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
