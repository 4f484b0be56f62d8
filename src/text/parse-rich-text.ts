import type {
  BlockContent,
  Link,
  List as MdList,
  Table as MdTable,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BuildCache, Memo } from '../cache/build-cache.ts';
import { findBareAddresses } from './bare-addresses.ts';
import {
  findSpeechBreaks,
  replaceSpeechDashes,
  SPEECH_SIGN,
  speechOpeningOf,
} from './direct-speech.ts';
import { findLiteralMarks } from './literal-marks.ts';
import { bodySyntax } from './markdown-syntax.ts';
import { splitPlainParagraphs } from './plain-paragraphs.ts';
import { type Block, plainText, type Span, type Table, type TableRow } from './rich-text.ts';

/** A link with an address that the format does not allow; offsets from the start of the body. */
export interface BadLink {
  readonly address: string;
  readonly fault: AddressFault;
  readonly from: number;
  readonly to: number;
}

/** The blocks of a body, and its links that must not be printed. */
export interface RichText {
  readonly blocks: readonly Block[];
  readonly badLinks: readonly BadLink[];
}

/** Parses the format's subset of CommonMark. Never throws: every text is valid. */
export function parseRichText(text: string): RichText {
  return parsePlainText(text) ?? parseMarkup(text);
}

function parsePlainText(text: string): RichText | undefined {
  const plain = splitPlainParagraphs(replaceSpeechDashes(text));
  if (!plain) return undefined;
  return {
    blocks: plain.flatMap((one) => toParagraphs([{ text: one.text }], one.at)),
    badLinks: [],
  };
}

function parseMarkup(
  text: string,
  { linksAddresses = true, isLiteral = findLiteralMarks(text) } = {},
): RichText {
  const root = fromMarkdown(replaceSpeechDashes(text), bodySyntax(isLiteral));
  const state: ParseState = { text, badLinks: [], linksAddresses };
  const blocks = root.children.flatMap((node) => readBlock(node, state));
  return { blocks, badLinks: state.badLinks };
}

/** Parses a body like `parseRichText`. */
export type BodyReader = (text: string) => RichText;

/** Returns a parser that caches its results; bodies with markup are cached in `marked` between runs. */
export function createBodyReader(
  buildCache: BuildCache,
  marked: Memo<string, RichText>,
): BodyReader {
  const known: Memo<string, RichText> = buildCache.memo();
  const read = (text: string) => parsePlainText(text) ?? marked.get(text, () => parseMarkup(text));
  return (text) => known.get(text, () => read(text));
}

/** Parses text within one paragraph. Only markup makes links in it. */
export function parseInlineText(text: string): Span[] {
  return spansOf(parsePlainText(text) ?? parseMarkup(text, { linksAddresses: false }));
}

/** Parses a sentence of the templates, whose values are escaped: all marks without a backslash are markup. */
export function parseEscapedText(text: string): Span[] {
  const strict = { linksAddresses: false, isLiteral: () => false };
  return spansOf(parsePlainText(text) ?? parseMarkup(text, strict));
}

function spansOf({ blocks }: RichText): Span[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  return paragraphs.flatMap((paragraph) => paragraph.spans);
}

/** Escapes every character that CommonMark could parse as markup. */
export function escapeRichText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The text being parsed, and the bad links found so far. */
interface ParseState {
  readonly text: string;
  readonly badLinks: BadLink[];
  /** Addresses without markup become links. */
  readonly linksAddresses: boolean;
}

function readBlock(node: RootContent | BlockContent, state: ParseState): Block[] {
  switch (node.type) {
    case 'paragraph':
      return toParagraphs(readSpans(node.children, {}, state), offsetOf(node));
    case 'heading':
      return [{ kind: 'subheading', spans: readLine(node.children, state), at: offsetOf(node) }];
    case 'table':
      return [readTable(node, state)];
    case 'list':
      return [readList(node, state)];
    case 'blockquote':
      return [
        {
          kind: 'quote',
          blocks: node.children.flatMap((child) => readBlock(child as BlockContent, state)),
        },
      ];
    default:
      return [];
  }
}

function readList(node: MdList, state: ParseState): Block {
  const items = node.children.map((item) =>
    item.children.flatMap((child) => readBlock(child as BlockContent, state)),
  );
  return { kind: 'list', start: node.ordered ? (node.start ?? 1) : undefined, items };
}

/** Reads a table. Cells that a row lacks are added, and columns for the cells that it has beyond the head. */
function readTable(node: MdTable, state: ParseState): Table {
  const at = offsetOf(node);
  const end = node.position?.end.offset ?? at;
  const width = Math.max(...node.children.map((row) => row.children.length));
  const [head = [], ...rows] = node.children.map((row): TableRow => {
    const rowEnd = row.position?.end.offset ?? end;
    return Array.from({ length: width }, (_, column) => {
      const cell = row.children[column];
      if (!cell) return { spans: [], at: rowEnd };
      const [first = cell] = cell.children;
      return { spans: readLine(cell.children, state), at: offsetOf(first) };
    });
  });
  return {
    kind: 'table',
    columns: Array.from({ length: width }, (_, column) => node.align?.[column] ?? 'auto'),
    head: head.some(({ spans }) => spans.length > 0) ? head : undefined,
    rows,
    at,
    end,
  };
}

