import type { z } from 'zod';
import type { Finding } from '../source/finding.ts';
import type { ValuePath } from '../source/positions.ts';
import type { SourceDocument } from '../source/read-yaml.ts';

/**
 * How a publication's issues are translated: the format of a further edition's file, which holds words
 * only, and how these go together with the facts of the first edition.
 */
export interface EditionFormat<Issue, Edition> {
  readonly schema: z.ZodType<Edition>;
  /** The language that an edition says it was translated from. */
  translates(edition: Edition): string;
  /** Puts the words of an edition in the place of those of the first edition. */
  merge(first: Issue, edition: Edition, language: string): MergedEdition<Issue>;
  /** Compares what the two editions say: marks, paragraphs, figures. */
  compare(context: EditionsToCompare<Issue, Edition>): Finding[];
  /**
   * The file of a further edition brought up to date, or begun where `text` is undefined.
   * @throws EditionUnreadable if the text is not an edition's
   */
  update(context: EditionUpdate<Issue>): UpdatedEdition;
}

/** An issue in the language of a further edition. */
export interface MergedEdition<Issue> {
  readonly issue: Issue;
  /**
   * Where a value of the issue is written in the further edition; undefined for the facts, which only
   * the first edition has.
   */
  placeOf(path: ValuePath): ValuePath | undefined;
  /** Where the same value is written in the first edition. */
  placeInFirst(path: ValuePath): ValuePath;
  /** What keeps the two from going together; paths are places in the further edition. */
  readonly findings: readonly Finding[];
}

/** Two editions of an issue. */
export interface EditionsToCompare<Issue, Edition> {
  readonly first: { readonly issue: Issue; readonly document: SourceDocument };
  readonly edition: { readonly value: Edition; readonly document: SourceDocument };
  readonly merged: MergedEdition<Issue>;
}

/** What `translate` has of an issue. */
export interface EditionUpdate<Issue> {
  readonly first: { readonly issue: Issue; readonly language: string };
  /** Path of the edition's file. */
  readonly file: string;
  /** The text of the edition's file as it is now. */
  readonly text: string | undefined;
}

/** The file cannot be brought up to date; the message says why. */
export class EditionUnreadable extends Error {
  override readonly name = 'EditionUnreadable';
}

/** A further edition's file with what has become of it. */
export interface UpdatedEdition {
  readonly text: string;
  /** Texts that nobody has translated yet. */
  readonly untranslated: number;
  /** Texts of the first edition that were changed, added or removed after they were translated. */
  readonly changed: number;
}
