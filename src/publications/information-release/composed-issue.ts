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

/** The section of a country, or one with a heading of its own. */
export interface ComposedSection {
  /** Id of the section's heading, for links and page numbers. */
  readonly id: string;
  /** ISO 3166-1 alpha-2; undefined for a section with a heading. */
  readonly country: string | undefined;
  /** The country's name in sentences, or the heading as typed. */
  readonly shortName: string;
  /** The official name or the heading, in capitals. */
  readonly title: string;
  /** Flag with the proportions 3:2, as SVG text. */
  readonly flag: string | undefined;
  readonly articles: readonly ComposedArticle[];
  /** References to articles of other sections about an event in this country, too. */
  readonly references: readonly ArticleReference[];
}

/** A line in a country's section that leads to an article of another section. */
export interface ArticleReference {
  /** Id of the article's title. */
  readonly target: string;
  readonly text: string;
  /** Text before the page number. */
  readonly page: string;
  /** Path of the country's code in the article. */
  readonly path: ValuePath;
}

/** A country that an article is about, beside that of its section. */
export interface OtherCountry {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly shortName: string;
  readonly flag: string | undefined;
  /** Path of its code in the issue file. */
  readonly path: ValuePath;
}

/** A source of an article as it is printed. */
export interface ComposedSource {
  readonly address: string;
  /** The address in readable letters. */
  readonly printedAddress: string;
  readonly name: string | undefined;
  /** The name as it is printed before the address. */
  readonly label: string | undefined;
  /** Path in the issue file. */
  readonly path: ValuePath;
}

/** An article as it is printed. */
export interface ComposedArticle {
  /** Path in the issue file. */
  readonly path: ValuePath;
  /** Id of the title, for links. */
  readonly id: string;
  readonly also: readonly OtherCountry[];
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
