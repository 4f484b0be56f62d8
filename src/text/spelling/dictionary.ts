import { type AffixRule, type AffixRules, parseAffixRules } from './affix-rules.ts';
import { indexWords, type WordTable } from './word-table.ts';

/** A Hunspell dictionary. */
export interface Dictionary {
  /** Returns whether a word is in the dictionary, as it is written. */
  has(word: string): boolean;
  /** Returns whether it is, and may be suggested. */
  isSuggested(word: string): boolean;
  /** Letters for suggestions, the most frequent ones first. */
  readonly letters: string;
  /** Calls back with each base form that begins with the given letter. */
  forEach: WordTable['forEach'];
}

/** The texts of a dictionary's files. */
export interface DictionaryTexts {
  readonly aff: string;
  readonly dic: string;
}

/**
 * Opens a dictionary. Affixes are removed from the word that is asked for, instead of being added to all
 * words: Russian has 1.4 million forms, and to list them takes five seconds and 250 MB.
 */
export function openDictionary({ aff, dic }: DictionaryTexts): Dictionary {
  const rules = parseAffixRules(aff);
  const words = indexWords(dic);
  const flagsOfForm = (word: string) => findForm(word, words, rules);
  return {
    has: (word) => flagsOfForm(word) !== undefined,
    isSuggested(word) {
      const flags = flagsOfForm(word);
      return flags !== undefined && !(rules.unsuggested && flags.includes(rules.unsuggested));
    },
    letters: rules.letters,
    forEach: words.forEach,
  };
}

/** Returns the flags of the entry that a word is a form of; undefined if there is none. */
function findForm(word: string, words: WordTable, rules: AffixRules): string | undefined {
  const own = words.flagsOf(word);
  if (own !== undefined && !(rules.partOnly && own.includes(rules.partOnly))) return own;
  const suffixed = findSuffixed(word, words, rules, () => true);
  if (suffixed !== undefined) return suffixed;
  for (const [prefix, prefixRules] of rules.prefixes) {
    if (!word.startsWith(prefix)) continue;
    for (const rule of prefixRules) {
      const base = rule.strip + word.slice(prefix.length);
      if (!rule.appliesTo(base)) continue;
      const flags = words.flagsOf(base);
      if (flags?.includes(rule.flag)) return flags;
      if (!rule.combines) continue;
      const both = findSuffixed(
        base,
        words,
        rules,
        (found, suffix) => suffix.combines && found.includes(rule.flag),
      );
      if (both !== undefined) return both;
    }
  }
  return undefined;
}

function findSuffixed(
  word: string,
  words: WordTable,
  { suffixes, longestSuffix }: AffixRules,
  accepts: (flags: string, rule: AffixRule) => boolean,
): string | undefined {
  for (let length = 0; length <= longestSuffix && length < word.length; length++) {
    const stem = word.slice(0, word.length - length);
    for (const rule of suffixes.get(word.slice(word.length - length)) ?? []) {
      const base = stem + rule.strip;
      if (!rule.appliesTo(base)) continue;
      const flags = words.flagsOf(base);
      if (flags?.includes(rule.flag) && accepts(flags, rule)) return flags;
    }
  }
  return undefined;
}
