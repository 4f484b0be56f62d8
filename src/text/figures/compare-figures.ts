// Compares the figures of a text with those of its translation.
import { DIGITS_ONLY } from '../languages/figures/language-figures.ts';
import { languageOf } from '../languages/index.ts';
import { findAddresses, readLink } from './addresses.ts';
import { type Fact, FactIndex } from './fact.ts';
import { readFacts } from './read-facts.ts';
import { findTelephones, missingTelephones } from './telephones.ts';

/** A text with the addresses of its links. */
export interface FigureText {
  readonly text: string;
  readonly links: readonly string[];
  /** BCP 47. */
  readonly language: string;
}

/** Figures that only one of two texts has, as they are written there. */
export interface FigureDifference {
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/**
 * Compares two texts as sets of figures: each that one writes in digits the other must have, in
 * digits or in words. Words alone are never reported, nor how often a figure is repeated. Of a
 * language without tables only the digits, addresses and telephone numbers are compared.
 */
export function compareFigures(first: FigureText, edition: FigureText): FigureDifference {
  const isPlain = [first, edition].some(({ language }) => !languageOf(language)?.figures);
  const [one, other] = [readText(first, isPlain), readText(edition, isPlain)];
  return { missing: listMissing(one, other), added: listMissing(other, one) };
}

/** What a text states, by the way it is compared. */
interface Statements {
  readonly addresses: readonly { readonly key: string; readonly written: string }[];
  readonly telephones: readonly { readonly digits: string; readonly written: string }[];
  readonly facts: readonly (Fact & { readonly written: string })[];
}

function readText({ text, links, language }: FigureText, isPlain: boolean): Statements {
  const inText = findAddresses(text);
  const withoutAddresses = coverUp(text, inText);
  const numbers = findTelephones(withoutAddresses);
  const rest = coverUp(withoutAddresses, numbers);
  const behindLinks = links.map(readLink);
  const figures = languageOf(language)?.figures;
  const own = figures ? readFacts(rest, figures) : [];
  const facts = isPlain
    ? [...readFacts(rest, DIGITS_ONLY), ...own.map((fact) => ({ ...fact, isRequired: false }))]
    : own;
  return {
    addresses: [...inText, ...behindLinks.flatMap((link) => ('key' in link ? [link] : []))],
    telephones: [
      ...numbers.map((number) => ({ ...number, written: text.slice(number.from, number.to) })),
      ...behindLinks.flatMap((link) => ('digits' in link ? [link] : [])),
    ],
    facts: facts.map((fact) => ({ ...fact, written: text.slice(fact.from, fact.to) })),
  };
}

/** Replaces passages by something that is no figure; everything else keeps its place. */
function coverUp(
  text: string,
  passages: readonly { readonly from: number; readonly to: number }[],
): string {
  let [covered, from] = ['', 0];
  for (const passage of passages) {
    const filler = '\ufffc'.padEnd(passage.to - passage.from, '\n');
    covered += text.slice(from, passage.from) + filler;
    from = passage.to;
  }
  return covered + text.slice(from);
}

function listMissing(one: Statements, other: Statements): string[] {
  const index = new FactIndex(other.facts);
  const keys = new Set(other.addresses.map(({ key }) => key));
  const missing = [
    ...one.facts.filter((fact) => fact.isRequired && !index.has(fact)),
    ...missingTelephones(one.telephones, other.telephones),
    ...one.addresses.filter(({ key }) => !keys.has(key)),
  ];
  return shorten([...new Set(missing.map(({ written }) => quote(written)))]);
}

/** Longest quotation of a warning, in characters. */
const MAX_QUOTE = 60;
/** Most quotations of a warning. */
const MAX_QUOTES = 12;

function quote(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line.slice(0, 2 * MAX_QUOTE));
  return characters.length > MAX_QUOTE ? `${characters.slice(0, MAX_QUOTE - 1).join('')}…` : line;
}

function shorten(quotes: readonly string[]): string[] {
  const rest = quotes.length - MAX_QUOTES;
  return rest > 0 ? [...quotes.slice(0, MAX_QUOTES), `${rest} more`] : [...quotes];
}
