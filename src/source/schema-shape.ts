// Looks into a zod schema: which keys it knows at a place, and what it says of them.
import { z } from 'zod';
import type { ValuePath } from './positions.ts';

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
