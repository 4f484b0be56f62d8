import { issueOf, marked, review } from './review-issue.ts';

/** Texts of an article by their keys; `period` is the issue's, `topics` its topics, one a line. */
export type SampleTexts = Readonly<Record<string, string>>;

/** Reviews an article, or a body alone, and returns code and marked text of each problem. */
export function marksOf(texts: string | SampleTexts): string[] {
  const {
    topics,
    period = '{ from: 2024-11-16, to: 2024-11-30 }',
    ...article
  } = typeof texts === 'string' ? { body: texts } : texts;
  const isRussian = /\p{Script=Cyrillic}{4}/u.test(Object.values(article).join(' '));
  const yaml = issueOf(article)
    .replace(
      '[lessons]',
      JSON.stringify((topics ?? (isRussian ? 'о беседах' : 'lessons')).split('\n')),
    )
    .replace(/(?<=^period: ).*$/m, period);
  const written = `language: ${isRussian ? 'ru' : 'en'}\n${yaml}`;
  return marked(written, review(written));
}
