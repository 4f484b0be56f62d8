import type { Finding } from '../../../source/finding.ts';
import { listArticles } from '../list-articles.ts';
import type { Issue } from '../schema.ts';
import { type IssueRecord, sourceKey } from './issue-record.ts';

/** Sources that an earlier issue told about already. */
export function findReusedSources(issue: Issue, earlier: readonly IssueRecord[]): Finding[] {
  const known = new Map(
    earlier.flatMap(({ name, sources }) =>
      sources.map(({ address, line }) => [address, { name, line }] as const),
    ),
  );
  return listArticles(issue).flatMap(({ article, path }): Finding[] => {
    const used = known.get(sourceKey(article.source));
    if (!used) return [];
    return [
      {
        code: 'source-reused',
        severity: 'warning',
        message: `issue ${used.name} has this source already, at line ${used.line}`,
        path: [...path, 'source'],
        hints: [
          'If it is the same event, remove the article; else see whether the address was copied.',
        ],
      },
    ];
  });
}
