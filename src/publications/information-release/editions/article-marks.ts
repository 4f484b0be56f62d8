// The texts of an article that are translated, and their marks.
import { marksOf } from '../../shared/editions/marks.ts';
import { listUnits } from '../../shared/editions/text-units.ts';
import { type IssueArticle, photosOf } from '../schema.ts';

/** A text of an article that marks are made of. */
interface MarkedText {
  /** What it is, for a message: title, paragraph 2. */
  readonly name: string;
  readonly text: string;
  /** Key of the article, and where the text begins in its value. */
  readonly key: string;
  readonly at: number;
}

/** The texts of an article in the order of their marks: title, lead, paragraphs, caption, alt, place. */
export function listMarkedTexts(article: IssueArticle): MarkedText[] {
  const line = (key: string, text: string | undefined): MarkedText[] =>
    text === undefined ? [] : [{ name: key, text, key, at: 0 }];
  return [
    ...line('title', article.title),
    ...line('lead', article.lead),
    ...listUnits(article.body).map(({ text, at }, index) => ({
      name: `paragraph ${index + 1}`,
      text,
      key: 'body',
      at,
    })),
    ...photosOf(article).flatMap(({ value: photo }) => [
      ...line('caption', photo.caption),
      ...line('alt', photo.alt),
    ]),
    ...line('place', article.place),
  ];
}

/** Marks as a YAML value: a row such as 964e-6146 would be read as a number without quotes. */
export function writeMarks(marks: string): string {
  return Number.isNaN(Number(marks)) ? marks : `'${marks}'`;
}

/** The marks of an article of the first edition. */
export function marksOfArticle(article: IssueArticle): string {
  return marksOf(listMarkedTexts(article).map(({ text }) => text));
}
