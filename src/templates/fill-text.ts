import Handlebars from 'handlebars';
import type { Values } from './speak.ts';

/**
 * Fills a text of templates/ that is no sentence of the bulletin, such as a new issue's YAML: letter
 * by letter, with nothing escaped. What comes from an issue among the values must have been escaped for
 * the kind of text.
 */
export function fillText(template: string, values: Values): string {
  return Handlebars.create().compile(template, { noEscape: true, strict: true })(values);
}
