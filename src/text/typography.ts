// Replaces straight quotes, double hyphens and plain spaces with typographic ones. Characters that were
// typed in their typographic form are left unchanged.
import { requireLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { toPrintable } from './printable-text.ts';
import { type AddressPrinter, printAddresses } from './readable-address.ts';
import { type Block, mapSpans, type Span } from './rich-text.ts';

/** Which replacements a theme enables. */
export interface TypographyRules {
  readonly quotes: boolean;
  readonly dashes: boolean;
  readonly spaces: boolean;
}

/** Applies typography to the text of one paragraph, with its characters as they are printed. */
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
/** The space between initials, and between them and the surname behind them. */
const INITIALS = /(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu}\.? ?\p{Lu}?\p{L})/gu;
/** A dash of direct speech: an en dash, also where it was typed as a hyphen. */
const SPEECH = /^–(?= \S)/g;
/** What a keyboard or a word processor writes for a dash between spaces. */
const SPACED_DASH = /(?<=\S[ \u00a0]+)(?:-{1,2}|–)(?=\s|$)/g;
/** Two numbers with a hyphen between them: with thousands in groups, with decimals, or times of day. */
const NUMBER = '\\d{1,3}(?:[ \\u00a0]\\d{3})+|\\d+(?:[,:]\\d+)?';
/** A range; what has further hyphens or figures beside it is a telephone number, a date or a code. */
const RANGE = new RegExp(
  `(?<![\\p{L}\\d№+/.,:–-]|[\\d)№+][ \\u00a0])(${NUMBER})-(${NUMBER})(?![\\d/:]|[-–.,]\\d)`,
  'gu',
);

/**
 * Returns a typesetter for the language with a code.
 * @param printAddress how web and mail addresses are printed; by default as typed
 */
export function createTypesetter(
  code: string,
  rules: TypographyRules,
  printAddress: AddressPrinter = (address) => address,
): Typesetter {
  const language = requireLanguage(code);
  return (typed) => {
    const spans = typed.map((span) => composeSpan(span, printAddress));
    const text = spans.map((span) => span.text).join('');
    const edits = [
      ...(rules.quotes ? findQuotes(text, language) : []),
      ...(rules.dashes ? findDashes(text, language) : []),
      ...(rules.spaces ? findAll(text, / {2,}/g, ' ') : []),
    ];
    const set = applyEdits(spans, excludeAddresses(text, edits));
    return rules.spaces ? bindWords(set, language) : set;
  };
}

/** Makes spaces of a text whose quotes and dashes are set into no-break spaces. */
function bindWords(spans: readonly Span[], language: Language): Span[] {
  const text = spans.map((span) => span.text).join('');
  return applyEdits(spans, excludeAddresses(text, findNoBreakSpaces(text, language)));
}

/** Returns a span as it is printed: characters, and addresses in readable letters. */
function composeSpan(span: Span, printAddress: AddressPrinter): Span {
  const text = toPrintable(printAddresses(span.text, printAddress));
  return text === span.text ? span : { ...span, text };
}

/** Applies typography to a single line of text. */
export function typesetLine(text: string, typeset: Typesetter): string {
  return typeset([{ text }])
    .map((span) => span.text)
    .join('');
}

/** Applies typography to every text of a body. */
export function typesetBlocks(blocks: readonly Block[], typeset: Typesetter): Block[] {
  return mapSpans(blocks, typeset);
}

function findQuotes(text: string, { quotes }: Language): Edit[] {
  // Index of the last opening quote; a quote directly after it opens too.
  let opened = Number.NEGATIVE_INFINITY;
  // How many quotes are open in a language whose double quotes nest.
  let depth = 0;
  let singleIsOpen = false;
  const pairAt = (level: number) => (quotes.nests && level > 0 ? quotes.inner : quotes.outer);
  const [typedOpening, typedClosing] = quotes.outer;
  const signs = quotes.nests ? new RegExp(`["'${typedOpening}${typedClosing}]`, 'g') : /["']/g;
  return [...text.matchAll(signs)].flatMap(({ 0: sign, index }): Edit[] => {
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    const follows = BEFORE_OPENING.test(before) || opened === index - 1;
    const opens =
      sign === typedOpening ||
      (follows && /\S/.test(after)) ||
      SLASH_OPENING.test(text.slice(index - 1, index + 2));
    const elides = /\d/.test(after) || quotes.elided?.test(text.slice(index + 1, index + 8));
    const closesSingle = quotes.nests && singleIsOpen && !/[\p{L}\d]/u.test(after);
    const isElision = (/[\p{L}\d]/u.test(before) && !closesSingle) || elides === true;
    const apostrophe = sign === "'" && isElision;
    const level = opens ? depth : Math.max(0, depth - 1);
    if (sign === "'" && !apostrophe) singleIsOpen = opens;
    if (sign !== "'") depth = opens ? depth + 1 : level;
    if (opens && !apostrophe) opened = index;
    if (sign === typedOpening || sign === typedClosing) return [];
    const [opening, closing] = sign === '"' ? pairAt(level) : quotes.inner;
    const mark = apostrophe ? '’' : opens ? opening : closing;
    return [{ from: index, to: index + 1, text: mark }];
  });
}

function findDashes(text: string, { dashes }: Language): Edit[] {
  return [
    ...findAll(text, SPEECH, dashes.speech),
    ...(dashes.spaced === undefined ? [] : findAll(text, SPACED_DASH, dashes.spaced)),
    ...(dashes.range === undefined ? [] : findRanges(text, dashes.range)),
    ...findAll(text, /(?<!-)---(?!-)/g, '—'),
    ...findAll(text, /(?<!-)--(?!-)/g, '–'),
  ];
}

/**
 * Two numbers with a hyphen or an en dash between them: years, or two small numbers. What has further figures
 * beside it is a telephone number, a date or a code.
 */
export const NUMBER_RANGE =
  /(?<![\p{L}\d№+/.,:–-]|[\d)№+][ \u00a0])(?:\d{4}[-–]\d{4}|\d{1,2}[-–]\d{1,2})(?![\d/:%]|[-–.,]\d)/gu;

/** Hyphens of ranges: article 297-1 is none, nor a season that ends in fewer figures. */
function findRanges(text: string, dash: string): Edit[] {
  return [...text.matchAll(RANGE)].flatMap(({ index, 1: first = '', 2: last = '' }) => {
    const from = index + first.length;
    return numericValue(first) < numericValue(last) ? [{ from, to: from + 1, text: dash }] : [];
  });
}

/** A number for comparison; a time in hours. */
function numericValue(number: string): number {
  const [whole = '', minutes] = number.replace(/[ \u00a0]/g, '').split(':');
  return Number(whole.replace(',', '.')) + Number(minutes ?? 0) / 60;
}

function findNoBreakSpaces(text: string, { noBreakSpaces, dashes }: Language): Edit[] {
  const bound = [INITIALS, ...noBreakSpaces].flatMap((pattern) =>
    findAll(text, pattern, NO_BREAK_SPACE),
  );
  const isSpeech = text.startsWith('– ') || text.startsWith(`${dashes.speech} `);
  return isSpeech && /^\S \S/.test(text)
    ? [{ from: 1, to: 2, text: NO_BREAK_SPACE }, ...bound]
    : bound;
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
