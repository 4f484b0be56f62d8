// Tags of HTML, which are printed as the characters that they are.
import type { Finding } from '../../../../source/finding.ts';
import type { ValueEdit } from '../../../../source/value-changes.ts';
import { findAddressFault } from '../../../../text/parse-rich-text.ts';
import type { Passage } from '../passages.ts';
import { type BodyChange, changeText } from './body-lines.ts';

/** Names of elements that web pages and word processors write; other words between angle brackets are text. */
const NAMES =
  'a|abbr|article|aside|b|big|blockquote|body|br|center|cite|code|del|div|em|figcaption|figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|kbd|li|link|main|mark|meta|nav|nobr|noscript|o:p|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr';
const TAG = new RegExp(`<(/?)(${NAMES})(?=[\\s/>])([^<>]*)>|<!--[^]*?-->`, 'gi');

/** Elements without content. */
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'link', 'meta']);
/** Emphasis of the format that looks the same. */
const EMPHASIS: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*' };
/** Elements that are paragraphs of their own. */
const PARAGRAPHS = new Set(['p', 'div', 'blockquote', 'section', 'article', 'center', 'ul', 'ol']);
/** Elements whose tags mean nothing in print. */
const PLAIN = new Set([
  'span',
  'font',
  'u',
  's',
  'big',
  'small',
  'o:p',
  'nobr',
  'wbr',
  'abbr',
  'cite',
  'mark',
  'time',
  'ins',
  'tt',
  'kbd',
  'code',
]);

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
}

/** Finds tags of HTML, an element with its two tags as one. */
export function findHtml(passage: Passage): Finding[] {
  if (!passage.written.includes('<')) return [];
  const tags = [...passage.written.matchAll(TAG)].map(
    ({ 0: { length }, 1: slash, 2: name = '!', 3: attributes = '', index }): Tag => ({
      name: name.toLowerCase(),
      isClosing: slash === '/',
      attributes,
      from: index,
      to: index + length,
    }),
  );
  return pairTags(tags).map(({ opening, closing }) => {
    const written = passage.written.slice(opening.from, opening.to);
    const edit = editOf(opening, closing, passage);
    return {
      code: 'pasted-markup',
      severity: 'warning',
      message: `\`${written}\` is HTML, which is printed as these characters`,
      path: passage.path,
      piece: { from: opening.from, to: opening.to },
      hints: [
        'Remove the tags. Write *emphasis*, **strong** and [words](https://example.org/) in a body.',
      ],
      edits: edit ? [edit] : [],
    };
  });
}

interface Pair {
  readonly opening: Tag;
  readonly closing: Tag | undefined;
}

function pairTags(tags: readonly Tag[]): Pair[] {
  const pairs: { opening: Tag; closing: Tag | undefined }[] = [];
  const open: (typeof pairs)[number][] = [];
  for (const tag of tags) {
    const at = tag.isClosing ? open.findLastIndex(({ opening }) => opening.name === tag.name) : -1;
    const found = open[at];
    if (found) {
      found.closing = tag;
      open.length = at;
      continue;
    }
    const pair = { opening: tag, closing: undefined };
    pairs.push(pair);
    if (!tag.isClosing && !VOID.has(tag.name) && tag.name !== '!') open.push(pair);
  }
  return pairs;
}

