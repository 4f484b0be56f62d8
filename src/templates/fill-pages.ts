import Handlebars from 'handlebars';
import type { PhraseRenderer, Values } from './phrases.ts';
/** Pages of a site, filled from templates. */
export interface PageFiller {
  /** A page by its template's name. Every text that fills it is escaped for HTML and XML. */
  fill(name: string, values: Values): string;
}

/** HTML or SVG that the program made itself; it stands in a page as it is. */
export interface Markup {
  readonly markup: string;
}

/**
 * Compiles the page templates of a publication. Only strings of templates/ are compiled. Words are
 * said with `{{say words.events count=3}}`, a drawing stands with `{{draw chart}}`, and one value is
 * compared with another by `{{#if (is kind "list")}}`.
 */
export function createPageFiller(
  templates: Readonly<Record<string, string>>,
  phrases: PhraseRenderer,
): PageFiller {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('say', (words: string, { hash }: Handlebars.HelperOptions) =>
    phrases.renderText(words, hash),
  );
  handlebars.registerHelper('draw', ({ markup }: Markup) => new Handlebars.SafeString(markup));
  handlebars.registerHelper('is', (value: unknown, other: unknown) => value === other);
  const pages = new Map(
    Object.entries(templates).map(([name, text]) => {
      const page = handlebars.compile(text, { strict: true, preventIndent: true });
      handlebars.registerPartial(name, page);
      return [name, page];
    }),
  );
  return {
    fill(name, values) {
      const page = pages.get(name);
      if (!page) throw new Error(`There is no page template ${name}`);
      return page(values);
    },
  };
}

/** A text between the marks of an example; it has no marks of Handlebars in it. */
const EXAMPLE = /\{\{#example\}\}(.*?)\{\{\/example\}\}/gs;

/**
 * Fills a text of templates/ that is no sentence of the bulletin, such as a new issue's YAML: letter
 * by letter, with nothing escaped. What comes from an issue among the values must have been escaped for
 * the kind of text. `{{#example}}…{{/example}}` marks a text that the reader has to replace.
 */
export function fillText(template: string, values: Values): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('example', function (this: unknown, { fn }: Handlebars.HelperOptions) {
    return fn(this);
  });
  return handlebars.compile(template, { noEscape: true, strict: true })(values);
}

/** The texts that a template marks as examples, each once. */
export function listExamples(template: string): string[] {
  return [...new Set([...template.matchAll(EXAMPLE)].map(([, text = '']) => text))];
}
