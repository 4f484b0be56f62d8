import countries from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };
import { findLookAlikes, findNearMiss } from '../../diagnostics/suggestions.ts';

/** A country's names in the language. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** As it stands in a sentence: Kazakhstan. */
  readonly shortName: string;
  /** As it stands over its section, in ordinary letters: Republic of Kazakhstan. */
  readonly officialName: string;
}

/** CARICC's member states; their sections come first. Source: the agreement on CARICC of 2006. */
const MEMBER_STATES = new Set(['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ']);

/** A country by its code, or undefined when ISO 3166-1 knows none such. */
export function countryOf(code: string): Country | undefined {
  const found = countries.find((country) => country.cca2 === code);
  return (
    found && {
      code,
      shortName: found.name.common,
      officialName: found.name.official,
    }
  );
}

/** Whether a code is that of a member state. */
export function isMemberState(code: string): boolean {
  return MEMBER_STATES.has(code);
}

/** CARICC's member states, in the order of print. */
export function listMemberStates(): Country[] {
  const states = [...MEMBER_STATES].flatMap((code) => countryOf(code) ?? []);
  return states.sort((a, b) => compareCountries(a, b, 'en'));
}

/** All countries of ISO 3166-1: member states first, then others; each in the order of the codes. */
export function listCountries(): Country[] {
  const known = countries.map(({ cca2 }) => cca2).sort();
  const codes = [...MEMBER_STATES, ...known.filter((code) => !MEMBER_STATES.has(code))];
  return codes.flatMap((code) => countryOf(code) ?? []);
}

/**
 * The code that was probably meant: by lower case, by letters of another alphabet, by a name or
 * another code in place of it (UK, Great Britain), or by a slip.
 */
export function guessCountryCode(typed: string): string | undefined {
  const text = findLookAlikes(typed.trim())?.latin ?? typed.trim();
  const code = text.toUpperCase();
  if (countryOf(code)) return code;
  const named = countries.find(({ name, cca3, altSpellings }) =>
    [name.common, name.official, cca3, ...altSpellings].some(
      (known) => known.toUpperCase() === code,
    ),
  );
  if (named) return named.cca2;
  const near = findNearMiss(
    text,
    countries.map(({ name }) => name.common),
  );
  return countries.find(({ name }) => name.common === near)?.cca2;
}

/** Member states first, then others; each by short name. */
export function compareCountries(a: Country, b: Country, language: string): number {
  const rank = (country: Country) => (MEMBER_STATES.has(country.code) ? 0 : 1);
  return rank(a) - rank(b) || compareNames(a.shortName, b.shortName, language);
}

/** A word in English letters, the first of them a capital. */
const PLAIN = /^[A-Z][a-z]+$/;

function compareNames(a: string, b: string, language: string): number {
  // Such words have the order of their codes; a language's rules take long to load.
  const isPlain = language === 'en' && PLAIN.test(a) && PLAIN.test(b);
  if (!isPlain) return new Intl.Collator(language).compare(a, b);
  return a < b ? -1 : Number(a > b);
}
