import Handlebars from 'handlebars';
import type { Values } from './speak.ts';

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
