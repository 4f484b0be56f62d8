import { createPassage, listKinds, type Passage } from '../../shared/editorial/passages.ts';
import { type Issue, listArticles, photosOf } from '../schema.ts';

/** Returns the passages of an issue: the headings and topics of sections, then the texts of each article. */
export function listPassages(issue: Issue): Passage[] {
  const topics = issue.sections.flatMap((section, s) =>
    section.topics.map((text, t) => createPassage('topic', text, ['sections', s, 'topics', t])),
  );
  const headings = issue.sections.flatMap(({ heading }, s) =>
    heading === undefined ? [] : [createPassage('headline', heading, ['sections', s, 'heading'])],
  );
  const articles = listArticles(issue).flatMap(({ article, path }) => {
    const { title, place, lead, body } = article;
    return [
      ...listKinds({ title, place, lead, body }, path),
      ...photosOf(article, path).flatMap(({ value: { caption, credit, alt }, path: own }) =>
        listKinds({ caption, credit, alt }, own, path),
      ),
    ];
  });
  return [...headings, ...topics, ...articles];
}
