// What the bundle's own ways are tried on, by tests/bundle-program.test.ts.
import unpackWebFont from 'brotli/decompress.js';
import inflate from 'tiny-inflate';
import UnicodeTrie from 'unicode-trie';

export {
  countryOf,
  guessCountryCode,
} from '../../src/publications/information-release/countries.ts';
export { inflate, UnicodeTrie, unpackWebFont };

/** Letters beyond ASCII in every place that a script may have them in. */
export const letters = {
  string: 'Он – “да” 😀',
  template: `Он – ${'“да”'} 😀`,
  tagged: String.raw`\u041e\u043d`,
  ключ: 'ключ',
  sentences: 'Он – “да”. 20 °C – 5 кг'.split(/ [–—] /),
  found: 'a – “b” 😀 “c”'.replaceAll(/[“”«»]|–|😀/gu, '*'),
  named: /(?<имя>Он)/u.exec('“Он”')?.groups.имя,
};
