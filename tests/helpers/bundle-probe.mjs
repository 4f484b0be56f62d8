// Module that tests/program/bundle-program.test.ts bundles.
import unpackWebFont from 'brotli/decompress.js';
import inflate from 'tiny-inflate';
import UnicodeTrie from 'unicode-trie';

export {
  countryOf,
  guessCountryCode,
} from '../../src/publications/information-release/countries.ts';
export { inflate, UnicodeTrie, unpackWebFont };

/** Non-ASCII letters in every position that a script allows. */
export const letters = {
  string: 'Он – “да” 😀',
  template: `Он – ${'“да”'} 😀`,
  tagged: String.raw`\u041e\u043d`,
  ключ: 'ключ',
  sentences: 'Он – “да”. 20 °C – 5 кг'.split(/ [–—] /),
  found: 'a – “b” 😀 “c”'.replaceAll(/[“”«»]|–|😀/gu, '*'),
  named: /(?<имя>Он)/u.exec('“Он”')?.groups.имя,
};
