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
  /** The text as it is written. */
  readonly written: string;
  readonly path: ValuePath;
  /** Path of the mapping of the article; undefined for a text that belongs to none, such as a topic. */
  readonly article?: ValuePath | undefined;
}

/** The passages of one article. */
export interface ArticlePassages {
  /** Path of the article's mapping. */
  readonly path: ValuePath;
  readonly passages: readonly Passage[];
}

/** A paragraph of a passage. */
export interface PassageParagraph {
  readonly text: string;
  /** Offset in the passage, in UTF-16 code units. */
  readonly at: number;
}

const ADDRESSES = /\]\([^)\n]{0,2000}\)|<?\b(?:https?:\/\/|www\.)[^\s<>]+/g;

/**
 * Returns the passages of an article's texts that are values of one mapping.
 * @param texts by the keys that hold them
 * @param path of the mapping
 * @param article path of the article's mapping, if the texts are in another one
 */
export function listKinds(
  texts: Partial<Record<PassageKind, string | undefined>>,
  path: ValuePath,
  article: ValuePath = path,
): Passage[] {
  return Object.entries(texts).flatMap(([kind, text]) =>
    text === undefined
      ? []
      : [{ ...createPassage(kind as PassageKind, text, [...path, kind]), article }],
  );
}

/** Returns a passage of a text that belongs to no article. */
export function createPassage(kind: PassageKind, text: string, path: ValuePath): Passage {
  return { kind, text: maskAddresses(text), written: text, path };
}

/** Groups the passages of articles by their article, in the order of the issue. */
export function groupByArticle(passages: readonly Passage[]): ArticlePassages[] {
  const groups = new Map<string, { readonly path: ValuePath; readonly passages: Passage[] }>();
  for (const passage of passages) {
    if (!passage.article) continue;
    const key = passage.article.join('/');
    const group = groups.get(key);
    if (group) group.passages.push(passage);
    else groups.set(key, { path: passage.article, passages: [passage] });
  }
  return [...groups.values()];
}

/** Replaces web addresses by as many spaces or other characters, so that offsets stay the same. */
export function maskAddresses(text: string, mask = ' '): string {
  return text.replace(ADDRESSES, (address) => mask.repeat(address.length));
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
