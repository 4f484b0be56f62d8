// Applies mistakes to real issues, and reports which of them `check` finds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/diagnostics/problem.ts';
import { createNodeHost } from '../../src/host/node-host.ts';
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from './memory-host.ts';
import { referenceIssue, root } from './project-root.ts';

/** A mistake, made by replacing a text that an issue file has once. */
export interface SeededMistake {
  readonly id: string;
  /** Name of an issue of the project; `reference` is the published release beside the project. */
  readonly issue: string;
  readonly kind: string;
  readonly find: string;
  readonly replace: string;
  /** The wrong words, which a problem should mark. */
  readonly mark: string;
  /** Whether every editor would correct it; otherwise it is a matter of judgement. */
  readonly certain: boolean;
  readonly why: string;
  /** Whether only someone who understands the text can see it. */
  readonly needsUnderstanding?: boolean;
}

/** What `check` reports of a mistake: a code at its line, a code elsewhere, or nothing. */
export interface SeedResult {
  readonly mistake: SeededMistake;
  readonly found: 'caught' | 'wrong line' | 'missed';
  readonly codes: readonly string[];
}

/** Path of the issue file that a mistake is made in; undefined if it is not there. */
function fileOf(issue: string): string | undefined {
  const folder = issue === 'reference' ? referenceIssue : join(root, 'issues', issue);
  return folder && join(folder, 'issue.yaml');
}

/**
 * Applies mistakes, and checks the issues with them. Leaves out mistakes in issues that are not there.
 * @param options.together whether mistakes far from each other are made at once, which is faster
 */
export async function checkSeeds(
  mistakes: readonly SeededMistake[],
  { together }: { readonly together: boolean },
): Promise<SeedResult[]> {
  const { readFile, kindOf, realPath, list } = createNodeHost();
  const host = createMemoryHost({}, { kindOf, realPath, list, readFile });
  const pipeline = createPipeline({ host, root, output: '/out' });
  const check = async (file: string, text: string) =>
    (await pipeline.checkIssue(file, new Map([[file, text]]))).problems;
  const results: SeedResult[] = [];
  for (const issue of new Set(mistakes.map((mistake) => mistake.issue))) {
    const file = fileOf(issue);
    if (file === undefined) continue;
    const text = readFileSync(file, 'utf8');
    const before = new Set((await check(file, text)).map(keyOf));
    const placed = mistakes.filter((one) => one.issue === issue).map((one) => place(one, text));
    for (const group of together ? groupDistant(placed) : placed.map((one) => [one])) {
      const { wrong, marks } = applyMistakes(text, group);
      const problems = (await check(file, wrong)).filter((one) => !before.has(keyOf(one)));
      results.push(...marks.map((mark) => judge(mark, problems)));
    }
  }
  return results;
}

/** A mistake, and the offset of the text that it replaces. */
interface PlacedMistake {
  readonly mistake: SeededMistake;
  readonly at: number;
}

function place(mistake: SeededMistake, text: string): PlacedMistake {
  const { id, find } = mistake;
  const at = text.indexOf(find);
  if (at < 0 || text.includes(find, at + 1)) throw new Error(`${id}: the text is not there once`);
  return { mistake, at };
}

/** Letters between mistakes that are made at once: about an article, so that none hides another. */
const MIN_DISTANCE = 3000;

/** Groups mistakes whose marks are in their own text and that are far from each other. */
function groupDistant(placed: readonly PlacedMistake[]): PlacedMistake[][] {
  const groups: PlacedMistake[][] = [];
  for (const one of [...placed].sort((a, b) => a.at - b.at)) {
    const isOwn = ({ mistake }: PlacedMistake) => mistake.replace.includes(mistake.mark);
    const group = groups.find(
      (others) =>
        isOwn(one) && others.every((other) => isOwn(other) && one.at - other.at > MIN_DISTANCE),
    );
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** The lines of a mistake's mark. */
interface MarkedLines {
  readonly mistake: SeededMistake;
  readonly first: number;
  readonly last: number;
}

/** Returns the text with the mistakes, which are in its order, and the lines of their marks. */
function applyMistakes(text: string, group: readonly PlacedMistake[]) {
  let wrong = '';
  let done = 0;
  const starts = group.map(({ mistake: { find, replace }, at }) => {
    wrong += text.slice(done, at);
    const start = wrong.length;
    wrong += replace;
    done = at + find.length;
    return start;
  });
  wrong += text.slice(done);
  const lineAt = (offset: number) => wrong.slice(0, offset).split('\n').length;
  const marks = group.map(({ mistake }, index): MarkedLines => {
    const { id, replace, mark } = mistake;
    const inside = replace.indexOf(mark);
    const from = inside < 0 ? wrong.indexOf(mark) : (starts[index] ?? 0) + inside;
    if (from < 0) throw new Error(`${id}: the mark is not in the text`);
    return { mistake, first: lineAt(from), last: lineAt(from + Math.max(0, mark.length - 1)) };
  });
  return { wrong, marks };
}

function judge({ mistake, ...lines }: MarkedLines, problems: readonly Problem[]): SeedResult {
  const here = problems.filter((problem) => isOn(problem, lines));
  const codes = [...new Set((here.length > 0 ? here : problems).map(({ code }) => code))];
  const found = here.length > 0 ? 'caught' : problems.length > 0 ? 'wrong line' : 'missed';
  return { mistake, found, codes };
}

function isOn({ range }: Problem, lines: { readonly first: number; readonly last: number }) {
  return range !== undefined && range.start.line <= lines.last && range.end.line >= lines.first;
}

/** Identifies a problem in an issue whose lines may have moved. */
function keyOf({ code, message }: Problem): string {
  return `${code} ${message.replace(/\d+/g, '#')}`;
}
