import { english } from './en.ts';
import type { Language } from './language.ts';
import { russian } from './ru.ts';

// The list of languages; no other module names one.

const LANGUAGES = { en: english, ru: russian } as const satisfies Record<string, Language>;

/** Code of a language that can be printed. */
export type LanguageCode = keyof typeof LANGUAGES;

/** Returns the data of a language; undefined if it cannot be printed. */
export function languageOf(code: string): Language | undefined {
  return Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code as LanguageCode] : undefined;
}

/** Returns the data of a language. @throws Error if it cannot be printed */
export function requireLanguage(code: string): Language {
  const language = languageOf(code);
  if (!language) throw new Error(`Unknown language: ${code}`);
  return language;
}

/** A part of a text in one language; `language` is undefined if it is the document's. */
export interface LanguagePart {
  readonly text: string;
  readonly language?: string;
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Consecutive Cyrillic words, with the characters between them. */
const CYRILLIC_PASSAGE = /\p{Script=Cyrillic}(?:[^\p{L}]*\p{Script=Cyrillic})*/gu;

/**
 * Splits a text where its language changes, detected by script, so that a screen reader does not spell
 * out Russian words in an English text. Only Latin documents need this: in Cyrillic documents, screen
 * readers switch to Latin letters by themselves.
 */
export function splitLanguages(text: string, language: string): LanguagePart[] {
  if (languageOf(language)?.script !== 'Latn' || !CYRILLIC.test(text)) return [{ text }];
  const parts: LanguagePart[] = [];
  let from = 0;
  for (const passage of text.matchAll(CYRILLIC_PASSAGE)) {
    if (passage.index > from) parts.push({ text: text.slice(from, passage.index) });
    parts.push({ text: passage[0], language: 'ru' });
    from = passage.index + passage[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
