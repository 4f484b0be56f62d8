import type { SiteIssue } from '../../../site/site-issue.ts';
import type { SiteTemplate } from '../../../site/site-template.ts';

/** What the site says of issues, in its words. */
export interface IssueWords {
  /** #19, 2024 */
  name(issue: SiteIssue): string;
  /** 16–30 November 2024 */
  days(issue: SiteIssue): string;
  events(count: number): string;
  eventsOf(issue: SiteIssue): string;
  countries(issue: SiteIssue): string;
  pdf(issue: SiteIssue): string;
}

const BYTES_PER_MEGABYTE = 1_000_000;

/** Makes what says the words of a template; each issue's are made once. */
export function createIssueWords({ words, phrases }: SiteTemplate): IssueWords {
  const say = (template: string, values: Record<string, unknown>) =>
    phrases.renderText(template, values);
  const once = (make: (issue: SiteIssue) => string) => {
    const made = new WeakMap<SiteIssue, string>();
    return (issue: SiteIssue) => {
      const text = made.get(issue) ?? make(issue);
      made.set(issue, text);
      return text;
    };
  };
  const events = (count: number) => say(words.issue.events, { count });
  return {
    name: once(({ view: { label, year } }) => say(words.issue.name, { label, year })),
    days: once(({ view: { period } }) => say(words.issue[formOf(period)], period)),
    events,
    eventsOf: once(({ view }) => events(view.events)),
    countries: once(({ view }) => say(words.issue.countries, { count: view.sections.length })),
    pdf: once(({ pages, bytes }) =>
      say(words.issue.pdf, { pages, size: (bytes / BYTES_PER_MEGABYTE).toFixed(1) }),
    ),
  };
}

/** How a period is said: what its two days have in common is said once. */
function formOf({
  from,
  to,
}: SiteIssue['view']['period']): 'oneDay' | 'oneMonth' | 'oneYear' | 'twoYears' {
  if (from === to) return 'oneDay';
  if (from.slice(0, 7) === to.slice(0, 7)) return 'oneMonth';
  return from.slice(0, 4) === to.slice(0, 4) ? 'oneYear' : 'twoYears';
}
