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

/** Applies each mistake alone, and checks the issue with it. Leaves out mistakes in issues that are not there. */
export async function checkSeeds(mistakes: readonly SeededMistake[]): Promise<SeedResult[]> {
  const { readFile, kindOf, realPath, list } = createNodeHost();
  const host = createMemoryHost({}, { kindOf, realPath, list, readFile });
  const pipeline = createPipeline({ host, root, output: '/out' });
  const check = async (file: string, text: string) =>
    (await pipeline.checkIssue(file, new Map([[file, text]]))).problems;
  const known = new Map<string, ReadonlySet<string>>();
  const results: SeedResult[] = [];
  for (const mistake of mistakes) {
    const file = fileOf(mistake.issue);
    if (file === undefined) continue;
    const text = readFileSync(file, 'utf8');
    const before = known.get(file) ?? new Set((await check(file, text)).map(keyOf));
    known.set(file, before);
    const [wrong, line] = applyMistake(text, mistake);
    const problems = (await check(file, wrong)).filter((problem) => !before.has(keyOf(problem)));
    const here = problems.filter((problem) => isOn(problem, line));
    const codes = [...new Set((here.length > 0 ? here : problems).map(({ code }) => code))];
    const found = here.length > 0 ? 'caught' : problems.length > 0 ? 'wrong line' : 'missed';
    results.push({ mistake, found, codes });
  }
  return results;
}

/** Returns the text with the mistake, and the lines of its mark. */
function applyMistake(
  text: string,
  { id, find, replace, mark }: SeededMistake,
): [text: string, lines: { readonly first: number; readonly last: number }] {
  const at = text.indexOf(find);
  if (at < 0 || text.includes(find, at + 1)) throw new Error(`${id}: the text is not there once`);
  const wrong = text.slice(0, at) + replace + text.slice(at + find.length);
  const inside = replace.indexOf(mark);
  const elsewhere = wrong.indexOf(mark);
  if (inside < 0 && elsewhere < 0) throw new Error(`${id}: the mark is not in the text`);
  const from = inside < 0 ? elsewhere : at + inside;
  const lineAt = (offset: number) => wrong.slice(0, offset).split('\n').length;
  return [wrong, { first: lineAt(from), last: lineAt(from + Math.max(0, mark.length - 1)) }];
}

function isOn({ range }: Problem, lines: { readonly first: number; readonly last: number }) {
  return range !== undefined && range.start.line <= lines.last && range.end.line >= lines.first;
}

/** Identifies a problem in an issue whose lines may have moved. */
function keyOf({ code, message }: Problem): string {
  return `${code} ${message.replace(/\d+/g, '#')}`;
}
