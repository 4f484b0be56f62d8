import { Composer, type CST, type Document, YAMLParseError } from 'yaml';
import { tokenize } from './check-limits.ts';

/** Composes tokens to a document, as parseDocument of the yaml package does. */
export function composeDocument(tokens: readonly CST.Token[], length: number): Document.Parsed {
  // The package compares each key with all keys before it; findDuplicateKeys uses a set.
  const options = { prettyErrors: false, strict: true, uniqueKeys: false };
  const [document, another] = new Composer(options).compose(tokens, true, length);
  if (!document) throw new Error('The yaml package made no document');
  if (another) {
    const [from, to] = another.range;
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', 'more than one document'));
  }
  return document as Document.Parsed;
}

/** Parses a text whose lines end with a line feed; undefined if it exceeds a limit. */
export function parseWithinLimits(text: string): Document.Parsed | undefined {
  const { tokens, excess } = tokenize(text);
  return excess ? undefined : composeDocument(tokens, text.length);
}
