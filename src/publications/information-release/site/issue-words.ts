import type { PageTools } from './page-tools.ts';
import type { PublishedIssue } from './site-issue.ts';

/** What the site says of issues, in its words. */
export interface IssueWords {
  /** #19, 2024 */
  name(issue: PublishedIssue): string;
  /** 16–30 November 2024 */
  days(issue: PublishedIssue): string;
  events(count: number): string;
  eventsOf(issue: PublishedIssue): string;
  countries(issue: PublishedIssue): string;
  pdf(issue: PublishedIssue): string;
}

const BYTES_PER_MEGABYTE = 1_000_000;

/** Makes what says the words of a template; each issue's are made once. */
export function createIssueWords({ words, phrases }: PageTools): IssueWords {
  const say = (template: string, values: Record<string, unknown>) =>
    phrases.renderText(template, values);
  const once = (make: (issue: PublishedIssue) => string) => {
    const made = new WeakMap<PublishedIssue, string>();
    return (issue: PublishedIssue) => {
      const text = made.get(issue) ?? make(issue);
      made.set(issue, text);
      return text;
    };
  };
  const events = (count: number) => say(words.issue.events, { count });
  return {
    name: once(({ composed: { cover, year } }) =>
      say(words.issue.name, { label: cover.number, year }),
    ),
    days: once(({ composed: { period } }) => say(words.issue[formOf(period)], period)),
    events,
    eventsOf: once(({ composed }) => events(composed.events)),
    countries: once(({ composed }) =>
      say(words.issue.countries, { count: composed.sections.length }),
    ),
    pdf: once(({ pages, bytes }) =>
      say(words.issue.pdf, { pages, size: (bytes / BYTES_PER_MEGABYTE).toFixed(1) }),
    ),
  };
}

/** How a period is said: what its two days have in common is said once. */
function formOf({
  from,
  to,
}: PublishedIssue['composed']['period']): 'oneDay' | 'oneMonth' | 'oneYear' | 'twoYears' {
  if (from === to) return 'oneDay';
  if (from.slice(0, 7) === to.slice(0, 7)) return 'oneMonth';
  return from.slice(0, 4) === to.slice(0, 4) ? 'oneYear' : 'twoYears';
}
