import type { ValuePath } from '../../../source/positions.ts';
import { type Issue, listArticles, photoOf } from '../schema.ts';

/** A text of an issue that is printed or read aloud. */
export interface Passage {
  readonly kind: 'topic' | 'title' | 'lead' | 'body' | 'caption' | 'credit' | 'alt';
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

/** Returns the passages of an issue: the topics, then the texts of each article. */
export function listPassages(issue: Issue): Passage[] {
  const topics = issue.sections.flatMap((section, s) =>
    section.topics.map((text, t) => passage('topic', text, ['sections', s, 'topics', t])),
  );
  const articles = listArticles(issue).flatMap(({ article, path }) => {
    const { caption, credit, alt } = photoOf(article) ?? {};
    const ofArticle = { title: article.title, lead: article.lead, body: article.body };
    return [
      ...listKinds(ofArticle, path),
      ...listKinds({ caption, credit, alt }, [...path, 'photo']),
    ];
  });
  return [...topics, ...articles];
}

function listKinds(
  texts: Partial<Record<Passage['kind'], string | undefined>>,
  path: ValuePath,
): Passage[] {
  return Object.entries(texts).flatMap(([kind, text]) =>
    text === undefined ? [] : [passage(kind as Passage['kind'], text, [...path, kind])],
  );
}

function passage(kind: Passage['kind'], text: string, path: ValuePath): Passage {
  return { kind, text: maskAddresses(text), path };
}

/** Replaces web addresses by as many spaces, so that offsets stay the same. */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESSES, (address) => ' '.repeat(address.length));
}

/** Splits a passage into paragraphs, at blank lines and before lines that begin with a dash. */
export function listParagraphs({ text }: Pick<Passage, 'text'>): PassageParagraph[] {
  const paragraphs: PassageParagraph[] = [];
  const breaks = /\n(?:[ \t]*\n)+|\n(?=[ \t]*[-–—] )/g;
  let at = 0;
  for (const { index, 0: gap } of text.matchAll(breaks)) {
    paragraphs.push({ text: text.slice(at, index), at });
    at = index + gap.length;
  }
  return [...paragraphs, { text: text.slice(at), at }].filter((one) => /\S/.test(one.text));
}
