import type { BlockContent, Link, List as MdList, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BuildCache, Memo } from '../cache/build-cache.ts';
import type { Block, Span } from './rich-text.ts';

/** CommonMark that the format leaves out; its signs are printed as the characters they are. */
const DISABLED_CONSTRUCTS = [
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

/** A dash that opens a line is direct speech; the en dash keeps CommonMark from seeing a list. */
const SPEECH_DASH = /^((?:[ \t]*>)*[ \t]*)-(?=[ \t\r]|$)/gm;

/** A link of a body that leads nowhere the format allows; offsets count from the body's start. */
export interface BadLink {
  readonly address: string;
  readonly fault: AddressFault;
  readonly from: number;
  readonly to: number;
}

/** A body as blocks, and the links in it that must not be printed. */
export interface RichText {
  readonly blocks: readonly Block[];
  readonly badLinks: readonly BadLink[];
}

/** Reads the format's small part of CommonMark. Never throws: every text is some body. */
export function parseRichText(text: string): RichText {
  return parsePlainText(text) ?? parseMarkedText(text);
}

function parsePlainText(text: string): RichText | undefined {
  const plain = splitPlainParagraphs(openSpeech(text));
  if (!plain) return undefined;
  return {
    blocks: plain.flatMap((one) => toParagraphs([{ text: one.text }], one.at)),
    badLinks: [],
  };
}

function openSpeech(text: string): string {
  return text.replace(SPEECH_DASH, '$1–');
}

function parseMarkedText(text: string): RichText {
  const root = fromMarkdown(openSpeech(text), {
    extensions: [{ disable: { null: DISABLED_CONSTRUCTS } }],
  });
  const reading: Reading = { text, badLinks: [] };
  const blocks = root.children.flatMap((node) => readBlock(node, reading));
  return { blocks, badLinks: reading.badLinks };
}

/** Reads a body as parseRichText does. */
export type BodyReader = (text: string) => RichText;

/** Makes a reader that reads no body twice; those with marks go onto the shelf. */
export function createBodyReader(
  buildCache: BuildCache,
  marked: Memo<string, RichText>,
): BodyReader {
  const known: Memo<string, RichText> = buildCache.memo();
  const read = (text: string) =>
    parsePlainText(text) ?? marked.get(text, () => parseMarkedText(text));
  return (text) => known.get(text, () => read(text));
}

/** Reads text that stays within one paragraph, such as a sentence of the templates. */
export function parseInlineText(text: string): Span[] {
  const paragraphs = parseRichText(text).blocks.filter((block) => block.kind === 'paragraph');
  return paragraphs.flatMap((paragraph) => paragraph.spans);
}

/** The text with a backslash before every sign that CommonMark could take for its own. */
export function escapeRichText(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** The text that is read, and the links found in it that must not be printed. */
interface Reading {
  readonly text: string;
  readonly badLinks: BadLink[];
}

function readBlock(node: RootContent | BlockContent, reading: Reading): Block[] {
  switch (node.type) {
    case 'paragraph':
      return toParagraphs(readSpans(node.children, {}, reading), node.position?.start.offset ?? 0);
    case 'list':
      return [readList(node, reading)];
    case 'blockquote':
      return [
        {
          kind: 'quote',
          blocks: node.children.flatMap((child) => readBlock(child as BlockContent, reading)),
        },
      ];
    default:
      return [];
  }
}

function readList(node: MdList, reading: Reading): Block {
  const items = node.children.map((item) =>
    item.children.flatMap((child) => readBlock(child as BlockContent, reading)),
  );
  return { kind: 'list', start: node.ordered ? (node.start ?? 1) : undefined, items };
}

type SpanStyle = Omit<Span, 'text'>;

function readSpans(nodes: readonly PhrasingContent[], style: SpanStyle, reading: Reading): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [{ ...style, text: node.value }];
      case 'emphasis':
        return readSpans(node.children, { ...style, italic: true }, reading);
      case 'strong':
        return readSpans(node.children, { ...style, bold: true }, reading);
      case 'link':
        return readSpans(node.children, { ...style, ...readLink(node, reading) }, reading);
      case 'break':
        // Two spaces at a line's end cannot be seen, so they break no line; a backslash does.
        return [
          { ...style, text: reading.text[node.position?.start.offset ?? 0] === ' ' ? '\n' : '\v' },
        ];
      default:
        return [];
    }
  });
}

