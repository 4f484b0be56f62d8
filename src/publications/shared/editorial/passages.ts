import type { ValuePath } from '../../../source/positions.ts';
import { BEFORE_SPEECH } from '../../../text/direct-speech.ts';

/** Kinds of passages. */
export type PassageKind =
  | 'topic'
  | 'title'
  | 'headline'
  | 'place'
  | 'lead'
  | 'body'
  | 'caption'
  | 'credit'
  | 'alt';

/** A text of an issue that is printed or read aloud. */
export interface Passage {
  readonly kind: PassageKind;
  /** The text, with web addresses replaced by as many spaces. */
  readonly text: string;
  readonly path: ValuePath;
}

/** A paragraph of a passage. */
export interface PassageParagraph {
  readonly text: string;
  /** Offset in the passage, in UTF-16 code units. */
  readonly at: number;
}

const ADDRESSES = /\]\([^)\n]{0,2000}\)|<?\b(?:https?:\/\/|www\.)[^\s<>]+/g;

/**
 * Returns the passages of texts that are values of one mapping.
 * @param texts by the keys that hold them
 * @param path of the mapping
 */
export function listKinds(
  texts: Partial<Record<PassageKind, string | undefined>>,
  path: ValuePath,
): Passage[] {
  return Object.entries(texts).flatMap(([kind, text]) =>
    text === undefined ? [] : [createPassage(kind as PassageKind, text, [...path, kind])],
  );
}

/** Returns a passage of a text at a path. */
export function createPassage(kind: PassageKind, text: string, path: ValuePath): Passage {
  return { kind, text: maskAddresses(text), path };
}

/** Replaces web addresses by as many spaces, so that offsets stay the same. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESSES, (address) => ' '.repeat(address.length));
}

const PARAGRAPH_BREAKS = new RegExp(`\\n(?:[ \\t]*\\n)+|${BEFORE_SPEECH}`, 'gu');

/** Splits a passage into paragraphs, at blank lines and before lines of direct speech. */
export function listParagraphs({ text }: Pick<Passage, 'text'>): PassageParagraph[] {
  const paragraphs: PassageParagraph[] = [];
  let at = 0;
  for (const { index, 0: gap } of text.matchAll(PARAGRAPH_BREAKS)) {
    paragraphs.push({ text: text.slice(at, index), at });
    at = index + gap.length;
  }
  return [...paragraphs, { text: text.slice(at), at }].filter((one) => /\S/.test(one.text));
}
