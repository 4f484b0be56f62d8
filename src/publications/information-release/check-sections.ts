// Rules about the names of sections and the other countries of articles.
import { findLookAlikes } from '../../diagnostics/suggestions.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import { setValue } from '../../source/value-changes.ts';
import { normalizeLine } from '../shared/compose-texts.ts';
import { countryOf, suggestCountryCode } from './countries.ts';
import { type Issue, otherCountriesOf } from './schema.ts';

/** Finds unknown codes of countries, and countries and headings that have two sections. */
export function checkSections({ sections, language }: Issue): Finding[] {
  const first = new Map<string, number>();
  return sections.flatMap(({ country, heading }, index): Finding[] => {
    const path = ['sections', index, country === undefined ? 'heading' : 'country'];
    if (country !== undefined && !countryOf(country)) return [explainUnknownCountry(country, path)];
    const name = country ?? heading;
    if (name === undefined) return [];
    const key = country ?? ` ${normalizeLine(name).toLocaleUpperCase(language)}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      return [];
    }
    const message =
      country === undefined
        ? `“${normalizeLine(name)}” is already the heading of section ${before + 1}`
        : `\`${country}\` already has a section: section ${before + 1}`;
    const code = country === undefined ? 'heading-twice' : 'country-twice';
    return [{ code, message, path, hints: ['Move these articles into that section.'] }];
  });
}

function explainUnknownCountry(country: string, path: ValuePath): Finding {
  const { value: guess, isSure } = suggestCountryCode(country) ?? {};
  const lookAlikes = guess && findLookAlikes(country);
  const message = `\`${country}\` is not a country code${guess ? `: did you mean \`${guess}\`?` : ''}`;
  const hints = [
    ...(lookAlikes ? [lookAlikes.hint] : []),
    'Write two capital letters: KZ, KG, RU, TJ, TM, UZ, AZ or another code of ISO 3166-1 alpha-2.',
  ];
  const edits = guess === undefined ? [] : [setValue(path, guess, isSure)];
  return { code: 'country-unknown', message, path, hints, edits };
}

/** Finds unknown and needless codes among the other countries of articles. */
export function checkOtherCountries({ sections }: Issue): Finding[] {
  return sections.flatMap(({ country: own, articles }, s) =>
    articles.flatMap((article, a) => {
      const seen = new Set<string>();
      return otherCountriesOf(article, ['sections', s, 'articles', a]).flatMap(
        ({ value: country, path }): Finding[] => {
          if (!countryOf(country)) return [explainUnknownCountry(country, path)];
          const isRepeated = seen.has(country);
          seen.add(country);
          if (country !== own && !isRepeated) return [];
          const message =
            country === own
              ? `\`${country}\` is the country of the article’s own section`
              : `\`${country}\` is written twice`;
          const hints = ['Remove it from `also`.'];
          const dependsOn = [['sections', s, 'country']];
          return [{ code: 'also-needless', message, path, hints, dependsOn }];
        },
      );
    }),
  );
}
