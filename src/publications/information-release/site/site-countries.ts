import type { ComposedArticle, ComposedSection } from '../composed-issue.ts';
import type { PublishedIssue } from './site-issue.ts';

/** A country with its sections and references in all issues. */
export interface SiteCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  /** Language of the name. */
  readonly language: string;
  readonly flag: string | undefined;
  readonly events: number;
  /** Its sections with their issues, newest first. */
  readonly entries: readonly {
    readonly issue: PublishedIssue;
    readonly section: ComposedSection;
  }[];
  /** Articles of other sections about this country, newest issue first. They are not counted here. */
  readonly references: readonly {
    readonly issue: PublishedIssue;
    readonly section: ComposedSection;
    readonly article: ComposedArticle;
  }[];
}

/**
 * Returns the countries of all issues in printed order: a country comes before another if it does so in
 * an issue that has both. Countries without a section of their own come last.
 * @param issues newest first
 * @param language of the names; a country that no issue in this language has is named in another one
 */
export function listSiteCountries(
  issues: readonly PublishedIssue[],
  language: string,
): SiteCountry[] {
  const entries = issues.flatMap((issue) =>
    issue.composed.sections.map((section) => ({ issue, section })),
  );
  const references = entries.flatMap(({ issue, section }) =>
    section.articles.flatMap((article) =>
      article.also.map((other) => ({ issue, section, article, other })),
    ),
  );
  const inSections = orderCountries(issues);
  const order = new Set([...inSections, ...references.map(({ other }) => other.country)]);
  return [...order].map((country) => {
    const own = entries.filter(({ section }) => section.country === country);
    const elsewhere = references.filter(({ other }) => other.country === country);
    const names = [
      ...own.map(({ issue, section: { shortName, flag } }) => ({ issue, shortName, flag })),
      ...elsewhere.map(({ issue, other: { shortName, flag } }) => ({ issue, shortName, flag })),
    ];
    const named = names.find(({ issue }) => issue.language === language) ?? names[0];
    return {
      country,
      name: named?.shortName ?? country,
      language: named?.issue.language ?? language,
      flag: names[0]?.flag,
      events: own.reduce((sum, { section }) => sum + section.articles.length, 0),
      entries: own,
      references: elsewhere,
    };
  });
}

/** Inserts each country that only older issues have before the country that follows it there. */
function orderCountries(issues: readonly PublishedIssue[]): string[] {
  const order: string[] = [];
  for (const { composed } of issues) {
    const countries = composed.sections.flatMap(({ country }) => country ?? []);
    for (const [place, country] of countries.entries()) {
      if (order.includes(country)) continue;
      const next = countries.slice(place + 1).find((other) => order.includes(other));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, country);
    }
  }
  return order;
}