/** Reads the spans of a text on one line. */
function readLine(nodes: readonly PhrasingContent[], state: ParseState): Span[] {
  return readSpans(nodes, {}, state).filter(({ text }) => text !== '');
}

/** Offset in UTF-16 units at which a node begins. */
function offsetOf({ position }: Pick<RootContent, 'position'>): number {
  return position?.start.offset ?? 0;
}

type SpanStyle = Omit<Span, 'text'>;

function readSpans(nodes: readonly PhrasingContent[], style: SpanStyle, state: ParseState): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return readText(node.value, style, state);
      case 'emphasis':
        return readSpans(node.children, { ...style, italic: true }, state);
      case 'strong':
        return readSpans(node.children, { ...style, bold: true }, state);
      case 'link':
        return readSpans(node.children, { ...style, ...readLink(node, state) }, state);
      case 'break':
        // Two spaces at the end of a line are invisible, so only a backslash breaks a line.
        return [
          { ...style, text: state.text[node.position?.start.offset ?? 0] === ' ' ? '\n' : '\v' },
        ];
      default:
        return [];
    }
  });
}

/** Returns spans of a text; addresses in it become links, unless it is part of a link. */
function readText(text: string, style: SpanStyle, { linksAddresses }: ParseState): Span[] {
  const addresses = linksAddresses && style.link === undefined ? findBareAddresses(text) : [];
  let end = 0;
  const spans = addresses.flatMap(({ from, to, target }): Span[] => {
    if (findAddressFault(target)) return [];
    const before = text.slice(end, from);
    end = to;
    return [
      ...(before === '' ? [] : [{ ...style, text: before }]),
      { ...style, text: text.slice(from, to), link: target },
    ];
  });
  return end < text.length ? [...spans, { ...style, text: text.slice(end) }] : spans;
}

function readLink(node: Link, { badLinks }: ParseState): SpanStyle {
  const fault = findAddressFault(node.url);
  if (!fault) return { link: node.url };
  const from = node.position?.start.offset ?? 0;
  badLinks.push({ address: node.url, fault, from, to: node.position?.end.offset ?? from + 1 });
  return {};
}

function toParagraphs(spans: readonly Span[], at: number): Block[] {
  return splitSpeech(spans).map((part) => ({ kind: 'paragraph', spans: spaceSpeech(part), at }));
}

/** Splits spans before lines of direct speech, and replaces other line ends with spaces. */
function splitSpeech(spans: readonly Span[]): Span[][] {
  const whole = plainText(spans);
  const breaks = findSpeechBreaks(whole);
  const paragraphs: Span[][] = [[]];
  const add = (span: Span, from: number, to: number) => {
    const part = whole.slice(from, to);
    const text = part.replace(/[ \t\r]*\n[ \t]*/g, ' ').replaceAll('\v', '\n');
    if (text !== '') paragraphs.at(-1)?.push({ ...span, text });
  };
  let start = 0;
  for (const span of spans) {
    const end = start + span.text.length;
    let at = start;
    for (const { from, to } of breaks) {
      if (to <= at || from >= end) continue;
      add(span, at, from);
      if (from >= start) paragraphs.push([]);
      at = Math.min(to, end);
    }
    add(span, at, end);
    start = end;
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Puts one space after the dash of direct speech. */
function spaceSpeech(spans: readonly Span[]): Span[] {
  const length = speechOpeningOf(plainText(spans));
  if (length === 0) return [...spans];
  const [first, ...others] = dropStart(spans, length);
  const opening = `${SPEECH_SIGN} `;
  const { text, ...style } = first ?? { text: '' };
  const isPlain = Object.keys(style).length === 0;
  return isPlain
    ? [{ text: opening + text }, ...others]
    : [{ text: opening }, { ...style, text }, ...others];
}

/** Returns spans without their first characters. */
function dropStart(spans: readonly Span[], length: number): Span[] {
  let left = length;
  return spans.flatMap((span) => {
    const text = span.text.slice(left);
    left = Math.max(0, left - span.text.length);
    return text === '' ? [] : [{ ...span, text }];
  });
}

/** Protocols that links may have. */
const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
/** One or more mail addresses, separated by commas (RFC 6068). */
const MAILBOXES = /^[^@,\s]+@[^@,\s]+(?:,[^@,\s]+@[^@,\s]+)*$/;

/** Why an address is not allowed in a link. */
export type AddressFault =
  /** It is not an absolute web or mail address. */
  | 'kind'
  /** It has a user name before the site, which can imitate another site. */
  | 'user'
  /** It begins with mailto: and has no mail address. */
  | 'mailbox'
  /** It has https:// or http:// twice. */
  | 'scheme';

/** A scheme that directly follows another one, perhaps after a space: https:// https://example.org. */
export const SECOND_SCHEME = /\bhttps?:\/{0,3}\s{0,3}https?:(?=\/)/i;

/** Returns why an address is not allowed in a link; undefined if it is allowed. */
export function findAddressFault(address: string): AddressFault | undefined {
  if (!URL.canParse(address)) return 'kind';
  const { protocol, username, password, pathname } = new URL(address);
  if (!PROTOCOLS.has(protocol)) return 'kind';
  if (username !== '' || password !== '') return 'user';
  if (SECOND_SCHEME.test(address)) return 'scheme';
  return protocol === 'mailto:' && !MAILBOXES.test(pathname) ? 'mailbox' : undefined;
}
