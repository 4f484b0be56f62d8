import type { SoundingArticles } from './language.ts';

/** Words that begin with the letter of a vowel and the sound of a consonant: a European, a unit, a one-day course. */
const CONSONANT_SOUND =
  /^(?:eu(?!ph$)|ewe|one(?:-|$)|once|u(?:biquit|fo|ganda|kr|nani|niq|nive|nif|nio|nit|nic|nil|niso|nis(?:ex|on)|ra|ri(?!m)|rol|ruguay|s(?:ab|ag|e|u)|t(?:e(?:ns|r)|il|op)))/;
/** Words that begin with the letter of a consonant and the sound of a vowel. */
const VOWEL_SOUND = /^(?:hour|honest|honou?r|heir)/;
/** Words that are spoken in both ways: a hotel, an hotel; a herb, an herb. */
const UNCERTAIN = /^(?:h(?:erb|istor|otel|yst|abitual|eroic)|u(?:[ns](?:-|$)|z)|y)/;
/** Numbers that are spoken with a vowel first: eight, eleven, eighteen, eighty; with thousands: 8,000. */
const VOWEL_NUMBER = /^(?:8\d*|1[18])(?:[,.]\d+)*(?:$|\D)/;

/** The articles a and an. An abbreviation is read letter by letter or as a word, so few of them are certain. */
export const englishArticles: SoundingArticles = {
  beforeVowel: 'an',
  beforeConsonant: 'a',
  beginsWithVowel(word) {
    if (/^\d/.test(word)) return beginsWithVowelNumber(word);
    const [first = ''] = word;
    if (/^\p{Lu}(?:\p{Lu}|[-\d]|$)/u.test(word)) {
      if (/[AEIO]/.test(first)) return true;
      return /[BCDGJKPQTVWYZ]/.test(first) ? false : undefined;
    }
    const lower = word.toLowerCase();
    if (UNCERTAIN.test(lower)) return undefined;
    if (CONSONANT_SOUND.test(lower)) return false;
    if (VOWEL_SOUND.test(lower)) return true;
    // A name with U is spoken in either way.
    return first === 'U' ? undefined : /^[aeiou]/.test(lower);
  },
};

function beginsWithVowelNumber(word: string): boolean | undefined {
  // 1,100 and 1,800 are spoken in two ways.
  if (/^1[18]\d\d|^1,[18]/.test(word)) return undefined;
  return VOWEL_NUMBER.test(word);
}
