import { joinPaths, pathToHome, pathToRoot } from '../../../site/addresses.ts';
import { showMegabytes, showSpans } from '../../../site/show-text.ts';
import type { SiteLanguage, SiteSection } from '../../../site/site-pages.ts';
import { requireLanguage } from '../../../text/languages/index.ts';
import { ADDRESSES } from './addresses.ts';
import type { PageTools, Publisher } from './page-tools.ts';
import type { PublishedIssue } from './site-issue.ts';

/** The issues of a site in one language, and the tools for its pages. */
export interface Site {
  /** Newest first. An issue without an edition in the language is in another one. */
  readonly issues: readonly PublishedIssue[];
  /** The other publications that have issues; at least one if there are no issues. */
  readonly sections: readonly SiteSection[];
  readonly publisher: Publisher;
  readonly language: SiteLanguage;
  /** All languages of the site; the first one's pages are at the root. */
  readonly languages: readonly SiteLanguage[];
  readonly template: PageTools;
  readonly issuePhrases: IssuePhrases;
  /** Web address of the site, ending in a slash; empty if it is not known. */
  readonly base: string;
  readonly assets: SiteAssets;
}

/** Addresses of style sheet and scripts, relative to the site's root. */
export interface SiteAssets {
  readonly style: string;
  readonly searchScript: string;
  readonly languageScript: string;
}

/**
 * Creates a site.
 * @param issues newest first
 */
export function createSite(
  issues: readonly PublishedIssue[],
  settings: Pick<Site, 'template' | 'base' | 'language' | 'languages' | 'assets'> &
    Partial<Pick<Site, 'sections'>>,
): Site {
  const { sections = [], language } = settings;
  const template = sections.length > 0 ? nameAll(settings.template) : settings.template;
  const own = issues.find((issue) => issue.language === language.code) ?? issues[0];
  const publisher = own?.composed.masthead ?? template.publisher;
  return {
    ...settings,
    template,
    issues,
    sections,
    publisher,
    issuePhrases: createIssuePhrases(template),
  };
}

/** Replaces the words that name this publication only, for a site of several publications. */
function nameAll(template: PageTools): PageTools {
  const { words } = template;
  const { title, description, series, heading, introduction, search } = words.several;
  return {
    ...template,
    words: {
      ...words,
      site: { ...words.site, title, description, series },
      home: { ...words.home, heading, introduction },
      search: { ...words.search, description: search },
    },
  };
}

/** Returns the language of an issue if it is not that of the site's pages. */
export function foreignLanguage({ language }: Site, issue: PublishedIssue): string | undefined {
  return issue.language === language.code ? undefined : issue.language;
}

/** Returns the scripts of a page with places that the reader keeps when changing the language. */
export function switchScripts({ languages, assets }: Site): string[] {
  return languages.length > 1 ? [assets.languageScript] : [];
}

/** Returns the address of the site's root for files outside its pages: a web address, or a path. */
export function rootAddress({ base, language }: Site): string {
  return base || pathToRoot(language.folder);
}

/** Returns the web address of the home page's folder, or nothing if it is not known. */
export function homeAddress({ base, language }: Site): string {
  return base && base + language.folder;
}

/** Metadata of a page. */
export interface PageFacts {
  /** Address relative to the home page. */
  readonly address: string;
  readonly heading: string;
  /** Language of the heading, if it is not that of the page. */
  readonly headingLanguage?: string | undefined;
  readonly description: string;
  /** Open Graph type. */
  readonly kind?: 'website' | 'article';
  /** Picture for link previews; its address is relative to the site's root. */
  readonly picture?: { readonly file: string; readonly alt: string };
  /** Addresses of the page's scripts, relative to the site's root. */
  readonly scripts?: readonly string[];
  /** Addresses of further style sheets, relative to the site's root. */
  readonly styles?: readonly string[];
  /** Level of the subheadings in texts. */
  readonly subheadingLevel?: number;
  /** Paths to the home page and to the root, if they cannot be derived from the page's address. */
  readonly paths?: { readonly home: string; readonly root: string };
}

/** Level of a subheading in an article, whose title is below that of a section. */
const SUBHEADING_LEVEL = 4;

const MENU = ['home', 'countries', 'charts', 'search'] as const;
/** The menu of a site without issues of this publication. */
const SHORT_MENU = ['home', 'search'] as const;

/** Returns the values that all pages need: head, menu, publisher. */
export function framePage(site: Site, facts: PageFacts) {
  const { template, base, language, assets, publisher } = site;
  const { words } = template;
  const { address, heading, headingLanguage, description, kind = 'website', picture } = facts;
  const isHome = heading === words.home.heading;
  const toRoot = pathToRoot(language.folder);
  const home = facts.paths?.home ?? pathToHome(address);
  const root = facts.paths?.root ?? joinPaths(home, toRoot);
  const page = address === ADDRESSES.home ? '' : address;
  return {
    words,
    language: language.code,
    home,
    root,
    toRoot,
    headingLanguage,
    title: isHome ? words.site.title : `${heading} – ${words.site.title}`,
    heading,
    description,
    kind,
    style: assets.style,
    styles: facts.styles ?? [],
    subheadingLevel: facts.subheadingLevel ?? SUBHEADING_LEVEL,
    scripts: facts.scripts ?? [],
    absolute: {
      page: base && homeAddress(site) + page,
      picture: base && picture && base + picture.file,
    },
    languages: showLanguages(site, address, root),
    pictureAlt: picture?.alt,
    menu: (site.issues.length > 0 ? MENU : SHORT_MENU).map((item) => ({
      page: ADDRESSES[item],
      name: words[item].menu,
      current: address === ADDRESSES[item],
    })),
    publisher: {
      name: showSpans(publisher.centre),
      address: publisher.address.map((line) => showSpans(line)),
    },
  };
}

/** Returns links to the same page in all languages; undefined if the site has only one. */
function showLanguages({ base, language, languages }: Site, address: string, root: string) {
  if (languages.length === 1) return undefined;
  // Hosts show this page at any address, so the links lead to the home pages.
  const isNotFound = address === ADDRESSES.notFound;
  const page = isNotFound ? ADDRESSES.home : address;
  const links = languages.map(({ code, folder }) => ({
    code,
    name: requireLanguage(code).names.own,
    current: code === language.code,
    page: root + folder + page,
    alternate: base ? base + folder + (page === ADDRESSES.home ? '' : page) : root + folder + page,
  }));
  return { links, alternates: isNotFound ? [] : links };
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

/** Returns a renderer of phrases about issues that renders each phrase once per issue. */
export function createIssuePhrases({ words, phrases, language }: PageTools): IssuePhrases {
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
    name: memoize(({ composed: { number, year } }) => render(words.issue.name, { number, year })),
    days: memoize(({ composed: { period } }) => render(words.issue[periodForm(period)], period)),
    events,
    eventsOf: memoize(({ composed }) => events(composed.events)),
    countries: memoize(({ composed }) =>
      render(words.issue.countries, {
        count: composed.sections.filter(({ country }) => country !== undefined).length,
      }),
    ),
    pdf: memoize(({ pages, bytes }) =>
      render(words.issue.pdf, { pages, size: showMegabytes(bytes, language) }),
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
