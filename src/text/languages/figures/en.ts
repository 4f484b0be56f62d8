import { enGB } from 'date-fns/locale/en-GB';
import type { Amount, LanguageFigures, Numeral, Unit } from './language-figures.ts';
import { cubeOf, currency, INTERNATIONAL_UNITS, MANAT, squareOf, UNIT } from './units.ts';
import { tableOf, tableOfAll, words } from './word-forms.ts';

const CARDINALS = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
    'sixteen seventeen eighteen nineteen',
);
const ORDINALS = words(
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ' +
    'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
);
const TENS = words('twenty thirty forty fifty sixty seventy eighty ninety');
const GREAT: readonly (readonly [string, number])[] = [
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
];

const numerals = tableOf<Numeral>([
  ...CARDINALS.map((word, value) => [[word], { value, kind: 'add' }] as const),
  ...ORDINALS.map((word, value) => [[word], { value, kind: 'ordinal' }] as const),
  ...TENS.map((word, i) => [[word], { value: 20 + 10 * i, kind: 'add' }] as const),
  ...TENS.flatMap((word, i) => {
    const stem = word.replace(/y$/, 'ie');
    const value = 20 + 10 * i;
    return [
      [[`${stem}th`], { value, kind: 'ordinal' }] as const,
      [[`${stem}s`], { value, kind: 'add' }] as const,
    ];
  }),
  ...GREAT.map(
    ([word, value]) => [[word, `${word}s`, `${word}th`], { value, kind: 'multiply' }] as const,
  ),
  [['k'], { value: 1e3, kind: 'multiply' }],
  [['m', 'mn', 'mln'], { value: 1e6, kind: 'multiply' }],
  [['bn', 'bln'], { value: 1e9, kind: 'multiply' }],
  [['tn', 'trn'], { value: 1e12, kind: 'multiply' }],
  [['dozen'], { value: 12, kind: 'multiply' }],
  [['single'], { value: 1, kind: 'add' }],
  [['duo', 'pair', 'couple'], { value: 2, kind: 'add' }],
  [['trio'], { value: 3, kind: 'add' }],
  [['half', 'halves'], { value: 1 / 2, kind: 'fraction' }],
  [['quarter', 'quarters'], { value: 1 / 4, kind: 'fraction' }],
  ...ORDINALS.slice(3).map(
    (word, i) => [[`${word}s`], { value: 1 / (i + 3), kind: 'fraction' }] as const,
  ),
]);

const times = (value: number): Amount => ({ value, unit: UNIT.times });
const amountWords = tableOf<Amount>([
  [['twice', 'double', 'doubled', 'doubles', 'doubling', 'twofold'], times(2)],
  [['thrice', 'triple', 'tripled', 'triples', 'tripling', 'threefold'], times(3)],
  [['quadruple', 'quadrupled', 'fourfold'], times(4)],
  [['halved', 'halve', 'halves'], times(1 / 2)],
  ...[...CARDINALS.slice(5), ...TENS, 'hundred'].map(
    (word) => [[`${word}fold`], times(numerals.get(word)?.value ?? 0)] as const,
  ),
  [['fortnight', 'fortnightly'], { value: 2, unit: UNIT.week }],
  [['decade'], { value: 10, unit: UNIT.year }],
  [['noon', 'midday'], { value: 12, unit: UNIT.clock }],
  [['midnight'], { value: 0, unit: UNIT.clock }],
  [['every', 'each'], { value: 1 }],
  // Around the clock.
  [['clock'], { value: 24, unit: UNIT.hour }],
]);

/** A unit in the singular and the plural. */
const counted = (unit: Unit, ...names: string[]) =>
  [names.flatMap((name) => [name, `${name}s`]), [unit]] as const;

const LENGTHS: readonly (readonly [string[], Unit])[] = [
  [words('millimetre millimetres millimeter millimeters mm'), UNIT.millimetre],
  [words('centimetre centimetres centimeter centimeters cm'), UNIT.centimetre],
  [words('metre metres meter meters m'), UNIT.metre],
  [words('kilometre kilometres kilometer kilometers km'), UNIT.kilometre],
];

const joined = (before: string[], after: readonly string[]) =>
  before.flatMap((first) => after.map((second) => `${first} ${second}`));

