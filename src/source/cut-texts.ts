// Texts of which a part is lost, because YAML reads it as a comment or as the name of a text.
import { type Document, type Scalar, visit } from 'yaml';
import { SUPPRESSION_COMMENT } from './find-suppressions.ts';
import type { OffsetEdit, SyntaxProblem } from './positions.ts';
import { quote } from './write-scalar.ts';

/** Spaces before a #, and the rest of the line from the # on. */
const COMMENT_AFTER_TEXT = /^([ \t]+)(#[^\r\n]*)/;

/** Finds texts that were probably cut off because YAML reads a part of them as something else. */
export function findCutTexts(parsed: Document.Parsed, text: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  const used = new Set<string>();
  visit(parsed, { Alias: (_, { source }) => void used.add(source) });
  visit(parsed, {
    Scalar(key, scalar) {
      if (key === 'key' || !scalar.range) return;
      if (scalar.type === 'BLOCK_LITERAL') found.push(...findCutHeading(text, scalar.range));
      if (scalar.type !== 'PLAIN') return;
      if (scalar.anchor && !used.has(scalar.anchor))
        found.push(...findLostName(text, scalar.range, scalar.anchor));
      const [start, end] = scalar.range;
      const [all, spaces = '', comment = ''] = COMMENT_AFTER_TEXT.exec(text.slice(end)) ?? [];
      if (all === undefined || !isProbablyText(scalar, spaces, comment)) return;
      found.push({
        code: 'text-cut',
        message: `\`${comment.trim()}\` is not printed: a # after a space starts a comment`,
        hints: [
          'Put the whole text into single quotes if this belongs to it.',
          'Move it to a line of its own above if it is a comment.',
        ],
        from: end + spaces.length,
        to: end + all.length,
        edits: quoteWithComment(text.slice(start, end + all.length).trimEnd(), start),
      });
    },
  });
  return found;
}

/** A line that begins like a subheading. */
const HEADING = /^( *)(#{2,6}[ \t]+[^#\s][^\n]*)/;

/** Finds a subheading after the end of a block text, which YAML reads as a comment. */
function findCutHeading(text: string, [start, end]: ScalarRange): SyntaxProblem[] {
  const lines = /^(?:[ \t]*\n)*/.exec(text.slice(end))?.[0] ?? '';
  const at = end + lines.length;
  const [, spaces = '', heading] = HEADING.exec(text.slice(at)) ?? [];
  const indent = /\n( +)\S/.exec(text.slice(start, end))?.[1] ?? '';
  if (heading === undefined || spaces.length >= indent.length) return [];
  const from = at + spaces.length;
  const title = `Indent the line deeper: ${indent.length} spaces`;
  return [
    {
      code: 'text-cut',
      message: `\`${heading.trim()}\` is not printed: it is a comment, because it is not indented like the text above`,
      hints: [
        `Start it with ${indent.length} spaces if it is a subheading of the text.`,
        'Write it with one # if it is a comment.',
      ],
      from,
      to: from + heading.trimEnd().length,
      edits: [{ title, isSure: false, changes: [{ from: at, to: from, newText: indent }] }],
    },
  ];
}

/** Finds a word after an & that names a text for an alias, if there is no alias. */
function findLostName(text: string, [start, end]: ScalarRange, name: string): SyntaxProblem[] {
  const from = text.lastIndexOf(`&${name}`, start);
  const written = text.slice(from, end).trimEnd();
  // A name alone on its line, or in front of a list, was written on purpose.
  if (from < 0 || written.includes('\n') || written === `&${name}`) return [];
  const title = 'Put the text into single quotes';
  const changes = [{ from, to: from + written.length, newText: quote(written) }];
  return [
    {
      code: 'text-cut',
      message: `\`&${name}\` is not printed: an & at the start gives the text a name`,
      hints: ['Put the whole text into single quotes.'],
      from,
      to: from + name.length + 1,
      edits: [{ title, isSure: false, changes }],
    },
  ];
}

type ScalarRange = readonly [start: number, end: number, ...unknown[]];

/** Quotes a text and the comment behind it, which may also be a real comment. */
function quoteWithComment(written: string, from: number): OffsetEdit[] {
  if (written.includes('\n')) return [];
  const changes = [{ from, to: from + written.length, newText: quote(written) }];
  return [{ title: 'Put the whole text into single quotes', isSure: false, changes }];
}

/**
 * Whether a comment was probably meant to be printed. A # directly before a word (#1) belongs to the
 * text. A # before a space is a number sign after prose (Win # 19), but starts a comment after a value
 * (KZ # 9 events), after more than one space, or if it suppresses a warning.
 */
function isProbablyText({ value }: Scalar, spaces: string, comment: string): boolean {
  if (typeof value !== 'string' || SUPPRESSION_COMMENT.test(comment)) return false;
  if (/^#[^\s#]/.test(comment)) return true;
  if (spaces !== ' ' || !/^# *[^\s#]/.test(comment)) return false;
  const isProse = /\s/.test(value);
  return isProse || (/^\p{L}{3,}$/u.test(value) && /^# *\d/.test(comment));
}
