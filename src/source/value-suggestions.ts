import { z } from 'zod';

/** The value that was probably meant by an invalid one. */
export interface ValueSuggestion {
  readonly value: string;
  /** Whether nothing else can be meant. */
  readonly isSure: boolean;
}

/**
 * Functions that correct the text of a field, by schema: `day().register(VALUE_SUGGESTIONS, { suggest })`.
 * Schemas that are derived from one, as by `describe`, inherit its function.
 */
export const VALUE_SUGGESTIONS = z.registry<{
  readonly suggest: (typed: string) => ValueSuggestion | undefined;
}>();
