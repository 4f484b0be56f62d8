import { enGB } from 'date-fns/locale/en-GB';
import { englishArticles } from './english-articles.ts';
import { englishNames } from './english-names.ts';
import { englishFigures } from './figures/en.ts';
import type { Language } from './language.ts';
import { englishProse } from './prose/en.ts';
import { englishSigns } from './signs/en.ts';

/** British English. Source of the quotation marks: New Hart's Rules, 2nd ed., chapter 9. */
export const english: Language = {
  code: 'en',
  names: { english: 'English', own: 'English' },
  script: 'Latn',
  dates: enGB,
  quotes: {
    outer: ['“', '”'],
    inner: ['‘', '’'],
    nests: false,
    elided: /^(?:n'|(?:tis|twas|twere|twill|em|til|bout|cause)(?!['\p{L}]))/iu,
  },
  dashes: { speech: '–', spaced: undefined, range: undefined },
  noBreakSpaces: [
    /(?<=(?<!\p{L})(?:No\.|Nos\.|№|#|p\.|pp\.)) (?=\d)/gu,
    // Units, also those that an English text takes over from a Russian source.
    /(?<=\d) (?=(?:kg|g|mg|t|km|m|cm|mm|ha|l|ml|pt|%|°C|кг|г|мг|т|км|м|см|мм|га|л)(?!\p{L}))/gu,
  ],
  // Few words are bound, and published pages stay as they are.
  splitBound: false,
  // TeX's values for English.
  hyphenation: {
    before: 2,
    after: 3,
    loadPatterns: () => import('hyphen/en-us/index.js'),
  },
  figures: englishFigures,
  spelling: {
    dictionaries: [
      { variant: 'British', module: 'dictionary-en-gb' },
      { variant: 'American', module: 'dictionary-en' },
    ],
    alphabet: /^[a-z']+$/,
    endings: ['', 's', 'es', 'ed', 'd', 'ing', 'e'],
    prefixes:
      /^(?:anti|bio|counter|cyber|hyper|inter|macro|micro|mini|mis|mono|multi|neuro|non|over|photo|poly|post|pre|psycho|re|self|semi|socio|sub|super|tele|trans|ultra|un|under|video)(.+)$/,
    // Both dictionaries have the American word; the British one has it for software only.
    variantWords: { program: 'American', programs: 'American' },
    variantLetters: [
      // The Oxford spelling is British and has z; so this is a kind of its own.
      {
        pairs: [
          ['is', 'iz'],
          ['ys', 'yz'],
        ],
      },
      {
        pairs: [
          ['our', 'or'],
          ['re', 'er'],
          ['ll', 'l'],
          ['l', 'll'],
          ['ence', 'ense'],
          ['ogue', 'og'],
          ['amme', 'am'],
          ['ae', 'e'],
          ['oe', 'e'],
          ['yre', 'ire'],
          ['que', 'ck'],
          ['ough', 'ow'],
        ],
      },
    ],
  },
  properNames: englishNames,
  articles: englishArticles,
  prose: englishProse,
  signs: englishSigns,
  stemmer: {
    module: '@orama/stemmers/english',
    load: () => import('@orama/stemmers/english'),
  },
};
