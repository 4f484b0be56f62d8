import type { z } from 'zod';
import { findLookAlikes } from '../diagnostics/look-alikes.ts';
import { findNearMiss } from '../diagnostics/near-miss.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { SourceDocument } from './read-yaml.ts';
import { homesOfKey, keysAt } from './schema-shape.ts';
import type { ValuePath } from './value-path.ts';

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
