// The texts of an article that are translated, and their marks.
import type { ValuePath } from '../../../source/positions.ts';
import { marksOf } from '../../shared/editions/marks.ts';
import { listUnits } from '../../shared/editions/text-units.ts';
import { type IssueArticle, photosOf } from '../schema.ts';

/** A text of an article that marks are made of. */
interface MarkedText {
  /** What it is, for a message: title, paragraph 2. */
  readonly name: string;
  readonly text: string;
  /** Path in the article. */
  readonly path: ValuePath;
}

/** Words of a photo that have marks, in their order. */
const MARKED_WORDS = ['caption', 'alt'] as const;

/**
 * The texts of an article in the order of their marks: title, lead, paragraphs, caption and alt of each
 * photo, place.
 */
export function listMarkedTexts(article: IssueArticle): MarkedText[] {
  const line = (key: string, text: string | undefined): MarkedText[] =>
    text === undefined ? [] : [{ name: key, text, path: [key] }];
  const ofPhotos = photosOf(article).flatMap(({ value, path }, index) =>
    MARKED_WORDS.flatMap((key): MarkedText[] => {
      const text = value[key];
      const name = index === 0 ? key : `${key} of photo ${index + 1}`;
      return text === undefined ? [] : [{ name, text, path: [...path, key] }];
    }),
  );
  return [
    ...line('title', article.title),
    ...line('lead', article.lead),
    ...listUnits(article.body).map(({ text }, index) => ({
      name: `paragraph ${index + 1}`,
      text,
      path: ['body'],
    })),
    ...ofPhotos,
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
