// Makes the best of a value that a schema refuses, so that the rules of the whole issue can be asked
// about the parts that are right.
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import type { ValuePath } from './positions.ts';

/** A value of the schema's type in which what was wrong has a blank in its place. */
export interface PartialValue<T> {
  readonly value: T;
  /** Whether the value at this place is as the author wrote it. */
  isValidAt(path: ValuePath): boolean;
}

/** Keeps what is right in `value`, at the same places, and puts blanks for the rest. */
export function parsePartially<T>(
  schema: z.ZodType<T>,
  value: unknown,
  wrong: readonly ValuePath[],
): PartialValue<T> {
  const places = new Set(wrong.map((place) => JSON.stringify(place)));
  const isValidAt = (path: ValuePath) =>
    ![...path, ''].some((_, steps) => places.has(JSON.stringify(path.slice(0, steps))));
  return { value: keepSound(schema, value) as T, isValidAt };
}

/** The value where the schema takes it, else its sound parts, else a blank of the schema's type. */
function keepSound(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (schema instanceof z.ZodObject) return keepSoundKeys(schema, value);
  if (schema instanceof z.ZodArray) {
    // Of a list that is too long as a whole nothing is asked any more.
    return Array.isArray(value) && value.length <= LIMITS.listEntries
      ? value.map((item) => keepSound(schema.element as z.ZodType, item))
      : [];
  }
  if (schema instanceof z.ZodLazy) return keepSound(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodUnion) return keepSoundOption(schema.options as z.ZodType[], value);
  if (schema instanceof z.ZodOptional) {
    return isObject(value) ? keepSound(schema.unwrap() as z.ZodType, value) : undefined;
  }
  if (schema instanceof z.ZodDefault) return schema.parse(undefined);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 0;
  return '';
}

function keepSoundKeys(schema: z.ZodObject, value: unknown): Record<string, unknown> {
  const given = isObject(value) ? value : {};
  return Object.fromEntries(
    Object.entries(schema.shape).map(([key, child]) => [
      key,
      keepSound(child as z.ZodType, Object.hasOwn(given, key) ? given[key] : undefined),
    ]),
  );
}

/** A mapping fits the option with keys; anything else the first option. */
function keepSoundOption(options: readonly z.ZodType[], value: unknown): unknown {
  const withKeys = options.find((option) => option instanceof z.ZodObject);
  const option = isObject(value) && withKeys ? withKeys : options[0];
  return option && keepSound(option, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
