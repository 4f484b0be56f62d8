import type { ComposedSection } from '../composed-issue.ts';
import type { PublishedIssue } from './site-issue.ts';

/** A country in all issues. */
export interface SiteCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  readonly flag: string | undefined;
  readonly events: number;
  /** Its sections with their issues, the newest first. */
  readonly entries: readonly {
    readonly issue: PublishedIssue;
    readonly section: ComposedSection;
  }[];
}

/**
 * The countries of all issues in an order that keeps the order of print: a country stands before
 * another when it does so in an issue that has both. `issues` are given from the newest on.
 */
export function listCountries(issues: readonly PublishedIssue[]): SiteCountry[] {
  const entries = issues.flatMap((issue) =>
    issue.composed.sections.map((section) => ({ issue, section })),
  );
  return orderCountries(issues).map((country) => {
    const own = entries.filter(({ section }) => section.country === country);
    const newest = own[0]?.section;
    return {
      country,
      name: newest?.shortName ?? country,
      flag: newest?.flag,
      events: own.reduce((sum, { section }) => sum + section.articles.length, 0),
      entries: own,
    };
  });
}

/** Puts each country that an older issue adds right before the one that follows it there. */
function orderCountries(issues: readonly PublishedIssue[]): string[] {
  const order: string[] = [];
  for (const { composed } of issues) {
    const countries = composed.sections.map(({ country }) => country);
    for (const [place, country] of countries.entries()) {
      if (order.includes(country)) continue;
      const next = countries.slice(place + 1).find((other) => order.includes(other));
      order.splice(next === undefined ? order.length : order.indexOf(next), 0, country);
    }
  }
  return order;
}
