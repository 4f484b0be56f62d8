import type { z } from 'zod';
import type { Memo } from '../cache/build-cache.ts';
import { hasErrors, type Problem } from '../diagnostics/problem.ts';
import { type Finding, locateFindings } from '../source/finding.ts';
import { readYaml, type SourceDocument } from '../source/read-yaml.ts';
import { checkSchema } from '../source/schema-problems.ts';

/** Checked value of a template file, or the problems that prevent it. */
export interface TemplateFile<T> {
  readonly value: T | undefined;
  readonly document: SourceDocument;
  readonly problems: readonly Problem[];
}

/** Text of a template file, its path, and the name of its schema in the cache. */
export interface TemplateText {
  readonly schemaName: string | undefined;
  readonly path: string;
  readonly text: string;
}

/** Finds what is wrong with a value that has the schema's shape. */
export type ValueCheck<T> = (value: T) => readonly Finding[];

/** Cache of checked values, for files without problems, by schema name and text. */
export type TemplateCache = Memo<string, unknown>;

/**
 * Parses and checks the YAML of a template. A cached value is used without parsing, because templates are
 * read at each start and seldom change; the text is then parsed only when a position is needed.
 */
export function readTemplateYaml<T>(
  { schemaName, path, text }: TemplateText,
  schema: z.ZodType<T>,
  cache: TemplateCache,
  check?: ValueCheck<T>,
): TemplateFile<T> {
  let parsed: TemplateFile<T> | undefined;
  const parseOnce = () => {
    parsed ??= readAndCheck(text, path, schema, check);
    return parsed;
  };
  const value = cache.get(JSON.stringify([schemaName, text]), () => {
    const { problems, value: checked } = parseOnce();
    return problems.length === 0 && isPlain(checked) ? checked : undefined;
  });
  if (parsed || value === undefined) return parseOnce();
  const document = openLazily({ file: path, text }, () => parseOnce().document);
  return { value: value as T, document, problems: [] };
}

function readAndCheck<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  check: ValueCheck<T> | undefined,
): TemplateFile<T> {
  const { document, problems } = readYaml(text, path);
  if (hasErrors(problems)) return { value: undefined, document, problems };
  const { value, partial, problems: shape } = checkSchema(schema, document);
  const found = value === undefined ? [] : (check?.(value) ?? []);
  const checked = locateFindings(found, document, partial);
  const isValid = !hasErrors(checked);
  return {
    value: isValid ? value : undefined,
    document,
    problems: [...problems, ...shape, ...checked],
  };
}

const PLAIN_OBJECT = /^\[object Object\]$/;

/** Whether a value survives JSON, unlike undefined, NaN or Infinity. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value) || PLAIN_OBJECT.test(Object.prototype.toString.call(value))) {
    return Object.values(value as object).every(isPlain);
  }
  return typeof value === 'string' || typeof value === 'boolean' || value === null;
}

function openLazily(
  known: Pick<SourceDocument, 'file' | 'text'>,
  parse: () => SourceDocument,
): SourceDocument {
  return {
    ...known,
    get value() {
      return parse().value;
    },
    get suppressions() {
      return parse().suppressions;
    },
    locate: (path) => parse().locate(path),
    locateKey: (path) => parse().locateKey(path),
    locateText: (path, from, to) => parse().locateText(path, from, to),
    locateJoinedLine: (path) => parse().locateJoinedLine(path),
    locateEdits: (edits) => parse().locateEdits(edits),
    suppress: (code, line) => parse().suppress(code, line),
  };
}
