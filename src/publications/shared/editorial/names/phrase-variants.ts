import type { Finding } from '../../../../source/finding.ts';
import type { SourceDocument } from '../../../../source/read-yaml.ts';
import { replacePiece } from '../../../../source/value-changes.ts';
import type { NameSpelling } from '../../../../text/languages/language.ts';
import type { Passage } from '../passages.ts';
import type { NameContext } from './name-spellings.ts';

/** A name of several words, such as National Centre for Drug Control. */
interface PlacedPhrase extends Phrase {
  readonly to: number;
  /** The same for all forms of a name. */
  readonly key: string;
  /** The text with single spaces and without articles. */
  readonly form: string;
}

/** The places of a name, in the order of the text, by form. */
type NameForms = ReadonlyMap<string, readonly PlacedPhrase[]>;

/** Words with capitals that follow each other. */
interface Phrase {
  readonly text: string;
  readonly passage: Passage;
  readonly from: number;
}

/** Words with capitals, between which up to two short words may stand. */
const PHRASE =
  /(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+(?:\p{Ll}{1,3}\s+){0,2}\p{Lu}\p{Ll}[\p{L}’'-]*)+/gu;
/** Names of fewer words are alike by chance. */
const MIN_WORDS = 3;
/** No name has more words with capitals. */
const MAX_CAPITALS = 12;
/** So many words with capitals in a row are a text in capitals, which has no names to compare. */
const MAX_PHRASE = 40;
/** So often a name has to stand elsewhere, if not in the same article. */
const MIN_USES = 2;

/**
 * Finds names of agencies and documents that differ from another one in short words, hyphens or a plural
 * only: Centre of and Centre for, Counter-Narcotics and Counter Narcotics.
 */
export function findPhraseVariants(
  passages: readonly Passage[],
  { names, document }: Pick<NameContext, 'names' | 'document'>,
): Finding[] {
  const parts = passages.flatMap(listPhrases).map((phrase) => listParts(phrase, names));
  const byKey = new Map<string, Map<string, PlacedPhrase[]>>();
  for (const placed of parts.flat()) {
    const forms: Map<string, PlacedPhrase[]> = byKey.get(placed.key) ?? new Map();
    byKey.set(placed.key, forms);
    const places = forms.get(placed.form);
    if (places) places.push(placed);
    else forms.set(placed.form, [placed]);
  }
  return parts.flatMap((ofPhrase): Finding[] => {
    for (const placed of ofPhrase) {
      const other = findUsualForm(placed, byKey.get(placed.key) ?? new Map());
      if (other) return [describe(placed, other, document)];
    }
    return [];
  });
}

/** Returns a place of the usual form of a name, if this is an unusual one. */
function findUsualForm(placed: PlacedPhrase, forms: NameForms): PlacedPhrase | undefined {
  if (forms.size < 2 || forms.get(placed.form)?.length !== 1) return undefined;
  const others = [...forms].flatMap(([form, places]) => (form === placed.form ? [] : places));
  const near = others.find(({ passage }) => isSameArticle(passage, placed.passage));
  if (others.length < (near ? 1 : MIN_USES)) return undefined;
  const other = near ?? others[0];
  // Of two forms that are used once each, the later one is reported.
  const isFirst = others.length === 1 && forms.keys().next().value === placed.form;
  return isFirst ? undefined : other;
}

function listPhrases(passage: Passage): Phrase[] {
  return [...passage.text.matchAll(PHRASE)].map(({ 0: typed, index }) => ({
    text: typed.replace(/['’]s?$/, ''),
    passage,
    from: index,
  }));
}

/** Lists the parts of a phrase, the longest first: offices stand before a name, and places behind it. */
function listParts(
  { text, passage, from }: Phrase,
  { articles }: Pick<NameSpelling, 'articles'>,
): PlacedPhrase[] {
  const withoutArticles = (words: string) => (articles ? words.replace(articles, '') : words);
  const words = [...text.matchAll(/(?<![\p{L}-])\p{Lu}[\p{L}’'-]*/gu)].filter(
    ({ 0: word }) => withoutArticles(`${word} `) !== '',
  );
  if (words.length > MAX_PHRASE) return [];
  return words
    .flatMap(({ index: start }, first) =>
      words
        .slice(first, first + MAX_CAPITALS)
        .flatMap(({ index: last, 0: word }): PlacedPhrase[] => {
          const part = text.slice(start, last + word.length);
          const content = contentWords(part);
          if (content.length < MIN_WORDS) return [];
          // Whether an article stands in a name is a matter of the sentence.
          const form = withoutArticles(part).replace(/\s+/g, ' ');
          const place = { from: from + start, to: from + start + part.length };
          return [{ text: part, passage, ...place, key: content.join(' '), form }];
        }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from));
}

function contentWords(text: string): string[] {
  return text
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) || word.length > 3)
    .map((word) => word.toLowerCase().replace(/s$/, ''));
}

function isSameArticle(a: Passage, b: Passage): boolean {
  return a.article !== undefined && String(a.article) === String(b.article);
}

function describe(
  { text, passage, from, to }: PlacedPhrase,
  other: PlacedPhrase,
  document: Pick<SourceDocument, 'locateText'>,
): Finding {
  const { start } = document.locateText(other.passage.path, other.from, other.to);
  return {
    code: 'name-spelling',
    severity: 'warning',
    message: `“${text}” is “${other.text}” on line ${start.line}`,
    path: passage.path,
    piece: { from, to },
    dependsOn: [other.passage.path],
    hints: ['Use one form of the name.'],
    edits: [replacePiece(`Write “${other.text}”`, passage.path, { from, to }, other.text)],
  };
}
