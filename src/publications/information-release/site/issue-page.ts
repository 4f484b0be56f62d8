import { countryPage, flagFile, issueFile, issuePage } from '../../../site/addresses.ts';
import { showBlocks, showSpans } from '../../../site/show-text.ts';
import { articleId, type SiteIssue } from '../../../site/site-issue.ts';
import type { ArticleView, PhotoView, SectionView } from '../../issue-view.ts';
import { coverAlt } from './home-page.ts';
import { framePage, type Site } from './page-frame.ts';

/** An issue's page: introduction, contents, and every article with its photo. */
export function fillIssuePage(site: Site, issue: SiteIssue): string {
  const { template, say } = site;
  const { words, phrases, pages } = template;
  const { view, cover } = issue;
  const picture = { file: issueFile(view.name, cover.file), alt: coverAlt(site, issue) };
  const { label, year } = view;
  return pages.fill('issue', {
    ...framePage(site, {
      address: issuePage(view.name),
      heading: phrases.renderText(words.issue.heading, { label, year }),
      description: view.subject,
      kind: 'article',
      picture,
    }),
    cover: { ...cover, file: picture.file },
    coverAlt: picture.alt,
    days: say.days(issue),
    events: say.eventsOf(issue),
    countries: say.countries(issue),
    pdf: issueFile(view.name, issue.pdf),
    pdfWords: say.pdf(issue),
    introduction: view.introduction.map((paragraph) => showSpans(paragraph)),
    sections: view.sections.map((section) => showSection(site, issue, section)),
    neighbours: showNeighbours(site, issue),
  });
}

function showSection({ say }: Site, issue: SiteIssue, section: SectionView) {
  const { id, country, shortName, title, flag, articles } = section;
  return {
    id,
    shortName,
    title,
    page: countryPage(country),
    flag: flag === undefined ? undefined : flagFile(country),
    events: say.events(articles.length),
    articles: articles.map((article, index) => showArticle(issue, article, articleId(id, index))),
  };
}

function showArticle(issue: SiteIssue, article: ArticleView, id: string) {
  const { headline, lead, body, source, photo } = article;
  return {
    id,
    headline,
    lead,
    body: showBlocks(body),
    source,
    photo: photo && showPhoto(issue, photo),
  };
}

function showPhoto({ view, photos }: SiteIssue, photo: PhotoView) {
  const { picture, alt, side, caption, credit } = photo;
  const prepared = photos.get(picture);
  if (!prepared) throw new Error(`The photo was not prepared: ${picture}`);
  return {
    ...prepared,
    file: issueFile(view.name, prepared.file),
    alt,
    side,
    caption,
    credit,
    words: Boolean(caption ?? credit),
  };
}

function showNeighbours({ issues, template }: Site, issue: SiteIssue) {
  const { words, phrases } = template;
  const place = issues.indexOf(issue);
  const show = (relation: 'prev' | 'next', sentence: string, other: SiteIssue | undefined) => {
    if (!other) return [];
    const { label, year, name } = other.view;
    const said = phrases.renderText(sentence, { label, year });
    return [{ relation, page: issuePage(name), name: said }];
  };
  return [
    ...show('prev', words.issue.older, issues[place + 1]),
    ...show('next', words.issue.newer, issues[place - 1]),
  ];
}
