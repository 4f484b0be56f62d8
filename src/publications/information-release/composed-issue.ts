import type { ValuePath } from '../../source/positions.ts';
import type { Block, Span } from '../../text/rich-text.ts';
import type { ComposedPhoto } from '../shared/compose-texts.ts';
import type { Placed } from '../shared/schema-pieces.ts';

/** An issue with all computed values, in printed order: the input of the PDF and the site. */
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

/** Texts of the front cover. */
export interface Cover {
  readonly letters: readonly string[];
  readonly centre: readonly string[];
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly note: string;
  readonly dates: string;
  readonly number: string;
  readonly place: string;
  /** The word on the cover of a draft. */
  readonly draft: string | undefined;
  readonly emblem: string;
}

/** Texts of the masthead. The back cover repeats the centre's name and address. */
export interface Masthead {
  readonly title: string;
  readonly centre: readonly Span[];
  readonly addressHeading: string;
  readonly address: readonly (readonly Span[])[];
  readonly edition: string;
  readonly circulation: string;
}

/** The section of a country. */
export interface ComposedSection {
  /** Id of the section's heading, for links and page numbers. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly shortName: string;
  /** The official name in capitals. */
  readonly title: string;
  /** Flag with the proportions 3:2, as SVG text. */
  readonly flag: string | undefined;
  readonly articles: readonly ComposedArticle[];
}

/** A source of an article as it is printed. */
export interface ComposedSource {
  readonly address: string;
  /** The address in readable letters. */
  readonly printedAddress: string;
  /** Path of the address in the issue file. */
  readonly path: ValuePath;
}

/** An article as it is printed. */
export interface ComposedArticle {
  /** Path in the issue file. */
  readonly path: ValuePath;
  /** Title on one line, in the editor's letter case. */
  readonly title: string;
  /** The title in capitals, but for what keeps its letters. */
  readonly printedTitle: string;
  readonly sources: readonly ComposedSource[];
  /** The photos that can be printed. Text runs beside the first one. */
  readonly photos: readonly Placed<ComposedPhoto>[];
  readonly lead: string | undefined;
  /** Day of the event, YYYY-MM-DD; not printed. */
  readonly date: string | undefined;
  /** Place of the event; not printed. */
  readonly place: string | undefined;
  readonly body: readonly Block[];
}
