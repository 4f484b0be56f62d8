import { format, parseISO } from 'date-fns';
import Handlebars from 'handlebars';
import { type BuildCache, createBuildCache, type Memo } from '../cache/build-cache.ts';
import { requireLanguage } from '../text/languages/index.ts';
import { escapeRichText, parseInlineText } from '../text/parse-rich-text.ts';
import { plainText, type Span } from '../text/rich-text.ts';

/** What a template's sentence can be filled with: plain data, as JSON has it. */
export type Values = Readonly<Record<string, unknown>>;

/** Fills the sentences of a language's templates. */
export interface PhraseRenderer {
  /** A sentence with its emphasis and links. */
  render(template: string, values: Values): readonly Span[];
  /** A sentence without them. */
  renderText(template: string, values: Values): string;
}

/**
 * Makes a speaker. Only strings of templates/ are compiled. What fills them is escaped first, so
 * that an asterisk in an issue's text is printed and sets nothing in italics. What was said goes onto
 * the shelf.
 */
export function createPhraseRenderer(
  language: string,
  buildCache: BuildCache = createBuildCache(),
  said: Memo<string, readonly Span[]> = buildCache.memo(),
): PhraseRenderer {
  const { dates: locale } = requireLanguage(language);
  const handlebars = Handlebars.create();
  handlebars.registerHelper('date', (day: string, pattern: string) =>
    // The day comes back escaped; its dashes are all that could have been.
    format(parseISO(day.replaceAll('\\', '')), pattern, { locale }),
  );
  const plurals = new Intl.PluralRules(language);
  handlebars.registerHelper('plural', (count: number, { hash }: Handlebars.HelperOptions) =>
    String(hash[plurals.select(count)] ?? hash.other),
  );
  const sentences: Memo<string, HandlebarsTemplateDelegate> = buildCache.memo();
  const compile = (template: string) =>
    handlebars.compile(template, { noEscape: true, strict: true });
  const renderNow = (template: string, values: Values): readonly Span[] => {
    const sentence = sentences.get(template, () => compile(template));
    return parseInlineText(sentence(escapeValues(values)));
  };
  const render = (template: string, values: Values) =>
    said.get(JSON.stringify([template, values]), () => renderNow(template, values));
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
