import { showLimit } from '../limits.ts';
import type { Problem } from './problem.ts';

/**
 * Problems of one code in a file from which they are one entry. Three with their source lines and hints still
 * fit on a screen of 24 lines, and each of them may be read; a longer list hides the other problems.
 */
const MIN_GROUP = 4;

/** Problems that are shown as one entry: one problem, or all of one code in a file. */
export type ProblemGroup = readonly [first: Problem, ...others: Problem[]];

/** Groups problems that come in numbers. A group stands in the place of its first problem. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const byKind = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const known = byKind.get(kindOf(problem));
    if (known) known.push(problem);
    else byKind.set(kindOf(problem), [problem]);
  }
  return problems.flatMap((problem): ProblemGroup[] => {
    const group = byKind.get(kindOf(problem));
    if (!group || group.length < MIN_GROUP) return [[problem]];
    return group[0] === problem ? [group] : [];
  });
}

function kindOf({ file, severity, code }: Problem): string {
  return `${severity} ${code} ${file}`;
}

/** Most places of a group that the terminal lists: half of a screen of 24 lines. */
const MAX_PLACES = 10;

/**
 * Returns a list of the other problems of a group: in one line their lines if all messages are the same, otherwise
 * a line for each.
 * @param isFolded whether the list ends after some, with the command that prints all
 */
export function listOthers(
  [first, ...others]: ProblemGroup,
  { isFolded }: { readonly isFolded: boolean },
): string[] {
  if (others.length === 0) return [];
  const omitted = others.reduce((sum, problem) => sum + (problem.omitted ?? 0), 0);
  const number = showLimit(others.length + omitted);
  const isSame = others.every(({ message }) => message === first.message);
  // Numbers of lines are short, so that five of them take the place of a message.
  const shown = isFolded ? others.slice(0, isSame ? MAX_PLACES * 5 : MAX_PLACES) : others;
  const rest = others.length - shown.length + omitted;
  const command = shown.length < others.length ? ' (npm run check -- --full)' : '';
  const more = rest === 0 ? '' : `and ${showLimit(rest)} more${command}`;
  if (isSame && shown.every(({ range }) => range)) {
    const lines = shown.map(({ range }) => String(range?.start.line));
    const places = [lines.join(', '), ...(more === '' ? [] : [more])].join(' ');
    return [`${number} more of this kind, in lines ${places}`];
  }
  const list = shown.map((problem) => `  ${placeOf(problem)}: ${problem.message}`);
  return [`${number} more of this kind:`, ...list, ...(more === '' ? [] : [`  … ${more}`])];
}

function placeOf({ range }: Problem): string {
  return range ? `line ${range.start.line}` : 'the file';
}
