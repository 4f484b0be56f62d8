import type { BuildCache, Memo } from '../../cache/build-cache.ts';
import type { BodyReader } from '../../text/parse-rich-text.ts';
import { toPrintable } from '../../text/printable-text.ts';
import type { Block } from '../../text/rich-text.ts';
import { type Typesetter, typesetBlocks, typesetLine } from '../../text/typography.ts';
import type { ReadyPhoto } from '../publication.ts';
import type { IssuePhoto } from './schema-pieces.ts';

/** Parses a body and typesets its paragraphs. */
export type BodyTypesetter = (text: string) => readonly Block[];

/** Returns a body typesetter that caches its results. */
export function createBodyTypesetter(
  read: BodyReader,
  typeset: Typesetter,
  buildCache: BuildCache,
): BodyTypesetter {
  const known: Memo<string, readonly Block[]> = buildCache.memo();
  return (text) => known.get(text, () => typesetBlocks(read(text).blocks, typeset));
}

/** A photo with default values filled in. */
export interface ComposedPhoto<Side extends string = IssuePhoto['side']> extends ReadyPhoto {
  readonly alt: string;
  readonly side: Side;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
}

/**
 * Composes a photo that can be printed.
 * @param title read aloud if the photo has no description
 */
export function composePhoto<Side extends string>(
  photo: (Omit<IssuePhoto, 'side'> & { readonly side: Side }) | undefined,
  ready: ReadyPhoto | undefined,
  title: string,
  typeset: Typesetter,
): ComposedPhoto<Side> | undefined {
  if (!photo || !ready) return undefined;
  const { alt = title, side, caption, credit } = photo;
  return {
    ...ready,
    alt: normalizeLine(alt),
    side,
    caption: composeLine(caption, typeset),
    credit: composeLine(credit, typeset),
  };
}

/** Typesets a text on one line; an absent or empty text stays as it is. */
export function composeLine<T extends string | undefined>(text: T, typeset: Typesetter): T {
  return (text && typesetLine(normalizeLine(text), typeset)) as T;
}

/** Typesets a text whose line ends are printed. */
export function composeLines(text: string, typeset: Typesetter): string {
  const lines = text.trim().split('\n');
  return lines.map((line) => composeLine(line, typeset)).join('\n');
}

/** Returns a text as it is printed, on one line, with single spaces. */
export function normalizeLine(text: string): string {
  return toPrintable(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}
