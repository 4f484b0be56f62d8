import { issueFile, issuePage } from '../../../site/addresses.ts';
import { asciiAddress, showBlocks, showSpans } from '../../../site/show-text.ts';
import { showPhoto } from '../../shared/site/show-photo.ts';
import type { ComposedArticle, ComposedSection } from '../composed-issue.ts';
import { ADDRESSES, countryPage, flagFile } from './addresses.ts';
import {
  foreignLanguage,
  framePage,
  type PageFacts,
  type Site,
  switchScripts,
} from './page-frame.ts';
import { showSections } from './sections.ts';
import type { PublishedIssue } from './site-issue.ts';

/** Returns an issue's page: introduction, contents, and all articles with their photos. */
export function fillIssuePage(site: Site, issue: PublishedIssue): string {
  const { template, issuePhrases } = site;
  const { words, phrases, pages } = template;
  const { name, composed, cover } = issue;
  const picture = { file: issueFile(name, cover.file), alt: coverAlt(site, issue) };
  const { number, year } = composed;
  return pages.fill('issue', {
    ...framePage(site, {
      address: issuePage(name),
      heading: phrases.renderText(words.issue.heading, { number, year }),
      description: composed.document.subject,
      kind: 'article',
      picture,
      scripts: switchScripts(site),
    }),
    lang: foreignLanguage(site, issue),
    cover: { ...cover, file: picture.file },
    coverAlt: picture.alt,
    days: issuePhrases.days(issue),
    events: issuePhrases.eventsOf(issue),
    countries: issuePhrases.countries(issue),
    pdf: issueFile(name, issue.pdf),
    pdfWords: issuePhrases.pdf(issue),
    introduction: composed.introduction.map((paragraph) => showSpans(paragraph)),
    sections: composed.sections.map((section) => showSection(site, issue, section)),
    neighbours: showNeighbours(site, issue),
  });
}

function showSection(site: Site, issue: PublishedIssue, section: ComposedSection) {
  const { id, country, shortName, title, flag, articles, references } = section;
  return {
    id,
    shortName,
    title,
    page: country && countryPage(country),
    flag: flag && country && flagFile(country),
    events: site.issuePhrases.events(articles.length),
    articles: articles.map((article) => showArticle(site, issue, article)),
    references: references.map(({ target, text }) => ({ target, text })),
  };
}

function showArticle(site: Site, issue: PublishedIssue, article: ComposedArticle) {
  const { id, title, date, place, lead, body, sources, photos } = article;
  const [first, ...others] = photos;
  return {
    id,
    title,
    facts: date !== undefined || place !== undefined,
    date,
    day: date && showDay(site, date),
    place,
    lead,
    body: showBlocks(body),
    sources: sources.map((source) => ({ ...source, link: asciiAddress(source.address) })),
    photo: first && showPhoto(issue, first.value),
    photos: others.map(({ value }) => showPhoto(issue, value)),
  };
}

/** Returns a day in the words of the page’s language: 20 November 2024. */
function showDay({ template: { words, phrases } }: Site, day: string): string {
  return phrases.renderText(words.issue.oneDay, { from: day, to: day });
}

function showNeighbours({ issues, template }: Site, issue: PublishedIssue) {
  const { words, phrases } = template;
  const place = issues.indexOf(issue);
  const show = (relation: 'prev' | 'next', sentence: string, other: PublishedIssue | undefined) => {
    if (!other) return [];
    const { name, composed } = other;
    const { number, year } = composed;
    const text = phrases.renderText(sentence, { number, year });
    return [{ relation, page: issuePage(name), name: text }];
  };
  return [
    ...show('prev', words.issue.older, issues[place + 1]),
    ...show('next', words.issue.newer, issues[place - 1]),
  ];
}

/** Number of covers that a browser loads at once. It loads the others when they scroll into view. */
const FIRST_COVERS = 8;

/** Returns the home page: the issues by year, newest first, and the lists of the other publications. */
export function fillHomePage(site: Site): string {
  const { issues, sections, template } = site;
  const { words, phrases, pages } = template;
  const years = [...new Set(issues.map(({ composed }) => composed.year))];
  const events = issues.reduce((sum, { composed }) => sum + composed.events, 0);
  const isAlone = sections.length === 0;
  return pages.fill('home', {
    ...framePage(site, {
      address: ADDRESSES.home,
      heading: words.home.heading,
      description: words.site.description,
      ...showHomePicture(site),
    }),
    count: isAlone ? phrases.renderText(words.home.count, { issues: issues.length, events }) : '',
    years: years.map((year) => ({
      year,
      heading: isAlone ? year : phrases.renderText(words.several.year, { year }),
      issues: issues.flatMap((issue, place) =>
        issue.composed.year === year
          ? [{ ...showCard(site, issue), later: place >= FIRST_COVERS }]
          : [],
      ),
    })),
    sections: showSections(site),
  });
}

/** Returns the cover of the newest issue for link previews. */
function showHomePicture(site: Site): Pick<PageFacts, 'picture'> {
  const [newest] = site.issues;
  if (newest) {
    const picture = {
      file: issueFile(newest.name, newest.cover.file),
      alt: coverAlt(site, newest),
    };
    return { picture };
  }
  const issue = site.sections[0]?.issues[0];
  if (!issue) return {};
  const { name, cover } = issue.file;
  return { picture: { file: issueFile(name, cover.file), alt: issue.coverAlt } };
}

/** Returns the alternative text of an issue's cover. */
export function coverAlt(
  { template: { words, phrases } }: Site,
  { composed }: PublishedIssue,
): string {
  return phrases.renderText(words.home.cover, {
    number: composed.number,
    year: composed.year,
  });
}

function showCard(site: Site, issue: PublishedIssue) {
  const { issuePhrases } = site;
  const { name } = issue;
  return {
    page: issuePage(name),
    name: issuePhrases.name(issue),
    days: issuePhrases.days(issue),
    events: issuePhrases.eventsOf(issue),
    countries: issuePhrases.countries(issue),
    pdf: issueFile(name, issue.pdf),
    pdfWords: issuePhrases.pdf(issue),
    lang: foreignLanguage(site, issue),
    cover: { ...issue.cover, file: issueFile(name, issue.cover.file) },
  };
}
