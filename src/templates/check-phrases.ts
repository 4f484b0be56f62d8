import Handlebars from 'handlebars';
import type { Finding } from '../source/finding.ts';
import type { ValuePath } from '../source/positions.ts';

/** Helpers of Handlebars itself that a phrase may use. */
const BUILT_IN = ['each', 'if', 'unless', 'with', 'lookup'];
/** Helpers of phrases; see createPhraseRenderer. */
const HELPERS: ReadonlySet<string> = new Set(['date', 'plural', 'select', ...BUILT_IN]);

/** Forms of plurals in the order in which they are named. Source: Unicode Technical Standard 35. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/**
 * Finds what is wrong with the phrases of a words file, which are all strings in it: what is no
 * Handlebars, a helper that does not exist, and a plural without all forms of the language.
 */
export function checkPhrases(words: unknown, language: string): Finding[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const forms = FORMS.filter((form) => pluralCategories.includes(form));
  return listStrings(words, []).flatMap(({ text, path }) => checkPhrase(text, path, forms));
}

function listStrings(value: unknown, path: ValuePath): { text: string; path: ValuePath }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, inside]) =>
    listStrings(inside, [...path, isList ? Number(key) : key]),
  );
}

function checkPhrase(text: string, path: ValuePath, forms: readonly string[]): Finding[] {
  if (!text.includes('{{')) return [];
  let phrase: hbs.AST.Program;
  try {
    phrase = Handlebars.parse(text);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    return [
      {
        code: 'phrase-invalid',
        message: `this phrase cannot be read: ${reason}`,
        path,
        hints: ['Compare it with the words file of another language: each {{ needs its }}.'],
      },
    ];
  }
  const found: Finding[] = [];
  const visitor = new CallVisitor((call) => {
    const piece = { from: offsetOf(call.loc.start, text), to: offsetOf(call.loc.end, text) };
    found.push(...checkCall(call, forms).map((finding) => ({ ...finding, path, piece })));
  });
  visitor.accept(phrase);
  return found;
}

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** Visits every call of a helper and every value of a phrase. */
class CallVisitor extends Handlebars.Visitor {
  readonly #visit: (call: Call) => void;

  constructor(visit: (call: Call) => void) {
    super();
    this.#visit = visit;
  }

  override MustacheStatement(call: hbs.AST.MustacheStatement): void {
    this.#visit(call);
    super.MustacheStatement(call);
  }

  override BlockStatement(call: hbs.AST.BlockStatement): void {
    this.#visit(call);
    super.BlockStatement(call);
  }

  override SubExpression(call: hbs.AST.SubExpression): void {
    this.#visit(call);
    super.SubExpression(call);
  }
}

function checkCall(
  { path: called, params, hash }: Call,
  forms: readonly string[],
): Pick<Finding, 'code' | 'message' | 'hints'>[] {
  const name = 'original' in called ? String(called.original) : '';
  const given: readonly string[] = hash?.pairs.map(({ key }) => key) ?? [];
  const isCall = params.length > 0 || given.length > 0;
  if (isCall && !HELPERS.has(name)) {
    const hints = [`Use one of these: ${[...HELPERS].join(', ')}.`];
    return [{ code: 'phrase-invalid', message: `there is no helper \`${name}\``, hints }];
  }
  const wanted = name === 'plural' ? forms : name === 'select' ? ['other'] : [];
  const missing = wanted.filter((form) => !given.includes(form));
  const unknown = name === 'plural' ? given.filter((form) => !forms.includes(form)) : [];
  if (missing.length === 0 && unknown.length === 0) return [];
  const faults = [
    ...missing.map((form) => `has no \`${form}\``),
    ...unknown.map((form) => `has \`${form}\`, which no number of this language takes`),
  ];
  // YAML folds long phrases, and then the problem is located at their first line only.
  const value = params.map((param) => ('original' in param ? ` ${param.original}` : '')).join('');
  const example = wanted.map((form) => `${form}="…"`).join(' ');
  return [
    {
      code: 'forms-missing',
      message: `\`${name}${value}\` ${faults.join(' and ')}`,
      hints: [`Write all forms: {{${name} VALUE ${example}}}.`],
    },
  ];
}

/** Place of a line and a column of Handlebars in a text, in UTF-16 units. */
function offsetOf({ line, column }: { line: number; column: number }, text: string): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, column);
}
