import { format, parseISO } from 'date-fns';
import Handlebars from 'handlebars';
import { type BuildCache, createBuildCache, type Memo } from '../cache/build-cache.ts';
import { requireLanguage } from '../text/languages/index.ts';
import { escapeRichText, parseEscapedText } from '../text/parse-rich-text.ts';
import { plainText, type Span } from '../text/rich-text.ts';

/** Values for the phrases of a template, as plain JSON data. */
export type Values = Readonly<Record<string, unknown>>;

/** Renders the phrases of a language. */
export interface PhraseRenderer {
  /** Renders a phrase with its emphasis and links. */
  render(template: string, values: Values): readonly Span[];
  /** Renders a phrase as plain text. */
  renderText(template: string, values: Values): string;
}

/**
 * Creates the renderer for a language. Only text from templates/ is compiled. Values are escaped, so
 * that an asterisk in an issue's text prints as an asterisk. Results are cached in `rendered`.
 * @throws Error for an unknown language
 */
export function createPhraseRenderer(
  language: string,
  buildCache: BuildCache = createBuildCache(),
  rendered: Memo<string, readonly Span[]> = buildCache.memo(),
): PhraseRenderer {
  const { dates: locale } = requireLanguage(language);
  const handlebars = Handlebars.create();
  handlebars.registerHelper('date', (day: string, pattern: string) =>
    // Values are escaped for rich text, which adds backslashes before the dashes of a date.
    format(parseISO(day.replaceAll('\\', '')), pattern, { locale }),
  );
  const plurals = new Intl.PluralRules(language);
  handlebars.registerHelper('plural', (count: number, { hash }: Handlebars.HelperOptions) =>
    String(hash[plurals.select(count)] ?? hash.other),
  );
  // ICU's select: the form that is named like the value, or else `other`.
  handlebars.registerHelper('select', (value: unknown, { hash }: Handlebars.HelperOptions) => {
    const form = String(value);
    return String(Object.hasOwn(hash, form) ? hash[form] : hash.other);
  });
  const compiled: Memo<string, HandlebarsTemplateDelegate> = buildCache.memo();
  const compile = (template: string) =>
    handlebars.compile(template, { noEscape: true, strict: true });
  const renderNow = (template: string, values: Values): readonly Span[] => {
    const phrase = compiled.get(template, () => compile(template));
    return parseEscapedText(phrase(escapeValues(values)));
  };
  const render = (template: string, values: Values) =>
    rendered.get(JSON.stringify([template, values]), () => renderNow(template, values));
  return { render, renderText: (template, values) => plainText(render(template, values)) };
}

function escapeValues(values: unknown): unknown {
  if (typeof values === 'string') return escapeRichText(values);
  if (Array.isArray(values)) return values.map(escapeValues);
  if (typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, escapeValues(value)]),
  );
}
