// Leaves out schema problems that follow from another one: a line that is missing, or in the wrong column.
import type { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';
import { accepts, isMapping, keysAt, valueAt } from './unknown-keys.ts';

/** A problem of a value, with the path of the value or the key that it is about. */
export interface SchemaProblem extends Omit<Problem, 'file' | 'severity'> {
  readonly path: ValuePath;
}

/** The problems that are mistakes of their own. */
export interface OwnProblems {
  readonly problems: readonly SchemaProblem[];
  /** Paths of values that hold what is missing elsewhere, so that they are not what the author meant. */
  readonly invalidPaths: readonly ValuePath[];
}

/** Returns the problems that do not follow from others. */
export function withoutConsequences(
  found: readonly SchemaProblem[],
  schema: z.ZodType,
  document: SourceDocument,
): OwnProblems {
  const invalidPaths: ValuePath[] = [];
  const dropped = new Set(findMovedKeys(found));
  const problems = found.map((problem): SchemaProblem => {
    if (problem.code !== 'key-missing' || dropped.has(problem)) return problem;
    const items = found.filter((one) => isItemOf(problem, one, schema, document));
    for (const item of items) dropped.add(item);
    if (items[0]) return explainMissingLine(problem, items[0].range);
    const joined = findJoinedItem(problem.path, schema, document);
    if (!joined) return problem;
    invalidPaths.push(joined.path);
    return explainMissingLine(problem, joined.range);
  });
  return {
    problems: problems.filter((_, index) => !dropped.has(found[index] as SchemaProblem)),
    invalidPaths,
  };
}

/** Returns the missing keys that stand further down in the wrong column, where they are unknown. */
function findMovedKeys(found: readonly SchemaProblem[]): SchemaProblem[] {
  const keyOf = ({ path }: SchemaProblem) => path.at(-1);
  const lineOf = ({ range }: SchemaProblem) => range?.start.line ?? 0;
  const unknown = found.filter(({ code }) => code === 'key-unknown');
  return unknown.flatMap((one) => {
    const missing = found.filter(
      (other) => other.code === 'key-missing' && keyOf(other) === keyOf(one),
    );
    return missing.findLast((other) => lineOf(other) <= lineOf(one)) ?? [];
  });
}

/** Whether a value that its list does not accept is an item of the list that is missing beside it. */
function isItemOf(
  { path: missing }: SchemaProblem,
  { code, path }: SchemaProblem,
  schema: z.ZodType,
  { value }: SourceDocument,
): boolean {
  const isBeside = path.length === missing.length + 1 && startsWith(path, missing.slice(0, -1));
  const item = valueAt(value, path);
  if (code !== 'value-type' || !isBeside || !isMapping(item)) return false;
  const keys = keysAt(schema, [...missing, 0]);
  return Object.keys(item).length > 0 && Object.keys(item).every((key) => keys.includes(key));
}

/** Finds an item of a missing list that YAML has joined to the text of the key above. */
function findJoinedItem(missing: ValuePath, schema: z.ZodType, document: SourceDocument) {
  if (!accepts(schema, missing, ['text'])) return undefined;
  const parent = missing.slice(0, -1);
  const siblings = valueAt(document.value, parent);
  if (!isMapping(siblings)) return undefined;
  for (const [key, value] of Object.entries(siblings)) {
    const path = [...parent, key];
    const range = typeof value === 'string' ? document.locateJoinedLine(path) : undefined;
    if (range) return { path, range };
  }
  return undefined;
}

function explainMissingLine(problem: SchemaProblem, range: Problem['range']): SchemaProblem {
  const key = String(problem.path.at(-1));
  return {
    ...problem,
    range,
    hints: [`Put the line \`${key}:\` above this one.`, ...problem.hints],
  };
}

function startsWith(path: ValuePath, start: ValuePath): boolean {
  return start.every((step, index) => path[index] === step);
}
