import { enGB } from 'date-fns/locale/en-GB';
import { englishFigures } from './figures/en.ts';
import type { Language } from './language.ts';

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
  stemmer: {
    module: '@orama/stemmers/english',
    load: () => import('@orama/stemmers/english'),
  },
};
