import { pathToHome } from '../../../site/addresses.ts';
import { showSpans } from '../../../site/show-text.ts';
import { ADDRESSES } from './addresses.ts';
import type { PageTools } from './page-tools.ts';
import type { PublishedIssue } from './site-issue.ts';
/** The archive and all that its pages are made with. */
export interface Site {
  /** From the newest to the oldest; at least one. */
  readonly issues: readonly PublishedIssue[];
  readonly newest: PublishedIssue;
  readonly template: PageTools;
  readonly say: IssueWords;
  /** The site's address, ending in a slash; empty where it is not known. */
  readonly base: string;
  /** Places of the style sheet and of the search's script, from the site's home. */
  readonly style: string;
  readonly script: string;
}

/** Makes a site of issues that stand from the newest to the oldest. */
export function createSite(
  issues: readonly PublishedIssue[],
  { template, base, ...assets }: Pick<Site, 'template' | 'base' | 'style' | 'script'>,
): Site {
  const [newest] = issues;
  if (!newest) throw new Error('A site needs an issue');
  return { ...assets, issues, newest, template, base, say: createIssueWords(template) };
}

/** What a page says of itself. */
export interface PageFacts {
  /** Where it stands, from the site's home. */
  readonly address: string;
  readonly heading: string;
  readonly description: string;
  /** Open Graph's kind of page. */
  readonly kind?: 'website' | 'article';
  /** The picture that stands for the page where it is shared, from the site's home. */
  readonly picture?: { readonly file: string; readonly alt: string };
  /** A script of the page, from the site's home. */
  readonly script?: string;
  /** The way to the site's home, where it is another than the page's place tells. */
  readonly home?: string;
}

const MENU = ['home', 'countries', 'charts', 'search'] as const;

/** What every page is filled with: head, menu, publisher. */
export function framePage(site: Site, facts: PageFacts) {
  const { template, newest, base, style } = site;
  const { words } = template;
  const { address, heading, description, kind = 'website', picture, script } = facts;
  const { centre, address: lines } = newest.composed.masthead;
  const own = heading === words.home.heading;
  return {
    words,
    language: newest.composed.language,
    home: facts.home ?? pathToHome(address),
    title: own ? words.site.title : `${heading} – ${words.site.title}`,
    heading,
    description,
    kind,
    style,
    script,
    absolute: {
      page: base && base + (address === ADDRESSES.home ? '' : address),
      picture: base && picture && base + picture.file,
    },
    pictureAlt: picture?.alt,
    menu: MENU.map((item) => ({
      page: ADDRESSES[item],
      name: words[item].menu,
      current: address === ADDRESSES[item],
    })),
    publisher: { name: showSpans(centre), address: lines.map((line) => showSpans(line)) },
  };
}

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
