import { z } from 'zod';
import type { EditRequest } from './messages.ts';

const number = z.int().min(0);
/** SHA-256 as hexadecimal digits. */
const textHash = z.string().regex(/^[0-9a-f]{64}$/);

const editRequest: z.ZodType<EditRequest> = z.union([
  z.strictObject({ textHash, problem: number, edit: number }),
  z.strictObject({ textHash, code: z.string().regex(/^[a-z-]+$/) }),
  z.strictObject({ undo: z.literal(true) }),
]);

/** Parses the body of a request for an edit; undefined if it is anything else. */
export function parseEditRequest(text: string): EditRequest | undefined {
  try {
    return editRequest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
