import type { ArticleView, IssueView } from '../issue-view.ts';
import type { ComposedArticle, ComposedIssue } from './bulletin.ts';
import { sectionId } from './layout/front-matter.ts';
import { pictureName } from './picture-name.ts';

/** A bulletin as a web page shows it: the same words, articles and order. */
export function viewIssue(
  composed: ComposedIssue,
  name: string,
  flagOf: (country: string) => string | undefined,
): IssueView {
  const { number, year, language, period, document, cover, introduction, masthead } = composed;
  return {
    name,
    number,
    year,
    language,
    period,
    title: document.title,
    subject: document.subject,
    label: cover.number,
    introduction,
    events: composed.events,
    sections: composed.sections.map(({ country, shortName, title, articles }) => ({
      id: sectionId(country),
      country,
      shortName,
      title,
      flag: flagOf(country),
      articles: articles.map(viewArticle),
    })),
    publisher: { name: masthead.centre, address: masthead.address },
  };
}

function viewArticle({ headline, source, photo, lead, body }: ComposedArticle): ArticleView {
  return {
    headline,
    source,
    photo: photo && {
      picture: pictureName(photo),
      alt: photo.alt,
      side: photo.side,
      caption: photo.caption,
      credit: photo.credit,
    },
    lead,
    body,
  };
}