function editOf(opening: Tag, closing: Tag | undefined, passage: Passage): ValueEdit | undefined {
  const { name } = opening;
  const isBody = passage.kind === 'body';
  const both = (before: string, after: string): BodyChange[] => [
    { from: opening.from, to: opening.to, newText: before },
    ...(closing ? [{ from: closing.from, to: closing.to, newText: after }] : []),
  ];
  const content = closing && passage.written.slice(opening.to, closing.from);
  const remove = changeText('Remove the tags', passage, both('', ''), true);
  if (name === 'br')
    return changeText('Break the line', passage, [breakLine(opening, passage)], true);
  if (name === '!') return changeText('Remove the comment', passage, both('', ''), true);
  if (name === 'a') {
    const address = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(opening.attributes);
    const url = (address?.[1] ?? address?.[2] ?? '').replaceAll('&amp;', '&');
    const canLink = isBody && content?.trim() && !/[\n[\]]/.test(content) && isLinkable(url);
    return canLink ? changeText('Make it a link', passage, both('[', `](${url})`), true) : remove;
  }
  const sign = EMPHASIS[name];
  if (sign !== undefined) {
    return isBody && closing && canEmphasize(opening, closing, passage)
      ? changeText('Make it emphasis of the format', passage, both(sign, sign), true)
      : remove;
  }
  if (PLAIN.has(name)) return remove;
  if (!isBody) return PARAGRAPHS.has(name) || /^(?:h[1-6]|li)$/.test(name) ? remove : undefined;
  if (PARAGRAPHS.has(name) || (opening.isClosing && name === 'li')) {
    return changeText(
      'Make it a paragraph',
      passage,
      [
        endParagraph(opening, '', passage),
        ...(closing ? [endParagraph(closing, '', passage)] : []),
      ],
      true,
    );
  }
  const mark = /^h[1-6]$/.test(name) ? '### ' : name === 'li' ? '* ' : undefined;
  if (mark === undefined || opening.isClosing || /\n/.test(content ?? '')) return undefined;
  return changeText(
    name === 'li' ? 'Make it an item of a list' : 'Make it a subheading',
    passage,
    [
      endParagraph(opening, mark, passage),
      ...(closing ? [endParagraph(closing, '', passage)] : []),
    ],
    true,
  );
}

function isLinkable(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s()<>]+$/i.test(url) && findAddressFault(url) === undefined;
}

/** Whether emphasis can be written for a pair of tags: around whole words of one line. */
function canEmphasize(opening: Tag, closing: Tag, { written }: Passage): boolean {
  const content = written.slice(opening.to, closing.from);
  const isWhole =
    !/[\p{L}\p{N}*_]/u.test(written[opening.from - 1] ?? '') &&
    !/[\p{L}\p{N}*_]/u.test(written[closing.to] ?? '');
  return isWhole && /^[^\s*_<>](?:[^\n*_<>]*[^\s*_<>])?$/.test(content);
}

/** A line break in a body is a backslash; elsewhere it prints as a space. */
function breakLine({ from, to }: Tag, { written, kind }: Passage): BodyChange {
  const isBeforeLineEnd = written[to] === '\n';
  if (kind !== 'body') return { from, to, newText: ' ' };
  return { from, to, newText: isBeforeLineEnd ? '\\' : '\\\n' };
}

/** Characters beside a tag that are looked at. */
const NEAR = 200;

/** Replaces a tag by the end of a paragraph, and the mark of what follows. */
function endParagraph({ name, from, to }: Tag, mark: string, { written }: Passage): BodyChange {
  // White space beside a tag is short; without a limit, many tags would take long.
  const before = written.slice(Math.max(0, from - NEAR), from);
  const after = written.slice(to, to + NEAR);
  const isAtStart = /(?:^|\n)[ \t]*$/.test(before);
  const isAtEnd = /^[ \t]*(?:\n|$)/.test(after);
  const isAfterBlank = /(?:^|\n[ \t]*\n)[ \t]*$/.test(before);
  const isBeforeBlank = /^[ \t]*(?:\n[ \t]*(?:\n|$)|$)/.test(after);
  // A tag alone on its line leaves a blank line; an item of a list needs none.
  const isSeparate = (isAtStart && isAtEnd) || isAfterBlank || (mark === '' && isBeforeBlank);
  const isItem = name === 'li' && (mark === '' ? isAtEnd : isAtStart);
  if (isSeparate || isItem) return { from, to, newText: mark };
  return { from, to, newText: `${isAtStart || isAtEnd ? '\n' : '\n\n'}${mark}` };
}