const units = tableOfAll<Unit>([
  ...INTERNATIONAL_UNITS.map(([symbol, meanings]) => [[symbol], meanings] as const),
  ...LENGTHS.flatMap(([names, unit]) => [
    [names.filter((name) => name.length > 2), [unit]] as const,
    [joined(['square', 'sq'], names), [squareOf(unit)]] as const,
    [joined(['cubic', 'cu'], names), [cubeOf(unit)]] as const,
  ]),
  counted(UNIT.microgram, 'microgram'),
  counted(UNIT.milligram, 'milligram'),
  counted(UNIT.gram, 'gram', 'gramme'),
  counted(UNIT.kilogram, 'kilogram', 'kilogramme', 'kilo'),
  [['kgs'], [UNIT.kilogram]],
  counted(UNIT.centner, 'centner'),
  counted(UNIT.tonne, 'tonne', 'ton', 'metric ton', 'metric tonne'),
  counted(UNIT.hectare, 'hectare'),
  counted(UNIT.millilitre, 'millilitre', 'milliliter'),
  counted(UNIT.litre, 'litre', 'liter'),
  counted(UNIT.second, 'second', 'sec'),
  counted(UNIT.minute, 'minute', 'min'),
  counted(UNIT.hour, 'hour', 'hr'),
  counted(UNIT.day, 'day'),
  [['daily'], [UNIT.day]],
  counted(UNIT.week, 'week'),
  counted(UNIT.month, 'month'),
  counted(UNIT.year, 'year'),
  [['century', 'centuries'], [UNIT.century]],
  [['o clock'], [UNIT.clock]],
  [
    ['percent', 'per cent', 'pct', 'percentage point', 'percentage points', 'percentage'],
    [UNIT.percent],
  ],
  [['times', 'fold'], [UNIT.times]],
  [['degree', 'degrees'], [UNIT.degree]],
  [['dollar', 'dollars', ...joined(['us', 'american'], ['dollar', 'dollars'])], [currency('USD')]],
  [['euro', 'euros'], [currency('EUR')]],
  [['pound', 'pounds'], [currency('GBP')]],
  [['yuan'], [currency('CNY')]],
  [
    [
      ...words('rouble roubles ruble rubles'),
      ...joined(['russian'], words('rouble roubles ruble rubles')),
    ],
    [currency('RUB')],
  ],
  [['tenge', 'tenges', ...joined(['kazakh', 'kazakhstani'], ['tenge'])], [currency('KZT')]],
  [
    ['som', 'soms', ...joined(['kyrgyz'], ['som', 'soms'])],
    [currency('KGS'), currency('UZS')],
  ],
  [
    [...words('sum sums soum soums'), ...joined(['uzbek'], words('sum sums soum soums som soms'))],
    [currency('UZS')],
  ],
  [['somoni', 'somonis', ...joined(['tajik'], ['somoni', 'somonis'])], [currency('TJS')]],
  [['manat', 'manats', ...joined(['turkmen', 'azerbaijani'], ['manat', 'manats'])], [MANAT]],
]);

const monthNames = (width: 'wide' | 'abbreviated') =>
  Array.from({ length: 12 }, (_, month) =>
    enGB.localize.month(month as 0, { width }).toLowerCase(),
  );
const [WIDE, SHORT] = [monthNames('wide'), [...monthNames('abbreviated'), 'sept']];

/** Figures in English texts. */
export const englishFigures: LanguageFigures = {
  decimal: '.',
  numerals,
  numeralJoiners: new Set(['and']),
  andAHalf: [
    ['and', 'a', 'half'],
    ['and', 'one', 'half'],
  ],
  articles: new Set(['a', 'an', 'of', 'the']),
  numeralPrefixes: new Map(),
  compoundEndings: new Set(),
  ordinalSuffixes: new Set(['st', 'nd', 'rd', 'th']),
  decadeSuffixes: new Set(['s']),
  amountWords,
  units,
  yearAbbreviations: new Set(),
  labels: tableOf([
    [['article', 'articles', 'art'], UNIT.article],
    [['part', 'parts'], UNIT.part],
  ]),
  months: {
    names: new Map([
      ...SHORT.map((name, i) => [name, i < 12 ? i + 1 : 9] as const),
      ...WIDE.map((name, i) => [name, i + 1] as const),
    ]),
    weak: new Set(SHORT.filter((name) => !WIDE.includes(name))),
    doubtful: new Set(['may', 'march']),
    before: new Set(
      words('in of since until by from to during this last next early late mid and through for'),
    ),
    isCapitalised: true,
    joiners: new Set(['of']),
    isDayAfter: true,
  },
  dayParts: new Map([
    ['am', 0],
    ['a m', 0],
    ['pm', 12],
    ['p m', 12],
    ['midnight', 0],
    ['noon', 12],
    ['in the morning', 0],
    ['in the afternoon', 12],
    ['in the evening', 12],
  ]),
  connectors: new Set(['to', 'and', 'or', 'until', 'through', 'till']),
};
