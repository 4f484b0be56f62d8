// The language of a new issue.
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, languageOf } from '../../text/languages/index.ts';
import type { Rejection } from '../publication.ts';

/** Option of `new-issue` for the language of the first edition. */
export const LANGUAGE_OPTION = {
  flags: '--language <code>',
  description: `language of the first edition: ${LANGUAGE_CODES.join(', ')}; by default ${DEFAULT_LANGUAGE}`,
};

/** Returns the language of a new issue, as typed or the default one. */
export function readNewLanguage(typed: string | undefined): { language: string } | Rejection {
  if (typed === undefined) return { language: DEFAULT_LANGUAGE };
  if (languageOf(typed)) return { language: typed };
  return { reasons: [`--language ${typed} is not one of ${LANGUAGE_CODES.join(', ')}.`] };
}

/** Files of a template that a new issue can be made from: that of its language, or the default one. */
export function newIssueTemplates(language: string): string[] {
  return [...new Set([language, DEFAULT_LANGUAGE])].map((code) => `new-issue.${code}.yaml.hbs`);
}
