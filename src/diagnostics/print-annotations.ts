import type { PrintContext } from './print-text.ts';
import type { Problem } from './problem.ts';
import { showControls, slashPath } from './show-controls.ts';

/**
 * The problems as GitHub workflow commands, which that platform shows on the lines of a change.
 * Source: GitHub's "Workflow commands" reference (`::error file=…,line=…,col=…::message`).
 */
export function printAnnotations(
  problems: readonly Problem[],
  { displayPath }: Pick<PrintContext, 'displayPath'>,
): string {
  return problems.map((problem) => `${annotate(problem, displayPath)}\n`).join('');
}

function annotate(problem: Problem, displayPath: (file: string) => string): string {
  const properties = [`file=${escapeProperty(slashPath(displayPath(problem.file)))}`];
  if (problem.range) {
    const { start, end } = problem.range;
    properties.push(`line=${start.line}`, `endLine=${end.line}`, `col=${start.column}`);
    if (end.line === start.line) properties.push(`endColumn=${end.column}`);
  }
  properties.push(`title=${escapeProperty(problem.code)}`);
  const message = [problem.message, ...problem.hints].map(showControls).join('\n');
  return `::${problem.severity} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
