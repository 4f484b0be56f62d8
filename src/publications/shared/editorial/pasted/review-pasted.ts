// What pasting does to a text. Word processors, web pages and messengers have other marks for paragraphs,
// lists, tables and emphasis than the format.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import type { Passage } from '../passages.ts';
import { type BodyLines, splitLines } from './body-lines.ts';
import { findHtml } from './html-markup.ts';
import { findJoinedLines, measureWrappingOf } from './joined-lines.ts';
import { findInvisibleText, findStyledText } from './pasted-characters.ts';
import { findPastedHeadings } from './pasted-headings.ts';
import { findPastedLists } from './pasted-lists.ts';
import { findPastedTables } from './pasted-tables.ts';
import { findSpacingMistakes } from './spacing.ts';
import { findUnmeantLists } from './unmeant-lists.ts';
import { findForeignMarkup, findReferences } from './web-markup.ts';

/** Problem codes of pasted text. */
export const PASTED_CODES = {
  'lines-joined': warning(
    'Without a blank line between them, two paragraphs print as one.',
    'automatic',
  ),
  'pasted-list': warning(
    'The marks of other programs make no list, or another one than is meant.',
    {
      fix: 'automatic',
      bad: '• the police\n• the parents',
      good: '* the police\n* the parents',
    },
  ),
  'pasted-table': warning('Tabs make no table, so its cells print as one paragraph.', {
    fix: 'automatic',
    bad: 'Region\tEvents\nTurkestan\t12',
    good: '| Region | Events |\n| --- | --- |\n| Turkestan | 12 |',
  }),
  'pasted-heading': warning(
    'A heading of another program prints as text, and screen readers do not find it.',
    { fix: 'automatic', bad: '## About the project', good: '### About the project' },
  ),
  'pasted-invisible': warning(
    'A search does not find a word that contains an invisible character, such as a soft hyphen.',
    'automatic',
  ),
  'pasted-letters': warning(
    'Screen readers spell letters of mathematics, and a search does not find them.',
    { fix: 'automatic', bad: '𝗣𝗼𝗹𝗶𝗰𝗲 met the pupils.', good: 'Police met the pupils.' },
  ),
  'pasted-markup': warning(
    'The markup of web pages and messengers is printed as the characters that it is.',
    {
      fix: 'automatic',
      bad: 'They came&nbsp;<b>early</b>.',
      good: 'They came **early**.',
    },
  ),
  'space-twice': warning('Several spaces, tabs and special spaces come with pasted text.', {
    fix: 'automatic',
    bad: 'They came  early.',
    good: 'They came early.',
  }),
  'space-before': warning(
    'No space stands before a punctuation mark, nor inside brackets and quotation marks.',
    {
      fix: 'automatic',
      bad: 'They came , and ( some ) left .',
      good: 'They came, and (some) left.',
    },
  ),
  'space-after': warning('Without a space after a punctuation mark, two words look like one.', {
    fix: 'automatic',
    bad: 'They came,and some left.Others stayed.',
    good: 'They came, and some left. Others stayed.',
  }),
  'mark-twice': warning('A punctuation mark that is typed twice is usually a typo.', {
    fix: 'automatic',
    bad: 'They came,, and left..',
    good: 'They came, and left.',
  }),
} satisfies CodeNotes;

/** Finds what pasting has done to the texts of an issue. */
export function reviewPasted(passages: readonly Passage[]): Finding[] {
  const bodies = passages.map((passage) =>
    passage.kind === 'body' ? splitLines(passage) : undefined,
  );
  const found = passages.map((passage, index) => {
    const body = bodies[index];
    const ofBlocks = body
      ? [
          ...findPastedTables(body),
          ...findPastedLists(body),
          ...findUnmeantLists(body),
          ...findPastedHeadings(body),
        ]
      : [];
    return { passage, body, ofBlocks };
  });
  const wrapping = measureWrappingOf(bodies.flatMap((body) => body ?? []));
  return found.flatMap(({ passage, body, ofBlocks }) => {
    const skips = createSkips(body);
    return [
      ...ofBlocks,
      ...(body ? findJoinedLines(body, wrapping) : []),
      ...findInvisibleText(passage),
      ...findStyledText(passage),
      ...findReferences(passage),
      ...findHtml(passage),
      ...findForeignMarkup(passage, skips),
      ...findSpacingMistakes(passage, skips),
    ];
  });
}

/** Returns whether an offset is in a line that a rule about lines has reported, or in a table. */
function createSkips(body: BodyLines | undefined): (at: number) => boolean {
  if (!body) return () => false;
  const skipped = body.lines.filter(
    ({ text }, index) => body.claimed.has(index) || /^[ \t]*\|/.test(text),
  );
  return (at) => skipped.some((line) => at >= line.at && at <= line.end);
}
