import type { z } from 'zod';
import type { Problem } from '../diagnostics/problem.ts';
import { limitProblems } from '../diagnostics/problem.ts';
import { findLookAlikes, findNearMiss, isClearMiss } from '../diagnostics/suggestions.ts';
import { locatedEdits } from './finding.ts';
import { type PartialValue, parsePartially } from './parse-partially.ts';
import type { ValuePath } from './positions.ts';
import type { SourceDocument } from './read-yaml.ts';
import { type SchemaProblem, withoutConsequences } from './schema-consequences.ts';
import {
  accepts,
  describeField,
  explainUnknownKey,
  findUnindentedKeys,
  isUnindentedKey,
  keysAt,
  suggestKey,
  suggestValue,
} from './unknown-keys.ts';
import { setValue, type ValueEdit } from './value-changes.ts';

type SchemaIssue = z.core.$ZodIssue;
type Explanation = Omit<Problem, 'file' | 'severity'>;

/** Value that matches the schema, or undefined with the problems that prevent it. */
export interface SchemaResult<T> {
  readonly value: T | undefined;
  /** The valid parts of the value. */
  readonly partial: PartialValue<T>;
  readonly problems: readonly Problem[];
}

/** Checks a document against a schema; each problem has a range. */
export function checkSchema<T>(schema: z.ZodType<T>, document: SourceDocument): SchemaResult<T> {
  const result = schema.safeParse(document.value, { reportInput: true });
  if (result.success) {
    const partial = { value: result.data, isValidAt: () => true };
    return { value: result.data, partial, problems: [] };
  }
  const explainer = createExplainer(schema, document);
  const found = result.error.issues.flatMap((issue) => explainer.explain(issue));
  const reported = found.filter(
    ({ code, path }) => code !== 'key-missing' || !explainer.isMisspelt(path),
  );
  const own = withoutConsequences(reported, schema, document);
  const problems = limitProblems(own.problems).map(
    ({ path: _, ...rest }): Problem => ({ ...rest, severity: 'error', file: document.file }),
  );
  return {
    value: undefined,
    partial: parsePartially(schema, document.value, [
      ...explainer.invalidPaths,
      ...own.invalidPaths,
    ]),
    problems,
  };
}

interface Explainer {
  explain(issue: SchemaIssue, base?: ValuePath): SchemaProblem[];
  /** Whether a key, or another one in its place, exists under a misspelt name. */
  isMisspelt(path: ValuePath): boolean;
  /** Paths of missing and invalid values. */
  readonly invalidPaths: readonly ValuePath[];
}

function createExplainer(schema: z.ZodType, document: SourceDocument): Explainer {
  const misspelt = new Set<string>();
  /** Keys of which a mapping has one, by the path of the first of them. */
  const choices = new Map<string, readonly string[]>();
  const invalidPaths: ValuePath[] = [];
  const lineTexts = document.text.split(/\r\n|\n|\r/);
  const explain: Explainer['explain'] = (issue, base = []) => {
    const path = [...base, ...issue.path] as ValuePath;
    const branch = issue.code === 'invalid_union' ? pickBranch(issue) : undefined;
    if (branch) return branch.flatMap((inner) => explain(inner, path));
    if (issue.code !== 'unrecognized_keys') invalidPaths.push(path);
    const range = document.locate(path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.flatMap((key) => {
          // Reported at the empty key that it belongs to.
          if (isUnindentedKey(schema, document, path, key)) return [];
          const suggestion = suggestKey(schema, path, key);
          if (suggestion) misspelt.add(pathKey([...path, suggestion]));
          const explained = explainUnknownKey(schema, path, key, suggestion, document);
          return [{ ...explained, path: [...path, key] }];
        });
      case 'invalid_union':
      case 'invalid_type':
        if (issue.input === undefined) {
          return [{ path, ...explainMissing(schema, path, document) }];
        }
        return [{ path, ...explainType(issue.input, path, schema, document, lineTexts) }];
      case 'invalid_value':
        if (issue.input === null)
          return [{ path, ...explainEmpty(path, schema, document, lineTexts) }];
        return [{ path, ...explainChoice(issue, path, document), range }];
      case 'too_small':
        return [{ path, ...explainTooSmall(issue, path, schema, document) }];
      default: {
        const params = issue.code === 'custom' ? issue.params : undefined;
        if (params?.missing) {
          choices.set(pathKey(path), params.missing);
          const missing = explainMissing(schema, path, document);
          return [{ path, ...missing, hints: [...missing.hints, ...(params.hints ?? [])] }];
        }
        const isEmpty = issue.code === 'invalid_format' && issue.format === 'regex';
        const hints = Array.isArray(params?.hints) ? params.hints.map(String) : [];
        return [
          {
            path,
            code: isEmpty ? 'value-empty' : 'value-invalid',
            range,
            message: `${nameOf(path)} ${issue.message}`,
            hints: isEmpty || issue.code === 'too_big' ? describe(schema, path) : hints,
            ...locatedEdits(document, replaceValue(schema, path, issue.input)),
          },
        ];
      }
    }
  };
  const isMisspelt = (path: ValuePath) =>
    (choices.get(pathKey(path)) ?? [String(path.at(-1))]).some((key) =>
      misspelt.has(pathKey([...path.slice(0, -1), key])),
    );
  return { explain, isMisspelt, invalidPaths };
}

