import { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import { findLookAlikes, findNearMiss } from '../diagnostics/suggestions.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';
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

// Looks into a zod schema: which keys it knows at a place, and what it says of them.

/** The keys that a mapping at this place may have. */
export function keysAt(schema: z.ZodType, path: ValuePath): string[] {
  return alternatives(schemaAt(schema, path)).flatMap((option) =>
    option instanceof z.ZodObject ? Object.keys(option.shape) : [],
  );
}

/** What the schema says of the field at this place, in an editor's words. */
export function describeField(schema: z.ZodType, path: ValuePath): string | undefined {
  return schemaAt(schema, path)?.description;
}

/** Whether a value would be right at this place. */
export function accepts(schema: z.ZodType, path: ValuePath, value: unknown): boolean {
  return schemaAt(schema, path)?.safeParse(value).success ?? false;
}

/** Where in the format a key has its home, such as "an item of `articles`". */
export function homesOfKey(schema: z.ZodType, key: string): string[] {
  const homes = new Set<string>();
  const visit = (node: z.ZodType | undefined, name: string) => {
    for (const option of alternatives(node)) {
      if (option instanceof z.ZodArray) visit(option.element as z.ZodType, `an item of ${name}`);
      if (!(option instanceof z.ZodObject)) continue;
      if (Object.hasOwn(option.shape, key)) homes.add(name);
      for (const [child, value] of Object.entries(option.shape)) {
        visit(value as z.ZodType, `\`${child}\``);
      }
    }
  };
  visit(schema, 'the top of the file');
  return [...homes];
}

function schemaAt(schema: z.ZodType, path: ValuePath): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) current = stepInto(current, step);
  return current;
}

function stepInto(schema: z.ZodType | undefined, step: string | number): z.ZodType | undefined {
  for (const option of alternatives(schema)) {
    if (option instanceof z.ZodArray) return option.element as z.ZodType;
    if (option instanceof z.ZodRecord) return option.valueType as z.ZodType;
    if (option instanceof z.ZodObject && Object.hasOwn(option.shape, step))
      return option.shape[step] as z.ZodType;
  }
  return undefined;
}

/** The schema without its wrappers, or the branches of a union. */
function alternatives(schema: z.ZodType | undefined): z.ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodLazy
  ) {
    return alternatives(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => alternatives(option as z.ZodType));
  }
  if (schema instanceof z.ZodPipe) return alternatives(schema.in as z.ZodType);
  return schema ? [schema] : [];
}
