// Issues of other publications: their pages in the frame of this one, and their places in lists, search and feed.
import { issueFile, issuePage } from '../../../site/addresses.ts';
import type { SearchedArticle } from '../../../site/search-index.ts';
import { shortenText } from '../../../site/show-text.ts';
import type { SectionIssue, SiteFile, SiteSection } from '../../../site/site-pages.ts';
import { framePage, type Site, switchScripts } from './page-frame.ts';

/** An issue of another publication with its section. */
export interface PlacedIssue {
  readonly section: SiteSection;
  readonly issue: SectionIssue;
}

/** Returns the issues of all sections. */
export function listSectionIssues({ sections }: Pick<Site, 'sections'>): PlacedIssue[] {
  return sections.flatMap((section) => section.issues.map((issue) => ({ section, issue })));
}

/** Composes the pages of the issues of all sections. */
export function* composeSectionPages(site: Site): Generator<SiteFile> {
  if (site.sections.length === 0) return;
  const templates = site.sections.map((section) => section.templates);
  const pages = site.template.pages.extend(Object.assign({}, ...templates));
  for (const placed of listSectionIssues(site)) {
    const { file, page } = placed.issue;
    const content = pages.fill(page.template, showIssue(site, placed));
    yield { address: issuePage(file.name), content };
  }
}

function showIssue(site: Site, { section, issue }: PlacedIssue) {
  const { file, title, description, coverAlt, page } = issue;
  const { cover, pdf } = file;
  const picture = { file: issueFile(file.name, cover.file), alt: coverAlt };
  const lang = foreign(site, file.language);
  return {
    ...framePage(site, {
      address: issuePage(file.name),
      heading: title,
      headingLanguage: lang,
      description,
      kind: 'article',
      picture,
      scripts: switchScripts(site),
      styles: section.styles,
      subheadingLevel: page.subheadingLevel,
    }),
    lang,
    // For words of the section inside an element in the issue's language, and outside of it.
    ownLanguage: section.language,
    wordsLanguage: foreign(site, section.language),
    cover: { ...cover, file: picture.file },
    coverAlt,
    pdf: issueFile(file.name, pdf),
    pdfWords: issue.pdf,
    days: issue.days,
    neighbours: showNeighbours(site, section, issue),
    issue: page.values,
  };
}

function showNeighbours({ template }: Site, { issues }: SiteSection, issue: SectionIssue) {
  const { words, phrases } = template;
  const place = issues.indexOf(issue);
  const show = (relation: 'prev' | 'next', phrase: string, other: SectionIssue | undefined) => {
    if (!other) return [];
    const { title, file } = other;
    return [{ relation, page: issuePage(file.name), name: phrases.renderText(phrase, { title }) }];
  };
  return [
    ...show('prev', words.several.older, issues[place + 1]),
    ...show('next', words.several.newer, issues[place - 1]),
  ];
}

/** Returns a language if it is not that of the site's pages. */
function foreign({ language }: Site, code: string): string | undefined {
  return code === language.code ? undefined : code;
}

/** Returns the lists of the sections for the home page. */
export function showSections(site: Site) {
  return site.sections.map(({ name, heading, language, showsCovers, issues }) => ({
    id: name,
    heading,
    lang: foreign(site, language),
    showsCovers,
    issues: issues.map(({ file, title, days, label, description, pdf }) => ({
      page: issuePage(file.name),
      title,
      days,
      label,
      description,
      pdf: issueFile(file.name, file.pdf),
      pdfWords: pdf,
      lang: foreign(site, file.language),
      wordsLanguage: foreign(site, language),
      cover: { ...file.cover, file: issueFile(file.name, file.cover.file) },
    })),
  }));
}

/** Returns the years of all issues, the last one first. */
export function searchYears(site: Pick<Site, 'issues' | 'sections'>): number[] {
  const own = site.issues.map(({ composed }) => composed.year);
  const others = listSectionIssues(site).map(({ issue }) => yearOf(issue));
  return [...new Set([...own, ...others])].sort((a, b) => b - a);
}

function yearOf({ day }: SectionIssue): number {
  return Number(day.slice(0, 4));
}

/** Returns the articles of the sections' issues of a year, for the search. */
export function listSearched(site: Site, year: number): SearchedArticle[] {
  const ofYear = listSectionIssues(site).filter(({ issue }) => yearOf(issue) === year);
  return ofYear.flatMap(({ section, issue }) =>
    issue.searched.map(({ id, title, text }) => ({
      id: addressOf(issue, id),
      language: foreign(site, issue.file.language),
      title,
      excerpt: shortenText(text),
      group: section.name,
      groupName: section.kind,
      issue: issue.label,
      days: issue.days,
      text,
    })),
  );
}

function addressOf({ file }: SectionIssue, id: string | undefined): string {
  return issuePage(file.name) + (id === undefined ? '' : `#${id}`);
}

/** Returns the feed's entries of the sections' issues, each with its day. */
export function showSectionEntries(site: Site) {
  return listSectionIssues(site).map(({ issue }) => {
    const { file, title, day, description, contents } = issue;
    const articles = contents.articles.map((article) => ({
      title: article.title,
      page: addressOf(issue, article.id),
    }));
    return {
      name: file.name,
      lang: foreign(site, file.language),
      title,
      day,
      page: issuePage(file.name),
      pdf: issueFile(file.name, file.pdf),
      bytes: file.bytes,
      summary: description,
      sections: articles.length === 0 ? [] : [{ shortName: contents.heading, articles }],
    };
  });
}

/** Returns the last day of all issues. */
export function lastDay(site: Pick<Site, 'issues' | 'sections'>): string {
  const own = site.issues.slice(0, 1).map(({ composed }) => composed.period.to);
  const others = listSectionIssues(site).map(({ issue }) => issue.day);
  return [...own, ...others].reduce((last, day) => (day > last ? day : last), '');
}