/** The edit that replaces an invalid value by the one that was probably meant. */
function replaceValue(schema: z.ZodType, path: ValuePath, typed: unknown): ValueEdit[] {
  const meant = suggestValue(schema, path, typed);
  return meant ? [setValue(path, meant.value, meant.isSure)] : [];
}

function explainMissing(schema: z.ZodType, path: ValuePath, document: SourceDocument): Explanation {
  const parent = path.slice(0, -1);
  return {
    code: 'key-missing',
    range: document.locate(parent),
    message: `${nameOf(parent)} has no \`${String(path.at(-1))}\``,
    hints: describe(schema, path),
  };
}

/** `lineTexts` are the lines of the file. */
function explainEmpty(
  path: ValuePath,
  schema: z.ZodType,
  document: SourceDocument,
  lineTexts: readonly string[],
): Explanation {
  const range = document.locate(path);
  const hints = describe(schema, path);
  const { start } = document.locateKey(path);
  const line = lineTexts[start.line - 1] ?? '';
  if (path.length > 0 && line.slice(start.column - 1).includes(' #')) {
    hints.unshift(
      'Put text that contains a # into quotes; YAML reads what follows a # as a comment.',
    );
  }
  const edits: ValueEdit[] = [];
  if (path.length > 0 && accepts(schema, path, '#')) {
    const title = 'Put the text into single quotes';
    edits.push({ title, isSure: false, changes: [{ kind: 'quote-comment', path }] });
  }
  const unindentedKeys = findUnindentedKeys(schema, document, path).map((key) => `\`${key}\``);
  if (unindentedKeys.length > 0) {
    hints.unshift(
      `Indent ${unindentedKeys.join(', ')} deeper than ${nameOf(path)}: two more spaces.`,
    );
  }
  const message = path.length > 0 ? `${nameOf(path)} has no value` : 'the file is empty';
  return { code: 'value-empty', range, message, hints, ...locatedEdits(document, edits) };
}

function explainType(
  input: unknown,
  path: ValuePath,
  schema: z.ZodType,
  document: SourceDocument,
  lineTexts: readonly string[],
): Explanation {
  if (input === null || input === undefined) return explainEmpty(path, schema, document, lineTexts);
  const hints = describe(schema, path);
  const edits: ValueEdit[] = [];
  const suggestEdit = (title: string, kind: 'quote' | 'unquote') =>
    edits.push({ title, isSure: true, changes: [{ kind, path }] });
  const isAccepted = (value: unknown) => accepts(schema, path, value);
  if (typeof input === 'string' && input.trim() !== '' && isAccepted(Number(input))) {
    hints.unshift(`Write it without quotes: ${input}`);
    if (/^\s*\d+\s*$/.test(input)) suggestEdit('Remove the quotes', 'unquote');
  }
  if ((typeof input === 'number' || typeof input === 'boolean') && isAccepted(String(input))) {
    hints.unshift(`Put it in quotes if it is meant as text: '${String(input)}'.`);
    suggestEdit('Put it into single quotes', 'quote');
  }
  if (typeof input === 'string' && isAccepted(['text'])) {
    hints.unshift(explainListItem(input));
    const changes = [{ kind: 'list-item', path } as const];
    edits.push({ title: 'Make it an item of a list', isSure: true, changes });
  }
  if (Array.isArray(input) && isAccepted('text')) {
    hints.unshift("Put text that starts with a bracket into single quotes: '[Video] A story'.");
    const changes = [{ kind: 'quote', path } as const];
    edits.push({ title: 'Put the text into single quotes', isSure: false, changes });
  }
  if (typeof input === 'object' && !Array.isArray(input) && isAccepted('text')) {
    hints.unshift(
      "Put text that contains a colon and a space into single quotes: 'Drama: a story'.",
    );
    suggestEdit('Put the text into single quotes', 'quote');
  }
  const message = `${nameOf(path)} cannot be ${nameType(input)}`;
  const range = document.locate(path);
  return { code: 'value-type', range, message, hints, ...locatedEdits(document, edits) };
}

