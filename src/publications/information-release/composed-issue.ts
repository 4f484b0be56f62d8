import type { Block, Span } from '../../text/rich-text.ts';
import type { ReadyPhoto } from '../publication.ts';
import type { IssuePhoto } from '../shared/schema-pieces.ts';

/** An issue with everything that is computed: what pages and site show, in the order of print. */
export interface ComposedIssue {
  readonly number: number;
  readonly year: number;
  readonly language: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly document: {
    readonly title: string;
    readonly author: string;
    readonly subject: string;
    readonly keywords: string;
  };
  readonly cover: Cover;
  readonly masthead: Masthead;
  readonly contentsHeading: string;
  readonly introduction: readonly (readonly Span[])[];
  readonly sections: readonly ComposedSection[];
  readonly events: number;
}

/** The words of the front cover. */
export interface Cover {
  readonly letters: readonly string[];
  readonly centre: readonly string[];
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly note: string;
  readonly dates: string;
  readonly number: string;
  readonly place: string;
  readonly emblem: string;
}

/** The words of the masthead; the back cover says the same of the centre. */
export interface Masthead {
  readonly title: string;
  readonly centre: readonly Span[];
  readonly addressHeading: string;
  readonly address: readonly (readonly Span[])[];
  readonly edition: string;
  readonly circulation: string;
}

/** A country's section. */
export interface ComposedSection {
  /** Name of its place, which links and the report ask for. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly shortName: string;
  /** The official name in capitals. */
  readonly title: string;
  /** A drawing three wide to two high, as SVG text. */
  readonly flag: string | undefined;
  readonly articles: readonly ComposedArticle[];
}

/** An event as it is printed. */
export interface ComposedArticle {
  /** Where the editor wrote it. */
  readonly path: readonly (string | number)[];
  /** As the editor wrote it, on one line. */
  readonly title: string;
  /** The title in capitals. */
  readonly printedTitle: string;
  readonly source: string;
  readonly photo: ComposedPhoto | undefined;
  readonly lead: string | undefined;
  readonly body: readonly Block[];
}

/** A photo with what the editor left to the rules filled in. */
export interface ComposedPhoto extends ReadyPhoto {
  readonly alt: string;
  readonly side: IssuePhoto['side'];
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}
