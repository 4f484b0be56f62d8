import { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import { findLookAlikes, findNearMiss, isClearMiss } from '../diagnostics/suggestions.ts';
import { locatedEdits } from './finding.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';
import type { ValueEdit } from './value-changes.ts';
import { VALUE_SUGGESTIONS, type ValueSuggestion } from './value-suggestions.ts';

/** Returns the key of the format that was probably meant by a misspelt key at this path. */
export function suggestKey(schema: z.ZodType, path: ValuePath, key: string): string | undefined {
  return findNearMiss(findLookAlikes(key)?.latin ?? key, keysAt(schema, path));
}

/** Explains an unknown key; `suggestion` is the key that was probably meant. */
export function explainUnknownKey(
  schema: z.ZodType,
  path: ValuePath,
  key: string,
  suggestion: string | undefined,
  document: SourceDocument,
): Omit<Problem, 'file' | 'severity'> {
  const range = document.locateKey([...path, key]);
  if (suggestion) {
    const message = `\`${key}\` is not a key of the format: did you mean \`${suggestion}\`?`;
    const lookAlikes = findLookAlikes(key);
    return {
      code: 'key-unknown',
      range,
      message,
      hints: lookAlikes ? [lookAlikes.hint] : [],
      ...locatedEdits(document, renameKey(schema, path, key, suggestion, document)),
    };
  }
  const locations = findKeyLocations(schema, key);
  const hints = locations.map(
    (location) => `Check the indentation: \`${key}\` belongs to ${location}.`,
  );
  if (/\s/.test(key)) {
    hints.push('Put text that contains a comma into single quotes between { and }.');
  }
  hints.push(`Use one of these keys: ${keysAt(schema, path).join(', ')}.`);
  const message = `\`${key}\` is not a key of the format here`;
  return { code: 'key-unknown', range, message, hints };
}

/** The edit that renames a misspelt key, unless the mapping already has the key that was meant. */
function renameKey(
  schema: z.ZodType,
  path: ValuePath,
  key: string,
  meant: string,
  { value }: SourceDocument,
): ValueEdit[] {
  const siblings = valueAt(value, path);
  if (isMapping(siblings) && Object.hasOwn(siblings, meant)) return [];
  const isSure = isClearMiss(key, meant, keysAt(schema, path));
  const changes = [{ kind: 'rename-key', path: [...path, key], key: meant } as const];
  return [{ title: `Replace \`${key}\` with \`${meant}\``, isSure, changes }];
}

// Keys that belong to the empty key above them but are not indented, such as `file:` below `photo:`.

/** Returns the keys next to an empty key that the schema allows only below it. */
export function findUnindentedKeys(
  schema: z.ZodType,
  { value }: SourceDocument,
  path: ValuePath,
): string[] {
  const parent = path.slice(0, -1);
  const siblings = valueAt(value, parent);
  if (!isMapping(siblings) || siblings[String(path.at(-1))] !== null) return [];
  const here = keysAt(schema, parent);
  const below = keysAt(schema, path);
  return Object.keys(siblings).filter((key) => below.includes(key) && !here.includes(key));
}

/** Whether an unknown key of the mapping at `path` belongs below an empty key next to it. */
export function isUnindentedKey(
  schema: z.ZodType,
  document: SourceDocument,
  path: ValuePath,
  key: string,
): boolean {
  return keysAt(schema, path).some((emptyKey) =>
    findUnindentedKeys(schema, document, [...path, emptyKey]).includes(key),
  );
}

/** Returns the value at a path; undefined if there is none. */
export function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      isMapping(current) && Object.hasOwn(current, step) ? current[String(step)] : undefined,
    value,
  );
}

/** Whether a value is a mapping or a list. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

// Queries of a zod schema: the keys that it allows at a path, and their descriptions.

/** Returns the keys that a mapping at this path may have. */
export function keysAt(schema: z.ZodType, path: ValuePath): string[] {
  return alternatives(schemaAt(schema, path)).flatMap((option) =>
    option instanceof z.ZodObject ? Object.keys(option.shape) : [],
  );
}

/** Returns the description of the field at this path, which is written for editors. */
export function describeField(schema: z.ZodType, path: ValuePath): string | undefined {
  return schemaAt(schema, path)?.description;
}

/** Whether the schema accepts a value at this path. */
export function accepts(schema: z.ZodType, path: ValuePath, value: unknown): boolean {
  return schemaAt(schema, path)?.safeParse(value).success ?? false;
}

/** Returns the value that was probably meant by an invalid text at this path. */
export function suggestValue(
  schema: z.ZodType,
  path: ValuePath,
  typed: unknown,
): ValueSuggestion | undefined {
  if (typeof typed !== 'string') return undefined;
  for (const option of alternatives(schemaAt(schema, path))) {
    const suggestion = VALUE_SUGGESTIONS.get(option)?.suggest(typed);
    if (suggestion) return suggestion;
  }
  return undefined;
}

/** Returns where the format allows a key, such as "an item of `articles`". */
export function findKeyLocations(schema: z.ZodType, key: string): string[] {
  const locations = new Set<string>();
  const visit = (node: z.ZodType | undefined, name: string) => {
    for (const option of alternatives(node)) {
      if (option instanceof z.ZodArray) visit(option.element as z.ZodType, `an item of ${name}`);
      if (!(option instanceof z.ZodObject)) continue;
      if (Object.hasOwn(option.shape, key)) locations.add(name);
      for (const [child, value] of Object.entries(option.shape)) {
        visit(value as z.ZodType, `\`${child}\``);
      }
    }
  };
  visit(schema, 'the top of the file');
  return [...locations];
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

/** Returns the schema without its wrappers, or the branches of a union. */
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
