import type { z } from 'zod';
import type { Memo } from '../cache/build-cache.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';

/** A file's checked value, or the reasons why there is none. */
export interface TemplateFile<T> {
  readonly value: T | undefined;
  readonly document: SourceDocument;
  readonly problems: readonly Problem[];
}

/** A file's text, where it is from, and a name for what the schema makes of it. */
export interface TemplateText {
  readonly reading: string | undefined;
  readonly path: string;
  readonly text: string;
}

/** Checked values of files without problems, by what was read out of which texts. */
export type KnownValues = Memo<string, unknown>;

/**
 * Reads a template's YAML and checks it. Both are done when the text is new, and when a place in it is
 * asked for: templates are read at each start and seldom changed.
 */
export function readTemplateYaml<T>(
  { reading, path, text }: TemplateText,
  schema: z.ZodType<T>,
  known: KnownValues,
): TemplateFile<T> {
  let read: TemplateFile<T> | undefined;
  const readNow = () => {
    read ??= readAndCheck(text, path, schema);
    return read;
  };
  const value = known.get(JSON.stringify([reading, text]), () => {
    const { problems, value: checked } = readNow();
    return problems.length === 0 && isPlain(checked) ? checked : undefined;
  });
  if (read || value === undefined) return readNow();
  const document = openLazily({ file: path, text }, () => readNow().document);
  return { value: value as T, document, problems: [] };
}

function readAndCheck<T>(text: string, path: string, schema: z.ZodType<T>): TemplateFile<T> {
  const { document, problems } = readYaml(text, path);
  if (hasErrors(problems)) return { value: undefined, document, problems };
  const { value, problems: shape } = checkSchema(schema, document);
  return { value, document, problems: [...problems, ...shape] };
}

const PLAIN_OBJECT = /^\[object Object\]$/;

/** Whether JSON gives the value back: what is nothing, no number or endless it does not. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value) || PLAIN_OBJECT.test(Object.prototype.toString.call(value))) {
    return Object.values(value as object).every(isPlain);
  }
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}

function openLazily(
  known: Pick<SourceDocument, 'file' | 'text'>,
  read: () => SourceDocument,
): SourceDocument {
  return {
    ...known,
    get value() {
      return read().value;
    },
    get suppressions() {
      return read().suppressions;
    },
    locate: (path) => read().locate(path),
    locateKey: (path) => read().locateKey(path),
    locateText: (path, from, to) => read().locateText(path, from, to),
    locateJoin: (path) => read().locateJoin(path),
  };
}
