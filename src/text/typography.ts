// Replaces straight quotes, double hyphens and plain spaces with typographic ones. Characters that were
// typed in their typographic form are left unchanged.
import { requireLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import type { Block, Span } from './rich-text.ts';

/** Which replacements a theme enables. */
export interface TypographyRules {
  readonly quotes: boolean;
  readonly dashes: boolean;
  readonly spaces: boolean;
}

/** Applies typography to the text of one paragraph and composes its letters (NFC), as the fonts expect. */
export type Typesetter = (spans: readonly Span[]) => Span[];

/** A replacement in a paragraph's text; offsets in UTF-16 units. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const NO_BREAK_SPACE = '\u00a0';

/** Web and mail addresses, which must not be changed. */
const ADDRESS = /\S*(?:\/\/|www\.|xn--|@)\S*/g;
/** A straight quote after one of these characters is an opening quote. */
const BEFORE_OPENING = /[\s([{«“„‘–—-]/u;
/** After a slash, a quote opens only before a letter or digit; otherwise it closes. */
const SLASH_OPENING = /^\/["'][\p{L}\d]/u;
/** The rest of words that begin with an apostrophe ('tis), unless they are in quotes ('til'). */
const ELIDED = /^(?:n'|(?:tis|twas|twere|twill|em|til|bout|cause)(?!['\p{L}]))/iu;
/** Spaces that become no-break spaces: after initials and between a number and its unit or label. */
const NO_BREAK = [
  /(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.? ?\p{Lu}?\p{L})/gu,
  /(?<=(?<!\p{L})(?:No\.|Nos\.|№|#|p\.|pp\.)) (?=\d)/gu,
  /(?<=\d) (?=(?:kg|g|mg|t|km|m|cm|mm|ha|l|ml|pt|%|°C|кг|г|мг|т|км|м|см|мм|га|л)(?![\p{L}]))/gu,
];
/** The dash of direct speech. */
const SPEECH = /^– (?=\S)/gu;

/** Returns a typesetter for the language with a code. */
export function createTypesetter(code: string, rules: TypographyRules): Typesetter {
  const language = requireLanguage(code);
  return (typed) => {
    const spans = typed.map(composeLetters);
    const text = spans.map((span) => span.text).join('');
    const edits = [
      ...(rules.quotes ? findQuotes(text, language) : []),
      ...(rules.dashes ? findAll(text, /(?<!-)---(?!-)/g, '—') : []),
      ...(rules.dashes ? findAll(text, /(?<!-)--(?!-)/g, '–') : []),
      ...(rules.spaces ? findSpaces(text, language) : []),
    ];
    return applyEdits(spans, excludeAddresses(text, edits));
  };
}

function composeLetters(span: Span): Span {
  const text = span.text.normalize('NFC');
  return text === span.text ? span : { ...span, text };
}

/** Applies typography to a single line of text. */
export function typesetLine(text: string, typeset: Typesetter): string {
  return typeset([{ text }])
    .map((span) => span.text)
    .join('');
}

/** Applies typography to every paragraph of a body. */
export function typesetBlocks(blocks: readonly Block[], typeset: Typesetter): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, spans: typeset(block.spans) };
    if (block.kind === 'quote') return { ...block, blocks: typesetBlocks(block.blocks, typeset) };
    return { ...block, items: block.items.map((item) => typesetBlocks(item, typeset)) };
  });
}

function findQuotes(text: string, { quotes }: Language): Edit[] {
  // Index of the last opening quote; a quote directly after it opens too.
  let opened = Number.NEGATIVE_INFINITY;
  return [...text.matchAll(/["']/g)].map(({ 0: sign, index }) => {
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    const follows = BEFORE_OPENING.test(before) || opened === index - 1;
    const opens =
      (follows && /\S/.test(after)) || SLASH_OPENING.test(text.slice(index - 1, index + 2));
    const [opening, closing] = sign === '"' ? quotes.outer : quotes.inner;
    const elides = /\d/.test(after) || ELIDED.test(text.slice(index + 1, index + 8));
    const apostrophe = sign === "'" && (/[\p{L}\d]/u.test(before) || elides);
    if (opens && !apostrophe) opened = index;
    return {
      from: index,
      to: index + 1,
      text: apostrophe ? '’' : opens ? opening : closing,
    };
  });
}

function findSpaces(text: string, { boundWords }: Language): Edit[] {
  const bound = NO_BREAK.flatMap((pattern) => findAll(text, pattern, NO_BREAK_SPACE));
  const after = boundWords ? [...text.matchAll(boundWords)].map(({ index }) => index + 1) : [];
  const speech = [...text.matchAll(SPEECH)].map(() => 1);
  return [
    ...findAll(text, / {2,}/g, ' '),
    ...bound,
    ...[...after, ...speech].map((from) => ({ from, to: from + 1, text: NO_BREAK_SPACE })),
  ];
}

function findAll(text: string, pattern: RegExp, replacement: string): Edit[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    text: replacement,
  }));
}

function excludeAddresses(text: string, edits: readonly Edit[]): Edit[] {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => [
    index,
    index + found.length,
  ]);
  return edits.filter(
    ({ from }) => !addresses.some(([start = 0, end = 0]) => from >= start && from < end),
  );
}

/** Applies edits to the spans that contain them; if two edits overlap, the first is applied. */
function applyEdits(spans: readonly Span[], edits: readonly Edit[]): Span[] {
  const ordered = [...edits].sort((a, b) => a.from - b.from);
  let start = 0;
  return spans.map((span) => {
    const end = start + span.text.length;
    let text = '';
    let at = start;
    for (const edit of ordered) {
      if (edit.from < at || edit.to > end) continue;
      text += span.text.slice(at - start, edit.from - start) + edit.text;
      at = edit.to;
    }
    text += span.text.slice(at - start);
    start = end;
    return { ...span, text };
  });
}
