// The list of languages: the only place that names them.
import { english } from './en.ts';
import type { Language } from './language.ts';
import { russian } from './ru.ts';

const LANGUAGES = { en: english, ru: russian } as const satisfies Record<string, Language>;

/** Code of a language that can be printed. */
export type LanguageCode = keyof typeof LANGUAGES;

/** What is known of a language; undefined for a language that cannot be printed. */
export function languageOf(code: string): Language | undefined {
  return Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code as LanguageCode] : undefined;
}

/** The same for a language that was checked before. */
export function requireLanguage(code: string): Language {
  const language = languageOf(code);
  if (!language) throw new Error(`Nothing is known of the language ${code}`);
  return language;
}
