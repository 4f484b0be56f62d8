import countries from 'world-countries/dist/countries-unescaped.json' with { type: 'json' };
import { z } from 'zod';
import { findLookAlikes, findNearMiss } from '../../diagnostics/suggestions.ts';
import type { ValueSuggestion } from '../../source/value-suggestions.ts';

/** A country's names in the language. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** Name for sentences: Kazakhstan. */
  readonly shortName: string;
  /** Name for section headings, before capitalization: Republic of Kazakhstan. */
  readonly officialName: string;
}

/** CARICC's member states; their sections come first. Source: the agreement on CARICC of 2006. */
const MEMBER_STATES = new Set(['AZ', 'KZ', 'KG', 'RU', 'TJ', 'TM', 'UZ']);

/** Returns the country with this ISO 3166-1 alpha-2 code, or undefined. */
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

/** Looks up a country by its code; undefined when ISO 3166-1 knows none such. */
export type CountryLookup = (code: string) => Country | undefined;

/**
 * The names of all countries in one language: templates/information-release/countries.*.yaml. The schema
 * is made when a file is checked: it has a key for each country.
 */
export const countryNamesSchema = z.lazy(() => {
  const names = z.strictObject({ short: z.string().min(1), official: z.string().min(1) });
  return z.strictObject(Object.fromEntries(countries.map(({ cca2 }) => [cca2, names])));
});

/** Names of countries by their codes. */
export type CountryNames = z.output<typeof countryNamesSchema>;

/** Looks up countries by the names of a language, which `typeset` sets like the language's texts. */
export function lookUpIn(names: CountryNames, typeset: (name: string) => string): CountryLookup {
  return (code) => {
    const found = Object.hasOwn(names, code) ? names[code] : undefined;
    return (
      found && {
        code,
        shortName: typeset(found.short),
        officialName: typeset(found.official),
      }
    );
  };
}

/** Returns whether a code belongs to a member state. */
export function isMemberState(code: string): boolean {
  return MEMBER_STATES.has(code);
}

/** Returns CARICC's member states in printed order. */
export function listMemberStates(): Country[] {
  const states = [...MEMBER_STATES].flatMap((code) => countryOf(code) ?? []);
  return states.sort((a, b) => compareCountries(a, b, 'en'));
}

/** Returns all countries of ISO 3166-1: member states first, then the others by code. */
export function listCountries(): Country[] {
  const known = countries.map(({ cca2 }) => cca2).sort();
  const codes = [...MEMBER_STATES, ...known.filter((code) => !MEMBER_STATES.has(code))];
  return codes.flatMap((code) => countryOf(code) ?? []);
}

/** Returns the country code that was probably meant, or undefined. */
export function guessCountryCode(typed: string): string | undefined {
  return suggestCountryCode(typed)?.value;
}

/**
 * Returns the country code that was probably meant. Recognizes lower case, letters of another alphabet,
 * names, other codes (UK) and misspelt names. Codes and full names are sure.
 */
export function suggestCountryCode(typed: string): ValueSuggestion | undefined {
  const text = findLookAlikes(typed.trim())?.latin ?? typed.trim();
  const code = text.toUpperCase();
  if (countryOf(code)) return { value: code, isSure: true };
  const named = countries.find(({ name, cca3, altSpellings }) =>
    [name.common, name.official, cca3, ...altSpellings].some(
      (known) => known.toUpperCase() === code,
    ),
  );
  if (named) {
    const names = [named.name.common, named.name.official, named.cca3];
    return { value: named.cca2, isSure: names.some((name) => name.toUpperCase() === code) };
  }
  const near = findNearMiss(
    text,
    countries.map(({ name }) => name.common),
  );
  const value = countries.find(({ name }) => name.common === near)?.cca2;
  return value === undefined ? undefined : { value, isSure: false };
}

/** Compares countries for printed order: member states first, then by short name. */
export function compareCountries(a: Country, b: Country, language: string): number {
  const rank = (country: Country) => (MEMBER_STATES.has(country.code) ? 0 : 1);
  return rank(a) - rank(b) || compareNames(a.shortName, b.shortName, language);
}

/** A capitalized word in ASCII letters. */
const PLAIN = /^[A-Z][a-z]+$/;

function compareNames(a: string, b: string, language: string): number {
  // Code units sort these words correctly, and an Intl.Collator takes long to create.
  const isPlain = language === 'en' && PLAIN.test(a) && PLAIN.test(b);
  if (!isPlain) return new Intl.Collator(language).compare(a, b);
  return a < b ? -1 : Number(a > b);
}
