// Rules about the lines of the contents.
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import { listArticles, type Newsletter } from './schema.ts';

/** Most lines of the contents. */
const MAX_LABELS = 8;
/** Letters of a word's beginning that are compared, so that committee is found in committees. */
const STEM = 5;
/** Shorter words, such as of and the, say nothing of an article. */
const MIN_WORD = 3;

/** A line of the contents as it is written. */
export interface Label {
  readonly text: string;
  readonly path: ValuePath;
  /** The texts that it leads to. */
  readonly target: readonly string[];
  readonly isShared: boolean;
}

/** Returns the lines of the contents in printed order. */
export function listLabels(newsletter: Newsletter): Label[] {
  const { briefs } = newsletter;
  const articles = listArticles(newsletter).flatMap(({ article, path, isBrief }) =>
    article.contents === undefined || isBrief
      ? []
      : [
          {
            text: article.contents,
            path: [...path, 'contents'],
            target: [article.title, article.body],
            isShared: false,
          },
        ],
  );
  if (briefs?.contents === undefined) return articles;
  const shared = {
    text: briefs.contents,
    path: ['briefs', 'contents'],
    target: briefs.articles.flatMap(({ title, body }) => [title, body]),
    isShared: true,
  };
  return [...articles, shared];
}

/** Finds lines that lead nowhere or to another article, equal lines, and lines beyond the eighth. */
export function checkLabels(newsletter: Newsletter): Finding[] {
  const labels = listLabels(newsletter);
  return [
    ...labels.flatMap(checkTarget),
    ...findRepeatedLabels(labels),
    ...labels.slice(MAX_LABELS, MAX_LABELS + 1).map(
      ({ path }): Finding => ({
        code: 'contents-long',
        severity: 'warning',
        message: `the contents have ${labels.length} lines; ${MAX_LABELS} is the limit`,
        path,
        hints: ['Remove the key `contents` of the less important articles.'],
      }),
    ),
  ];
}

function checkTarget({ text, path, target, isShared }: Label): Finding[] {
  if (target.length === 0) {
    return [
      {
        code: 'contents-nowhere',
        message: `the line “${text.trim()}” of the contents leads nowhere: \`briefs\` has no articles`,
        path,
        dependsOn: [[...path.slice(0, -1), 'articles']],
        hints: ['Write the short articles under the key `articles`, or remove `briefs`.'],
      },
    ];
  }
  // The line of several short articles names their kind.
  if (isShared) return [];
  const stems = new Set(target.flatMap(stemsOf));
  const own = stemsOf(text);
  if (own.length === 0 || own.some((stem) => stems.has(stem))) return [];
  return [
    {
      code: 'contents-other',
      severity: 'warning',
      message: `no word of the line “${text.trim()}” is in the article that it leads to`,
      path,
      dependsOn: [
        [...path.slice(0, -1), 'title'],
        [...path.slice(0, -1), 'body'],
      ],
      hints: ['Write a short form of the article’s title.'],
    },
  ];
}

function findRepeatedLabels(labels: readonly Label[]): Finding[] {
  const seen = new Set<string>();
  return labels.flatMap(({ text, path }): Finding[] => {
    const key = wordsOf(text).join(' ');
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        code: 'contents-twice',
        severity: 'warning',
        message: `the line “${text.trim()}” is in the contents twice`,
        path,
        hints: ['Write a different line for each article.'],
      },
    ];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length >= MIN_WORD)
    .map((word) => word.slice(0, STEM));
}
