import { ru } from 'date-fns/locale/ru';
import { russianFigures } from './figures/ru.ts';
import type { Language } from './language.ts';

/** Russian. Source: А. Э. Мильчин, Л. К. Чельцова, Справочник издателя и автора, 4-е изд., главы 3 и 5. */
export const russian: Language = {
  code: 'ru',
  names: { english: 'Russian', own: 'Русский' },
  script: 'Cyrl',
  dates: ru,
  quotes: { outer: ['«', '»'], inner: ['„', '“'] },
  boundWords: /(?<!\p{L})[авикосуяАВИКОСУЯ] (?=\S)/gu,
  hyphenation: { before: 2, after: 3, loadPatterns: () => import('hyphen/ru/index.js') },
  figures: russianFigures,
};
