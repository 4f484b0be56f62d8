// Sets what a keyboard writes as a printer would: quotes, dashes, spaces. What is no keyboard's
// makeshift was typed on purpose and stays.
import { requireLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import type { Block, Span } from './rich-text.ts';

/** Which makeshifts are set; a theme may leave some alone. */
export interface TypographyRules {
  readonly quotes: boolean;
  readonly dashes: boolean;
  readonly spaces: boolean;
}

/** Sets the text of one paragraph; its letters are composed (NFC), as the fonts have them. */
export type Typesetter = (spans: readonly Span[]) => Span[];

/** A replacement in a paragraph's text; places in UTF-16 units. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const NO_BREAK_SPACE = '\u00a0';

/** Web and mail addresses, in which every sign counts. */
const ADDRESS = /\S*(?:\/\/|www\.|xn--|@)\S*/g;
/** After these a straight quote opens. */
const BEFORE_OPENING = /[\s([{«“„‘–—-]/u;
/** A slash opens a quote only before a word: what it ends is closed. */
const SLASH_OPENING = /^\/["'][\p{L}\d]/u;
/** Words that begin with an apostrophe, from after it; in quotes they are words like others. */
const ELIDED = /^(?:n'|(?:tis|twas|twere|twill|em|til|bout|cause)(?!['\p{L}]))/iu;
/** Initials before a surname, and numbers before what they count: their space must not break. */
const BOUND = [
  /(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.? ?\p{Lu}?\p{L})/gu,
  /(?<=(?<!\p{L})(?:No\.|Nos\.|№|#|p\.|pp\.)) (?=\d)/gu,
  /(?<=\d) (?=(?:kg|g|mg|t|km|m|cm|mm|ha|l|ml|pt|%|°C|кг|г|мг|т|км|м|см|мм|га|л)(?![\p{L}]))/gu,
];
/** The dash of direct speech. */
const SPEECH = /^– (?=\S)/gu;

/** Makes a typesetter for a language, by its code. */
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
    return applyEdits(spans, keepAddresses(text, edits));
  };
}

function composeLetters(span: Span): Span {
  const text = span.text.normalize('NFC');
  return text === span.text ? span : { ...span, text };
}

/** Sets a text of one line. */
export function typesetLine(text: string, typeset: Typesetter): string {
  return typeset([{ text }])
    .map((span) => span.text)
    .join('');
}

/** Sets every paragraph of a body. */
export function typesetBlocks(blocks: readonly Block[], typeset: Typesetter): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, spans: typeset(block.spans) };
    if (block.kind === 'quote') return { ...block, blocks: typesetBlocks(block.blocks, typeset) };
    return { ...block, items: block.items.map((item) => typesetBlocks(item, typeset)) };
  });
}

function findQuotes(text: string, { quotes }: Language): Edit[] {
  // Where the last quote opened; one that follows it directly opens too.
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
  const bound = BOUND.flatMap((pattern) => findAll(text, pattern, NO_BREAK_SPACE));
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

function keepAddresses(text: string, edits: readonly Edit[]): Edit[] {
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: found, index }) => [
    index,
    index + found.length,
  ]);
  return edits.filter(
    ({ from }) => !addresses.some(([start = 0, end = 0]) => from >= start && from < end),
  );
}

/** Makes the edits in the spans that they fall into; of two at one place the first counts. */
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
