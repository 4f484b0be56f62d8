// Keys that belong to the empty key above them and are only not indented: photo:, then file: right
// below it.
import type { z } from 'zod';
import type { SourceDocument } from './read-yaml.ts';
import { keysAt } from './schema-shape.ts';
import type { ValuePath } from './value-path.ts';

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
