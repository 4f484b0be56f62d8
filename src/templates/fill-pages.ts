import Handlebars from 'handlebars';
import type { Speaker, Values } from './speak.ts';

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
  speaker: Speaker,
): PageFiller {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('say', (words: string, { hash }: Handlebars.HelperOptions) =>
    speaker.speakPlainly(words, hash),
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
