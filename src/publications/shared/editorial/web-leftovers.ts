// Rules about what was copied from a web page with an article.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { replacePiece } from '../../../source/value-changes.ts';
import type { Language } from '../../../text/languages/language.ts';
import { listParagraphs, type Passage } from './passages.ts';

/** Problem codes of the rules about leftovers of web pages. */
export const WEB_LEFTOVER_CODES = {
  'page-leftover': warning(
    'Buttons, counters and notices of a web page are no part of the article.',
    {
      bad: 'The police met pupils.\n\nShare: Telegram | WhatsApp',
      good: 'The police met pupils.',
    },
  ),
  'source-in-body': warning(
    'The source has a field of its own; in the body it would be printed twice.',
    {
      bad: 'The police met pupils.\n\nSource: https://polisia.kz/ru/',
      good: 'The police met pupils.',
    },
  ),
  'title-site': warning('The name of the site was copied from the title of the browser’s tab.', {
    fix: 'automatic',
    bad: { title: 'Police meet pupils | Polisia.kz' },
    good: { title: 'Police meet pupils' },
  }),
} satisfies CodeNotes;

/** Paragraphs that are longer are no button and no counter. */
const MAX_LENGTH = 200;

/** Finds paragraphs of web pages, sources in bodies, and names of sites in titles. */
export function findPageLeftovers(
  passages: readonly Passage[],
  { prose }: Pick<Language, 'prose'>,
): Finding[] {
  return passages.flatMap((passage): Finding[] => {
    if (passage.kind === 'title' || passage.kind === 'headline') return checkTitle(passage);
    if (passage.kind !== 'body' && passage.kind !== 'lead') return [];
    const lines = listLines(passage).flatMap((line) => {
      const found = checkSource(line, passage, prose) ?? checkLeftover(line, passage, prose);
      return found ? [found] : [];
    });
    return [...checkDateline(passage), ...lines];
  });
}

interface Line {
  /** The text without addresses. */
  readonly text: string;
  /** The text with them. */
  readonly written: string;
  readonly from: number;
  readonly to: number;
}

/** Returns the short paragraphs of a passage. */
function listLines({ text, written }: Passage): Line[] {
  return listParagraphs({ text: written }).flatMap((paragraph) => {
    const from = paragraph.at + paragraph.text.search(/\S/);
    const to = paragraph.at + paragraph.text.trimEnd().length;
    const plain = text
      .slice(from, to)
      .trim()
      .replace(/^[*_]+|[*_]+$/g, '');
    return to - from > MAX_LENGTH
      ? []
      : [{ text: plain, written: written.slice(from, to), from, to }];
  });
}

const ONLY_ADDRESS = /^(?:<?(?:https?:\/\/|www\.)[^\s<>]+>?[\s,;]*)+$/;

function checkSource(line: Line, { path }: Passage, prose: Language['prose']): Finding | undefined {
  const isSource = ONLY_ADDRESS.test(line.written) || prose?.texts.source.test(line.written);
  if (!isSource) return undefined;
  return {
    code: 'source-in-body',
    severity: 'warning',
    message: 'the source is written in the text',
    path,
    piece: { from: line.from, to: line.to },
    hints: ['Move the address to the key `source`, and remove the paragraph.'],
  };
}

function checkLeftover(
  line: Line,
  { path }: Passage,
  prose: Language['prose'],
): Finding | undefined {
  // A list and direct speech are no leftovers.
  if (line.text === '' || /^[-–—*+>|]\s/.test(line.text)) return undefined;
  const leftover = prose?.texts.leftovers.find(({ pattern }) => pattern.test(line.text));
  if (!leftover) return undefined;
  return {
    code: 'page-leftover',
    severity: 'warning',
    message: `this line looks like ${leftover.name}, which is no part of the article`,
    path,
    piece: { from: line.from, to: line.to },
    hints: ['Remove the paragraph.'],
  };
}

const DAY = '(?:\\d{1,2}\\s\\p{L}{3,}|\\p{L}{3,}\\s\\d{1,2})(?:,?\\s\\d{4})?';
/** The place in capitals with an agency or a day, or a place with a day, before a dash: ALMATY. KAZINFORM –. */
const DATELINE = new RegExp(
  `^\\s*((?:\\p{Lu}{4,}[.,]\\s?(?:\\p{Lu}[\\p{L}-]+|${DAY})|\\p{Lu}\\p{Ll}+,\\s${DAY})[.,]?\\s[-–—])\\s`,
  'u',
);

/** Finds the place, day or agency that news begin with. */
function checkDateline({ kind, written, article, path }: Passage): Finding[] {
  if (kind !== 'body' || article === undefined) return [];
  const [start = '', dateline = ''] = DATELINE.exec(written) ?? [];
  if (dateline === '') return [];
  const from = start.indexOf(dateline);
  return [
    {
      code: 'page-leftover',
      severity: 'warning',
      message: `“${dateline}” is how agencies begin their news`,
      path,
      piece: { from, to: from + dateline.length },
      hints: ['Remove it, and tell the place and the day in the sentence.'],
    },
  ];
}

/** The name of a site behind a vertical bar, or an address behind a dash. */
const SITE_NAME = /\s+(?:[|•»]\s*\S.{0,60}|[-–—]\s*(?:www\.)?[\p{L}\d-]+\.\p{Ll}{2,8})\s*$/u;

function checkTitle({ text, path, kind }: Passage): Finding[] {
  const match = SITE_NAME.exec(text);
  if (!match) return [];
  const piece = { from: match.index, to: match.index + match[0].length };
  return [
    {
      code: 'title-site',
      severity: 'warning',
      message: `the ${kind} ends with the name of a site`,
      path,
      piece,
      hints: ['Remove the name. The source names the site.'],
      edits: [replacePiece('Remove the name of the site', path, piece, '', true)],
    },
  ];
}