function explainListItem(text: string): string {
  if (/^-\S/.test(text)) return 'Put a space after each dash of a list: - lessons.';
  return /^[–—‒−•·▪◦]/u.test(text)
    ? 'Put a hyphen, as on the keyboard, and a space before each item of a list: - lessons.'
    : 'Put a dash and a space before each item of a list: - lessons.';
}

function explainTooSmall(
  issue: Extract<SchemaIssue, { code: 'too_small' }>,
  path: ValuePath,
  schema: z.ZodType,
  document: SourceDocument,
): Explanation {
  const name = nameOf(path);
  const hints = describe(schema, path);
  if (issue.origin === 'array') {
    const message = `${name} is empty: it needs at least ${issue.minimum}`;
    return { code: 'value-empty', range: document.locateKey(path), message, hints };
  }
  const message = `${name} is ${String(issue.input)}, but must be at least ${issue.minimum}`;
  return { code: 'value-invalid', range: document.locate(path), message, hints };
}

function explainChoice(
  issue: Extract<SchemaIssue, { code: 'invalid_value' }>,
  path: ValuePath,
  document: SourceDocument,
): Pick<Problem, 'code' | 'message' | 'hints' | 'edits'> {
  const choices = issue.values.map(String);
  const typed = String(issue.input);
  const lookAlikes = findLookAlikes(typed);
  const suggestion = findNearMiss(lookAlikes?.latin ?? typed, choices);
  return {
    code: 'value-invalid',
    message: `${nameOf(path)} cannot be \`${typed}\`${suggestion ? `: did you mean \`${suggestion}\`?` : ''}`,
    hints: [
      ...(lookAlikes && suggestion ? [lookAlikes.hint] : []),
      `Use one of these: ${choices.join(', ')}.`,
    ],
    ...locatedEdits(
      document,
      suggestion ? [setValue(path, suggestion, isClearMiss(typed, suggestion, choices))] : [],
    ),
  };
}

/** Returns the issues of the union branch that matches the type of the input: they are more specific. */
function pickBranch(
  issue: Extract<SchemaIssue, { code: 'invalid_union' }>,
): SchemaIssue[] | undefined {
  return issue.errors.find((branch) =>
    branch.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0),
  );
}

/** Returns the hint for a field, for the list of an item, or for the keys of the file. */
function describe(schema: z.ZodType, path: ValuePath): string[] {
  if (path.length === 0)
    return [`Begin the file with its keys: ${keysAt(schema, path).join(', ')}.`];
  const key = path.findLastIndex((step) => typeof step === 'string');
  if (key < 0 || path.length - key > 2) return [];
  const description = describeField(schema, path.slice(0, key + 1));
  return description ? [`\`${String(path[key])}\`: ${description}`] : [];
}

const pathKey = (path: ValuePath) => JSON.stringify(path);

/** Names the value at a path for an editor: `title`, article 2, the file. */
function nameOf(path: ValuePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'string') return `\`${last}\``;
  const list = String(path.at(-2) ?? 'item');
  return `${list.replace(/s$/, '')} ${last + 1}`;
}

function nameType(input: unknown): string {
  if (Array.isArray(input)) return 'a list (lines that start with a dash)';
  if (typeof input === 'object') return 'a group of keys';
  if (typeof input === 'number') return `the number ${input}`;
  return typeof input === 'string' ? 'text' : `${String(input)}, which is not read as text`;
}
