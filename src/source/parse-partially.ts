// Parses the valid parts of a value that does not match its schema, so that the rules can check them in
// the same run.
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import type { ValuePath } from './positions.ts';

/** A value of the schema's type in which empty values replace the invalid parts. */
export interface PartialValue<T> {
  readonly value: T;
  /** Whether the value at this path was valid, and so were the values around it. */
  isValidAt(path: ValuePath): boolean;
}

/** Returns `value` with its invalid parts replaced by empty values; `invalidPaths` lists their paths. */
export function parsePartially<T>(
  schema: z.ZodType<T>,
  value: unknown,
  invalidPaths: readonly ValuePath[],
): PartialValue<T> {
  const invalid = new Set(invalidPaths.map((path) => JSON.stringify(path)));
  const isValidAt = (path: ValuePath) =>
    ![...path, ''].some((_, steps) => invalid.has(JSON.stringify(path.slice(0, steps))));
  return { value: keepValid(schema, value) as T, isValidAt };
}

/** Returns the parsed value, else its valid parts, else an empty value of the schema's type. */
function keepValid(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (schema instanceof z.ZodObject) return keepValidKeys(schema, value);
  if (schema instanceof z.ZodArray) {
    // The items of a list that is too long are not checked any further.
    return Array.isArray(value) && value.length <= LIMITS.listEntries
      ? value.map((item) => keepValid(schema.element as z.ZodType, item))
      : [];
  }
  if (schema instanceof z.ZodLazy) return keepValid(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodUnion) return keepValidBranch(schema.options as z.ZodType[], value);
  if (schema instanceof z.ZodOptional) {
    const hasParts = typeof value === 'object' && value !== null;
    return hasParts ? keepValid(schema.unwrap() as z.ZodType, value) : undefined;
  }
  if (schema instanceof z.ZodDefault) return schema.parse(undefined);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 0;
  return '';
}

function keepValidKeys(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const given = isObject(value) ? value : {};
  return Object.fromEntries(
    Object.entries(schema.shape).map(([key, child]) => [
      key,
      keepValid(child as z.ZodType, Object.hasOwn(given, key) ? given[key] : undefined),
    ]),
  );
}

/** Uses the branch of a union for a mapping or a list, and the first branch for anything else. */
function keepValidBranch(branches: readonly z.ZodType[], value: unknown): unknown {
  const ofKind = branches.find((branch) =>
    isObject(value) ? branch instanceof z.ZodObject : branch instanceof z.ZodArray,
  );
  const branch = typeof value === 'object' && value !== null ? ofKind : undefined;
  return keepValid(branch ?? (branches[0] as z.ZodType), value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