function readLink(node: Link, { badLinks }: Reading): SpanStyle {
  const fault = findAddressFault(node.url);
  if (!fault) return { link: node.url };
  const from = node.position?.start.offset ?? 0;
  badLinks.push({ address: node.url, fault, from, to: node.position?.end.offset ?? from + 1 });
  return {};
}

function toParagraphs(spans: readonly Span[], at: number): Block[] {
  return splitSpeech(spans).map((part) => ({ kind: 'paragraph', spans: part, at }));
}

/** Divides spans where a line opens with a dash, and turns the other line ends into spaces. */
function splitSpeech(spans: readonly Span[]): Span[][] {
  const paragraphs: Span[][] = [[]];
  for (const [place, span] of spans.entries()) {
    const isBreak = span.text === '\n' || span.text === '\v';
    if (isBreak && /^–[ \t]/.test(spans[place + 1]?.text ?? '')) {
      paragraphs.push([]);
      continue;
    }
    const parts = span.text.split(/\r?\n(?=–[ \t])/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) paragraphs.push([]);
      const text = part.replace(/[ \t\r]*\n[ \t]*/g, ' ').replaceAll('\v', '\n');
      if (text !== '') paragraphs.at(-1)?.push({ ...span, text });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

// Most bodies are paragraphs and nothing else, and a first reading by the whole of CommonMark takes
// longer than all the rest of a check.

/**
 * What CommonMark may take for its own (with what parse-rich-text.ts leaves out left out): a sign of
 * emphasis, a link, an escape; a line that opens like a list or a quote; white space at either end of
 * a line; line ends other than line feeds, and the character it replaces.
 */
const MAY_BE_MARKED = /[\\*_[\]<>&`\r\0]|^(?:[ \t+-]|\d{1,9}[.)])|[ \t]$/m;

/** A paragraph as it is written, and its place: the offset of its beginning. */
interface PlainParagraph {
  readonly text: string;
  readonly at: number;
}

/** The paragraphs of a text that CommonMark would find nothing else in; undefined when it might. */
export function splitPlainParagraphs(text: string): PlainParagraph[] | undefined {
  if (MAY_BE_MARKED.test(text)) return undefined;
  const paragraphs = text.matchAll(/[^\n]+(?:\n[^\n]+)*/g);
  return Array.from(paragraphs, ({ 0: paragraph, index }) => ({ text: paragraph, at: index }));
}

/** Protocols a link may lead to. */
const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
/** One mailbox or several, as RFC 6068 writes them. */
const MAILBOXES = /^[^@,\s]+@[^@,\s]+(?:,[^@,\s]+@[^@,\s]+)*$/;

/** Why no link may lead to an address. */
export type AddressFault =
  /** It is no absolute address of the web or of a mailbox. */
  | 'kind'
  /** It names a user before the site, as addresses that pretend to be another site's do. */
  | 'user'
  /** It begins with mailto: and has no mailbox. */
  | 'mailbox';

/** Why no link may lead to an address; undefined when one may. */
export function findAddressFault(address: string): AddressFault | undefined {
  if (!URL.canParse(address)) return 'kind';
  const { protocol, username, password, pathname } = new URL(address);
  if (!PROTOCOLS.has(protocol)) return 'kind';
  if (username !== '' || password !== '') return 'user';
  return protocol === 'mailto:' && !MAILBOXES.test(pathname) ? 'mailbox' : undefined;
}
