import type { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import { findLookAlikes, findNearMiss } from '../diagnostics/suggestions.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';
import { homesOfKey, keysAt } from './schema-shape.ts';
/** The key of the format that was probably meant by one at this place. */
export function guessKey(schema: z.ZodType, path: ValuePath, key: string): string | undefined {
  return findNearMiss(findLookAlikes(key)?.latin ?? key, keysAt(schema, path));
}

/** Tells of a key that the format does not know; `near` is the one that was probably meant. */
export function explainUnknownKey(
  schema: z.ZodType,
  path: ValuePath,
  key: string,
  near: string | undefined,
  document: SourceDocument,
): Omit<Problem, 'file' | 'severity'> {
  const range = document.locateKey([...path, key]);
  if (near) {
    const message = `\`${key}\` is not a key of the format: did you mean \`${near}\`?`;
    const alike = findLookAlikes(key);
    return { code: 'key-unknown', range, message, hints: alike ? [alike.hint] : [] };
  }
  const homes = homesOfKey(schema, key);
  const hints = homes.map((home) => `\`${key}\` belongs to ${home}; check the indent.`);
  if (/\s/.test(key)) {
    hints.push('Text with a comma in it, between { and }, goes into single quotes.');
  }
  hints.push(`The keys known here are: ${keysAt(schema, path).join(', ')}.`);
  const message = `\`${key}\` is not a key of the format here`;
  return { code: 'key-unknown', range, message, hints };
}

// Keys that belong to the empty key above them and are only not indented: photo:, then file: right
// below it.

/** The keys beside an empty one that the schema knows only below it. */
export function strayKeysOf(
  schema: z.ZodType,
  { value }: SourceDocument,
  path: ValuePath,
): string[] {
  const parent = path.slice(0, -1);
  const beside = valueAt(value, parent);
  if (!isMapping(beside) || beside[String(path.at(-1))] !== null) return [];
  const here = keysAt(schema, parent);
  const below = keysAt(schema, path);
  return Object.keys(beside).filter((key) => below.includes(key) && !here.includes(key));
}

/** Whether an unknown key of the mapping at `path` strayed from an empty key beside it. */
export function isStray(
  schema: z.ZodType,
  document: SourceDocument,
  path: ValuePath,
  key: string,
): boolean {
  return keysAt(schema, path).some((owner) =>
    strayKeysOf(schema, document, [...path, owner]).includes(key),
  );
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      isMapping(current) && Object.hasOwn(current, step) ? current[String(step)] : undefined,
    value,
  );
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
