import { z } from 'zod';

/**
 * A format as JSON Schema text, for editing programs: what an author may write, with the
 * descriptions and whatever else the schema's metadata says. Draft 7 is what they know best.
 */
export function printJsonSchema(schema: z.ZodType): string {
  const value = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify(value, null, 2)}\n`;
}
