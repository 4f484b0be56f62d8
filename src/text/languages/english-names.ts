import type { NameSpelling } from './language.ts';

/** Ways to write the sounds of a Cyrillic name in Latin letters, and the letters they are compared by. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/['’ʼ`-]/g, ''],
  [/shch|sch/g, 'sh'],
  [/t(?=ch)/g, ''],
  [/dzh|dj|zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/q|ck/g, 'k'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/ts|tz/g, 'c'],
  [/oo|ou/g, 'u'],
  [/y/g, 'i'],
  [/(.)\1/g, '$1'],
  // Behind doubled letters: Aliyev is aliiev, then aliev.
  [/ie/g, 'e'],
];

/** English: names of other alphabets are transliterated in several ways. */
export const englishNames: NameSpelling = {
  baseOf: (name) => name,
  articles: /(?<!\p{L})the\s+/giu,
  title: /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir)$/,
  fold: (name) =>
    SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), name.toLowerCase()),
  // Karimov and Karimova, Kazakh and Kazakhs, Kazakhstan and Kazakhstani.
  isForm: (longer, shorter) =>
    longer.startsWith(shorter) &&
    /^(?:s|es|a|n|an|ian|i|y|in|ov|ev|ova|eva)$/.test(longer.slice(shorter.length)),
};
