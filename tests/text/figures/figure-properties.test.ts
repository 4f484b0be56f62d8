import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from './compare-pair.ts';

const NOTHING = { missing: [], added: [] };

/** Texts with much of what the reader looks for. */
const PIECES = [
  ...'0 1 2 16 30 60 102 2024 1,204 1.204 8,5 10.30 1 204 16.11.2024 2024-11-16 12345678901234567890'.split(
    ' ',
  ),
  ...'% ° $ € . , : / - – — ( ) + № ½ ² \u00a0 \n'.split(' '),
  ...'kg g t m km million hundred and a half quarter May November am p.m. per cent Article second times'.split(
    ' ',
  ),
  ...'кг г т м ч тыс. млн сто двести пять пятый половина с половиной ноября ноябре г. лет часов вечера ст. двухдневный III ХХ'.split(
    ' ',
  ),
  ...'https://a.kz/ru www.b.kg/1 c@d.uz +7 727 259 99 90 259-99-90 24.kg'.split(' '),
];
const figureText = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', '', '\u2009')), {
    maxLength: 40,
  })
  .map((pieces) => pieces.flat().join(''));

describe.each(['en', 'ru', 'uz'])('a text in %s', (language) => {
  test('compared with itself has no difference', () => {
    fc.assert(
      fc.property(fc.oneof(figureText, fc.string({ unit: 'binary' })), (text) => {
        expect(compare(text, text, language, language)).toEqual(NOTHING);
      }),
      { numRuns: 1000 },
    );
  });

  test('compared with an empty one is quoted as it is written', () => {
    fc.assert(
      fc.property(figureText, (text) => {
        const { missing, added } = compare(text, '', language, language);
        const line = text.replace(/\s+/g, ' ');
        const quotes = missing.filter((quote) => !quote.endsWith(' more') && !quote.endsWith('…'));
        expect(quotes.filter((quote) => quote === '' || !line.includes(quote))).toEqual([]);
        expect(added).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

test('what one comparison finds missing, the opposite one finds added', () => {
  fc.assert(
    fc.property(figureText, figureText, (one, other) => {
      const [there, back] = [compare(one, other), compare(other, one, 'ru', 'en')];
      expect({ missing: back.added, added: back.missing }).toEqual(there);
    }),
    { numRuns: 1000 },
  );
});

describe('of a language without tables', () => {
  test.each([
    ['423 kg were seized on 16 November 2024.', '2024-yil 16-noyabrda 423 kg musodara qilindi.'],
    ['1.5 million tenge, 8.5 percent', '1,5 mln tenge, 8,5 foiz'],
    ['1,204 people', '1 204 kishi'],
    ['1,204 people', '1.204 kishi'],
    ['Two people came in November.', '2 kishi keldi.'],
    ['Twice as many', 'Ikki baravar'],
    ['Call +7 727 259 99 90.', 'Telefon: 8 (727) 259-99-90.'],
    ['See https://a.kz/en/7', 'https://a.kz/uz/7'],
  ])('digits, addresses and telephones are compared: %s | %s', (english, uzbek) => {
    expect(compare(english, uzbek, 'en', 'uz')).toEqual(NOTHING);
    expect(compare(uzbek, english, 'uz', 'en')).toEqual(NOTHING);
  });

  test('a figure that differs is reported, a unit is not known', () => {
    const { missing, added } = compare('423 kg and 7 g', '424 kg, 7 kg', 'en', 'uz');
    expect({ missing, added }).toEqual({ missing: ['423'], added: ['424'] });
  });
});

const LONG = 50_000;
const HOSTILE: Record<string, string> = {
  digits: '1'.repeat(LONG),
  'digits and spaces': '1 '.repeat(LONG / 2),
  'groups of three': `${'111 '.repeat(LONG / 4)}1111`,
  'commas between digits': '1,'.repeat(LONG / 2),
  'groups and commas': '1,111'.repeat(LONG / 5),
  'points and commas': '1.,'.repeat(LONG / 3),
  hyphens: '1-'.repeat(LONG / 2),
  'a plus and digits': '+1'.repeat(LONG / 2),
  'brackets before digits': `+7${'('.repeat(LONG)}`,
  'telephones that do not end': '8 (727) 259-99-9a '.repeat(LONG / 18),
  telephones: '+7 727 259 99 90, '.repeat(LONG / 18),
  'dots between letters': 'a.'.repeat(LONG / 2),
  'hyphens between letters': 'a-'.repeat(LONG / 2),
  'letters of an address': `${'a'.repeat(LONG)}@`,
  'marks behind an address': `https://a.kz/${')'.repeat(LONG)}`,
  addresses: 'https://a.kz/ru/1?b=2 '.repeat(LONG / 22),
  numerals: 'hundred '.repeat(LONG / 8),
  'numerals in Russian': 'двадцать '.repeat(LONG / 9),
  'half a half': 'half a '.repeat(LONG / 7),
  'one long word': 'двух'.repeat(LONG / 4),
  'words that begin with a number': 'двухпятидвадцати '.repeat(LONG / 17),
  'Roman letters': 'XIV'.repeat(LONG / 3),
  months: 'November 16 '.repeat(LONG / 12),
  'different numbers': Array.from({ length: LONG / 6 }, (_, i) => 10_000 + i).join(' '),
  'spaces between digits': `1${' '.repeat(LONG)}1`,
  'two-word terms': 'per '.repeat(LONG / 4),
  'combining marks': `1${'\u0301'.repeat(LONG)}`,
};

describe('a hostile text costs time in proportion to its length', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, text) => {
    for (const other of ['ru', 'uz']) {
      const start = performance.now();
      compare(text, `${text} 7`, 'en', other);
      // Measured below 1 s; a quadratic search takes minutes.
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});

test('a number of 100,000 digits is compared in milliseconds', () => {
  const digits = '1'.repeat(100_000);
  const start = performance.now();
  expect(compare(digits, `${digits}2`).missing).toEqual([`${'1'.repeat(59)}…`]);
  expect(performance.now() - start).toBeLessThan(500);
});
