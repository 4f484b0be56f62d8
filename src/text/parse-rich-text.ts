import type { BlockContent, Link, List as MdList, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Span } from './rich-text.ts';

/** CommonMark that the format leaves out; its signs are printed as the characters they are. */
const LEFT_OUT = [
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakTrailing',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

/** Protocols a link may lead to. */
const LINK_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** A dash that opens a line is direct speech; the en dash keeps CommonMark from seeing a list. */
const SPEECH_DASH = /^((?: {0,3}>)* {0,3})-(?=[ \t])/gm;

/** A link of a body that leads nowhere the format allows; offsets count from the body's start. */
export interface BadLink {
  readonly address: string;
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
  const root = fromMarkdown(text.replace(SPEECH_DASH, '$1–'), {
    extensions: [{ disable: { null: LEFT_OUT } }],
  });
  const badLinks: BadLink[] = [];
  const blocks = root.children.flatMap((node) => readBlock(node, badLinks));
  return { blocks, badLinks };
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

function readBlock(node: RootContent | BlockContent, badLinks: BadLink[]): Block[] {
  switch (node.type) {
    case 'paragraph':
      return splitSpeech(readSpans(node.children, {}, badLinks)).map((spans) => ({
        kind: 'paragraph',
        spans,
      }));
    case 'list':
      return [readList(node, badLinks)];
    case 'blockquote':
      return [
        {
          kind: 'quote',
          blocks: node.children.flatMap((child) => readBlock(child as BlockContent, badLinks)),
        },
      ];
    default:
      return [];
  }
}

function readList(node: MdList, badLinks: BadLink[]): Block {
  const items = node.children.map((item) =>
    item.children.flatMap((child) => readBlock(child as BlockContent, badLinks)),
  );
  return { kind: 'list', start: node.ordered ? (node.start ?? 1) : undefined, items };
}

type SpanStyle = Omit<Span, 'text'>;

function readSpans(
  nodes: readonly PhrasingContent[],
  style: SpanStyle,
  badLinks: BadLink[],
): Span[] {
  return nodes.flatMap((node): Span[] => {
    switch (node.type) {
      case 'text':
        return [{ ...style, text: node.value }];
      case 'emphasis':
        return readSpans(node.children, { ...style, italic: true }, badLinks);
      case 'strong':
        return readSpans(node.children, { ...style, bold: true }, badLinks);
      case 'link':
        return readSpans(node.children, { ...style, ...readLink(node, badLinks) }, badLinks);
      case 'break':
        return [{ ...style, text: '\v' }];
      default:
        return [];
    }
  });
}

function readLink(node: Link, badLinks: BadLink[]): SpanStyle {
  if (isAllowedAddress(node.url)) return { link: node.url };
  const from = node.position?.start.offset ?? 0;
  badLinks.push({ address: node.url, from, to: node.position?.end.offset ?? from + 1 });
  return {};
}

function isAllowedAddress(address: string): boolean {
  return URL.canParse(address) && LINK_PROTOCOLS.has(new URL(address).protocol);
}

/** Divides spans where a line opens with a dash, and turns the other line ends into spaces. */
function splitSpeech(spans: readonly Span[]): Span[][] {
  const paragraphs: Span[][] = [[]];
  for (const span of spans) {
    const parts = span.text.split(/\n(?=–[ \t])/);
    for (const [index, part] of parts.entries()) {
      if (index > 0) paragraphs.push([]);
      const text = part.replace(/[ \t]*\n[ \t]*/g, ' ').replaceAll('\v', '\n');
      if (text !== '') paragraphs.at(-1)?.push({ ...span, text });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}
