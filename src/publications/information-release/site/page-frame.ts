import { pathToHome } from '../../../site/addresses.ts';
import { showSpans } from '../../../site/show-text.ts';
import { ADDRESSES } from './addresses.ts';
import type { PageTools } from './page-tools.ts';
import type { PublishedIssue } from './site-issue.ts';

/** The issues of a site and the tools for its pages. */
export interface Site {
  /** Newest first; at least one. */
  readonly issues: readonly PublishedIssue[];
  readonly newest: PublishedIssue;
  readonly template: PageTools;
  readonly issuePhrases: IssuePhrases;
  /** Web address of the site, ending in a slash; empty if it is not known. */
  readonly base: string;
  /** Addresses of the style sheet and the search script, relative to the home page. */
  readonly style: string;
  readonly script: string;
}

/**
 * Creates a site.
 * @param issues newest first; at least one
 */
export function createSite(
  issues: readonly PublishedIssue[],
  { template, base, ...assets }: Pick<Site, 'template' | 'base' | 'style' | 'script'>,
): Site {
  const [newest] = issues;
  if (!newest) throw new Error('A site needs an issue');
  return { ...assets, issues, newest, template, base, issuePhrases: createIssuePhrases(template) };
}

/** Metadata of a page. */
export interface PageFacts {
  /** Address relative to the home page. */
  readonly address: string;
  readonly heading: string;
  readonly description: string;
  /** Open Graph type. */
  readonly kind?: 'website' | 'article';
  /** Picture for link previews; its address is relative to the home page. */
  readonly picture?: { readonly file: string; readonly alt: string };
  /** Address of the page's script, relative to the home page. */
  readonly script?: string;
  /** Path to the home page, if it cannot be derived from the page's address. */
  readonly home?: string;
}

const MENU = ['home', 'countries', 'charts', 'search'] as const;

/** Returns the values that all pages need: head, menu, publisher. */
export function framePage(site: Site, facts: PageFacts) {
  const { template, newest, base, style } = site;
  const { words } = template;
  const { address, heading, description, kind = 'website', picture, script } = facts;
  const { centre, address: lines } = newest.composed.masthead;
  const isHome = heading === words.home.heading;
  return {
    words,
    language: newest.composed.language,
    home: facts.home ?? pathToHome(address),
    title: isHome ? words.site.title : `${heading} – ${words.site.title}`,
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

/** Rendered phrases about an issue. */
export interface IssuePhrases {
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

/** Returns a renderer of phrases about issues that renders each phrase once per issue. */
export function createIssuePhrases({ words, phrases }: PageTools): IssuePhrases {
  const render = (template: string, values: Record<string, unknown>) =>
    phrases.renderText(template, values);
  const memoize = (renderPhrase: (issue: PublishedIssue) => string) => {
    const rendered = new WeakMap<PublishedIssue, string>();
    return (issue: PublishedIssue) => {
      const text = rendered.get(issue) ?? renderPhrase(issue);
      rendered.set(issue, text);
      return text;
    };
  };
  const events = (count: number) => render(words.issue.events, { count });
  return {
    name: memoize(({ composed: { cover, year } }) =>
      render(words.issue.name, { label: cover.number, year }),
    ),
    days: memoize(({ composed: { period } }) => render(words.issue[periodForm(period)], period)),
    events,
    eventsOf: memoize(({ composed }) => events(composed.events)),
    countries: memoize(({ composed }) =>
      render(words.issue.countries, { count: composed.sections.length }),
    ),
    pdf: memoize(({ pages, bytes }) =>
      render(words.issue.pdf, { pages, size: (bytes / BYTES_PER_MEGABYTE).toFixed(1) }),
    ),
  };
}

/** Returns the form of a period in words, which gives a common year or month only once. */
function periodForm({
  from,
  to,
}: PublishedIssue['composed']['period']): 'oneDay' | 'oneMonth' | 'oneYear' | 'twoYears' {
  if (from === to) return 'oneDay';
  if (from.slice(0, 7) === to.slice(0, 7)) return 'oneMonth';
  return from.slice(0, 4) === to.slice(0, 4) ? 'oneYear' : 'twoYears';
}
