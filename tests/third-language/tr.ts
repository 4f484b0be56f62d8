import { tr } from 'date-fns/locale/tr';
import type { Language } from './language.ts';

/** Turkish, as far as a test needs it. */
export const turkish: Language = {
  code: 'tr',
  names: { english: 'Turkish', own: 'Türkçe' },
  script: 'Latn',
  dates: tr,
  quotes: { outer: ['“', '”'], inner: ['‘', '’'], nests: false, elided: undefined },
  dashes: { speech: '—', spaced: undefined, range: undefined },
  noBreakSpaces: [],
  splitBound: false,
  hyphenation: { before: 2, after: 2, loadPatterns: () => import('hyphen/tr/index.js') },
};
