import type { Block, Span } from '../text/rich-text.ts';

/** An issue as a web page shows it: what every publication can say of its issues, without style. */
export interface IssueView {
  /** The issue's name within the publication, such as 2024-19. */
  readonly name: string;
  readonly number: number;
  readonly year: number;
  readonly language: string;
  /** Days of the calendar, YEAR-MONTH-DAY. */
  readonly period: { readonly from: string; readonly to: string };
  /** CARICC Information Release #19, 2024. */
  readonly title: string;
  /** What the issue is about, with its period in words. */
  readonly subject: string;
  /** #19, as the cover prints it. */
  readonly label: string;
  readonly introduction: readonly (readonly Span[])[];
  /** How many events it tells of. */
  readonly events: number;
  /** In the order of print. */
  readonly sections: readonly SectionView[];
  readonly publisher: PublisherView;
}

/** Who publishes, in the words of the issue. */
export interface PublisherView {
  readonly name: readonly Span[];
  readonly address: readonly (readonly Span[])[];
}

/** A country's section. */
export interface SectionView {
  /** Name of its place, the same in the PDF and on the page. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly shortName: string;
  /** As it stands over the section. */
  readonly title: string;
  /** A drawing three wide to two high, as SVG text. */
  readonly flag: string | undefined;
  readonly articles: readonly ArticleView[];
}

/** An event. */
export interface ArticleView {
  /** As the editor wrote it. */
  readonly headline: string;
  /** Address of the publication that told of it. */
  readonly source: string;
  readonly photo: PhotoView | undefined;
  readonly lead: string | undefined;
  readonly body: readonly Block[];
}

/** An article's photo; `picture` is its name among the prepared pictures. */
export interface PhotoView {
  readonly picture: string;
  readonly alt: string;
  readonly side: 'left' | 'right' | 'full';
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}
