import type { ValuePath } from '../../../source/positions.ts';
import { type Issue, listArticles, photoOf } from '../schema.ts';

/** A text of an issue that people read. */
export interface Passage {
  readonly kind: 'topic' | 'title' | 'lead' | 'body' | 'caption' | 'credit' | 'alt';
  /** The text with blanks, as many as there were characters, where addresses stand in it. */
  readonly text: string;
  readonly path: ValuePath;
}

/** A paragraph of a passage; `at` is where it begins, in UTF-16 units. */
export interface Paragraph {
  readonly text: string;
  readonly at: number;
}

const ADDRESSES = /\]\([^)\n]{0,2000}\)|<?\b(?:https?:\/\/|www\.)[^\s<>]+/g;

/** Every text of an issue that people read, in the order of the file. */
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
  return { kind, text: blankAddresses(text), path };
}

/** A text with blanks, as many as there were characters, where addresses stand in it. */
export function blankAddresses(text: string): string {
  return text.replace(ADDRESSES, (address) => ' '.repeat(address.length));
}

/** The paragraphs of a passage: a blank line parts them, and a line that opens with a dash begins one. */
export function listParagraphs({ text }: Pick<Passage, 'text'>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const breaks = /\n(?:[ \t]*\n)+|\n(?=[ \t]*[-–—] )/g;
  let at = 0;
  for (const { index, 0: gap } of text.matchAll(breaks)) {
    paragraphs.push({ text: text.slice(at, index), at });
    at = index + gap.length;
  }
  return [...paragraphs, { text: text.slice(at), at }].filter((one) => /\S/.test(one.text));
}
