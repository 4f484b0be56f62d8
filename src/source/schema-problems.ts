import type { z } from 'zod';
import { findNearMiss } from '../diagnostics/near-miss.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { SourceDocument, ValuePath } from './read-yaml.ts';
import { describeField, homesOfKey, keysAt } from './schema-shape.ts';

type SchemaIssue = z.core.$ZodIssue;

/** A document's value in the schema's shape, or undefined with the reasons why it has none. */
export interface SchemaResult<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** Checks a document against a schema; every problem points at its line. */
export function checkSchema<T>(schema: z.ZodType<T>, document: SourceDocument): SchemaResult<T> {
  const result = schema.safeParse(document.value, { reportInput: true });
  if (result.success) return { value: result.data, problems: [] };
  const explain = explainer(schema, document);
  return { value: undefined, problems: result.error.issues.flatMap((issue) => explain(issue)) };
}

type Explain = (issue: SchemaIssue, base?: ValuePath) => Problem[];

function explainer(schema: z.ZodType, document: SourceDocument): Explain {
  const { file } = document;
  const problem = (rest: Omit<Problem, 'file' | 'severity'>): Problem => ({
    ...rest,
    severity: 'error',
    file,
  });

  const explain: Explain = (issue, base = []) => {
    const path = [...base, ...issue.path] as ValuePath;
    const name = nameOf(path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => problem(explainUnknownKey(schema, path, key, document)));
      case 'invalid_union': {
        const branch = pickBranch(issue);
        if (branch) return branch.flatMap((inner) => explain(inner, path));
        return [problem({ ...wrongType(issue.input, path, schema), range: document.locate(path) })];
      }
      case 'invalid_type':
        if (issue.input === undefined) return [problem(explainMissing(schema, path, document))];
        return [problem({ ...wrongType(issue.input, path, schema), range: document.locate(path) })];
      case 'too_small':
        return [
          problem({
            code: issue.origin === 'array' ? 'value-empty' : 'value-invalid',
            range: issue.origin === 'array' ? document.locateKey(path) : document.locate(path),
            message:
              issue.origin === 'array'
                ? `\`${name}\` is empty: it needs at least ${issue.minimum}`
                : `\`${name}\` is ${String(issue.input)}, but must be at least ${issue.minimum}`,
            hints: [],
          }),
        ];
      case 'invalid_value':
        return [problem({ ...explainChoice(issue, name), range: document.locate(path) })];
      default: {
        const params = issue.code === 'custom' ? issue.params : undefined;
        const empty = issue.code === 'invalid_format' && issue.format === 'regex';
        return [
          problem({
            code: empty ? 'value-empty' : 'value-invalid',
            range: document.locate(path),
            message: `\`${name}\` ${issue.message}`,
            hints: Array.isArray(params?.hints) ? params.hints.map(String) : [],
          }),
        ];
      }
    }
  };
  return explain;
}

function explainUnknownKey(
  schema: z.ZodType,
  path: ValuePath,
  key: string,
  document: SourceDocument,
): Omit<Problem, 'file' | 'severity'> {
  const known = keysAt(schema, path);
  const range = document.locateKey([...path, key]);
  const near = findNearMiss(key, known);
  if (near) {
    const message = `\`${key}\` is not a key of the format: did you mean \`${near}\`?`;
    return { code: 'key-unknown', range, message, hints: [] };
  }
  const homes = homesOfKey(schema, key);
  const hints = homes.map((home) => `\`${key}\` belongs to ${home}; check the indent.`);
  hints.push(`The keys known here are: ${known.join(', ')}.`);
  return {
    code: 'key-unknown',
    range,
    message: `\`${key}\` is not a key of the format here`,
    hints,
  };
}

function explainMissing(
  schema: z.ZodType,
  path: ValuePath,
  document: SourceDocument,
): Omit<Problem, 'file' | 'severity'> {
  const parent = path.slice(0, -1);
  const owner = describePlace(parent);
  const description = describeField(schema, path);
  return {
    code: 'key-missing',
    range: document.locate(parent),
    message: `${owner} has no \`${String(path.at(-1))}\``,
    hints: description ? [`\`${String(path.at(-1))}\`: ${description}`] : [],
  };
}

function wrongType(
  input: unknown,
  path: ValuePath,
  schema: z.ZodType,
): Pick<Problem, 'code' | 'message' | 'hints'> {
  const name = nameOf(path);
  const description = describeField(schema, path);
  const hints = description ? [`\`${name}\`: ${description}`] : [];
  if (input === null || input === undefined) {
    return { code: 'value-empty', message: `\`${name}\` has nothing after it`, hints };
  }
  if (typeof input === 'number' || typeof input === 'boolean') {
    hints.unshift(`If it is meant as text, put it in quotes: '${String(input)}'.`);
  }
  return { code: 'value-type', message: `\`${name}\` cannot be ${nameType(input)}`, hints };
}

function explainChoice(
  issue: Extract<SchemaIssue, { code: 'invalid_value' }>,
  name: string,
): Pick<Problem, 'code' | 'message' | 'hints'> {
  const choices = issue.values.map(String);
  const typed = String(issue.input);
  const near = findNearMiss(typed, choices);
  return {
    code: 'value-invalid',
    message: `\`${name}\` cannot be \`${typed}\`${near ? `: did you mean \`${near}\`?` : ''}`,
    hints: [`It can be ${choices.join(', ')}.`],
  };
}

/** The branch of a union whose type the input has; its problems say more than the union's. */
function pickBranch(
  issue: Extract<SchemaIssue, { code: 'invalid_union' }>,
): SchemaIssue[] | undefined {
  return issue.errors.find((branch) =>
    branch.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0),
  );
}

function nameOf(path: ValuePath): string {
  const key = path.findLast((step) => typeof step === 'string');
  return typeof path.at(-1) === 'number'
    ? `${key ?? 'item'} ${Number(path.at(-1)) + 1}`
    : String(key ?? 'the file');
}

function describePlace(path: ValuePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return `\`${last}\``;
  const list = String(path.at(-2) ?? 'item');
  return `${list.replace(/s$/, '')} ${last + 1}`;
}

function nameType(input: unknown): string {
  if (Array.isArray(input)) return 'a list (lines that start with a dash)';
  if (typeof input === 'object') return 'a group of keys';
  return typeof input === 'string' ? 'text' : `${String(input)}, which is no text`;
}
