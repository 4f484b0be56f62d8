import type { ValuePath } from '../../source/value-path.ts';
import type { Issue, IssueArticle } from './schema.ts';

/** Every article of an issue with its place in the document. */
export function listArticles({
  sections,
}: Pick<Issue, 'sections'>): { article: IssueArticle; path: ValuePath }[] {
  return sections.flatMap((section, s) =>
    section.articles.map((article, a) => ({ article, path: ['sections', s, 'articles', a] })),
  );
}
