import { enGB } from 'date-fns/locale/en-GB';
import { englishFigures } from './figures/en.ts';
import type { Language } from './language.ts';

/** British English. Source of the quotation marks: New Hart's Rules, 2nd ed., chapter 9. */
export const english: Language = {
  code: 'en',
  names: { english: 'English', own: 'English' },
  script: 'Latn',
  dates: enGB,
  quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
  boundWords: undefined,
  // TeX's values for English.
  hyphenation: { before: 2, after: 3, loadPatterns: () => import('hyphen/en-us/index.js') },
  figures: englishFigures,
};
