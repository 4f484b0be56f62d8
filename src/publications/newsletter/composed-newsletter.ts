import type { ValuePath } from '../../source/positions.ts';
import type { Block, Quote, Span } from '../../text/rich-text.ts';
import type { ClosingBlock, Sourced } from '../shared/compose-programme.ts';
import type { ComposedPhoto } from '../shared/compose-texts.ts';
import type { ArticlePhoto } from './schema.ts';

/** A newsletter with all computed values, in printed order. */
export interface ComposedNewsletter {
  readonly programme: string;
  readonly number: number;
  readonly period: string;
  /** The last day of the period. */
  readonly date: string;
  readonly language: string;
  readonly document: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: string;
  };
  readonly brand: {
    readonly name: string;
    readonly programme: string;
    readonly issue: string;
    readonly period: string;
  };
  /** The word at the head of a draft. */
  readonly draft: string | undefined;
  readonly contents: {
    readonly heading: string;
    /** The word before a page number. */
    readonly page: string;
    readonly lines: readonly ContentsLabel[];
  };
  readonly articles: readonly ComposedArticle[];
  readonly briefs: readonly ComposedArticle[];
  readonly vision: Statement<Sourced<readonly Block[]>> | undefined;
  readonly website: Sourced<Span> | undefined;
  readonly mission: Statement<readonly Sourced<readonly Span[]>[]> | undefined;
  readonly contact: Sourced<readonly Span[]> | undefined;
  readonly closing: ClosingBlock;
}

/** A heading with the programme's words under it. */
export interface Statement<Content> {
  readonly heading: string;
  readonly content: Content;
}

/** A line of the contents, and the id of the article that it leads to. */
export interface ContentsLabel {
  readonly text: string;
  readonly path: ValuePath;
  readonly target: string;
}

/** An article with its computed values. */
export interface ComposedArticle {
  readonly id: string;
  readonly path: ValuePath;
  readonly title: string;
  /** The title in capitals, unless the article says otherwise. */
  readonly printedTitle: string;
  readonly photos: readonly PlacedPhoto[];
  readonly body: readonly BodyPart[];
  readonly newPage: boolean;
}

/** A photo with its path in the newsletter. */
export interface PlacedPhoto {
  readonly photo: ComposedPhoto<ArticlePhoto['side']>;
  readonly path: ValuePath;
}

/** A part of a body: running text, or a pull quote. */
export type BodyPart =
  | { readonly kind: 'text'; readonly block: Block }
  | {
      readonly kind: 'pullQuote';
      readonly quote: Quote;
      /** Whether the article's text has the same words. */
      readonly isRepeated: boolean;
    };
