import type { Amount, LanguageFigures, Unit } from './language-figures.ts';
import { russianNumerals, russianPrefixes } from './ru-numerals.ts';
import { cubeOf, currency, INTERNATIONAL_UNITS, MANAT, squareOf, UNIT } from './units.ts';
import { inflect, tableOf, tableOfAll, words } from './word-forms.ts';

/** Endings of nouns: килограмм, тонна, неделя, месяц, рубль, сутки. */
const MASCULINE = '_ а у ом е ы ов ам ами ах';
const FEMININE = 'а ы е у ой _ ам ами ах';
const SOFT_FEMININE = 'я и е ю ей ь ям ями ях';
const SOFT_MASCULINE = 'ь я ю ем е и ей ям ями ях';
/** Endings of adjectives: дневной; летний. */
const ADJECTIVE = 'ый ая ое ые ого ому ым ом ую ой ых ыми';
/** американский, майский. */
const VELAR_ADJECTIVE = 'ий ая ое ие ого ому им ом ую ой их ими';
const SOFT_ADJECTIVE = 'ий яя ее ие его ему им ем юю ей их ими';

/** A noun and the adjective that stands behind a number: 5 километров, 5-километровый. */
const masculine = (stem: string, unit: Unit) =>
  [[...inflect(stem, MASCULINE), ...inflect(`${stem}ов`, ADJECTIVE)], [unit]] as const;

const METRES: readonly (readonly [string[], Unit])[] = [
  [[...inflect('миллиметр', MASCULINE), 'мм'], UNIT.millimetre],
  [[...inflect('сантиметр', MASCULINE), 'см'], UNIT.centimetre],
  [[...inflect('метр', MASCULINE), 'м'], UNIT.metre],
  [[...inflect('километр', MASCULINE), 'км'], UNIT.kilometre],
];
const joined = (before: string[], after: readonly string[]) =>
  before.flatMap((first) => after.map((second) => `${first} ${second}`));
const SQUARE = ['кв', ...inflect('квадратн', ADJECTIVE)];
const CUBIC = ['куб', ...inflect('кубическ', VELAR_ADJECTIVE)];

const ROUBLE = [...inflect('рубл', SOFT_MASCULINE), 'руб', ...inflect('рублев', ADJECTIVE)];
const DOLLAR = [...inflect('доллар', MASCULINE), 'долл', ...inflect('долларов', ADJECTIVE)];
const SUM = inflect('сум', '_ а у ом е ы ов ам ами ах');
/** Adjectives before the name of a currency: российских рублей. */
const nationality = (stem: string) => inflect(stem, VELAR_ADJECTIVE);

const units = tableOfAll<Unit>([
  ...INTERNATIONAL_UNITS.map(([symbol, meanings]) => [[symbol], meanings] as const),
  ...METRES.flatMap(([names, unit]) => [
    [names, [unit]] as const,
    [joined(SQUARE, names), [squareOf(unit)]] as const,
    [joined(CUBIC, names), [cubeOf(unit)]] as const,
  ]),
  [inflect('метров', ADJECTIVE), [UNIT.metre]],
  [inflect('километров', ADJECTIVE), [UNIT.kilometre]],
  [['мкг'], [UNIT.microgram]],
  masculine('миллиграмм', UNIT.milligram),
  [['мг'], [UNIT.milligram]],
  masculine('грамм', UNIT.gram),
  [['г', 'гр'], [UNIT.gram]],
  masculine('килограмм', UNIT.kilogram),
  [['кг', 'кило'], [UNIT.kilogram]],
  [[...inflect('центнер', MASCULINE), 'ц'], [UNIT.centner]],
  [[...inflect('тонн', FEMININE), ...inflect('тонн', ADJECTIVE), 'т'], [UNIT.tonne]],
  [['га', ...inflect('гектар', MASCULINE)], [UNIT.hectare]],
  masculine('миллилитр', UNIT.millilitre),
  [['мл'], [UNIT.millilitre]],
  masculine('литр', UNIT.litre),
  [['л', ...inflect('литров', ADJECTIVE)], [UNIT.litre]],
  [[...inflect('секунд', FEMININE), ...inflect('секундн', ADJECTIVE), 'сек'], [UNIT.second]],
  [[...inflect('минут', FEMININE), ...inflect('минутн', ADJECTIVE), 'мин'], [UNIT.minute]],
  [
    [...inflect('час', MASCULINE), 'ч'],
    [UNIT.hour, UNIT.clock],
  ],
  [inflect('часов', ADJECTIVE), [UNIT.hour]],
  [
    [
      ...words('день дня дню днем дне дни дней дням днями днях сутки суток суткам сутками сутках'),
      ...inflect('дневн', `${ADJECTIVE} о`),
      ...inflect('суточн', ADJECTIVE),
    ],
    [UNIT.day],
  ],
  [[...inflect('недел', SOFT_FEMININE), 'нед', ...inflect('недельн', ADJECTIVE)], [UNIT.week]],
  [
    [...inflect('месяц', 'а у ем е ы ев ам ами ах _'), 'мес', ...inflect('месячн', ADJECTIVE)],
    [UNIT.month],
  ],
  [
    [
      ...inflect('год', `${MASCULINE} ах`),
      'лет',
      'гг',
      ...inflect('летн', SOFT_ADJECTIVE),
      ...inflect('годичн', ADJECTIVE),
      ...inflect('годовал', ADJECTIVE),
      ...inflect('лети', 'е я ю ем и'),
    ],
    [UNIT.year],
  ],
  [[...inflect('век', MASCULINE), ...inflect('столети', 'е я ю ем и')], [UNIT.century]],
  [
    [
      ...inflect('процент', MASCULINE),
      ...inflect('процентн', `${ADJECTIVE} о`),
      'проц',
      'п п',
      ...joined(inflect('процентн', ADJECTIVE), inflect('пункт', MASCULINE)),
    ],
    [UNIT.percent],
  ],
  [['раз', 'раза', ...inflect('кратн', `${ADJECTIVE} о`)], [UNIT.times]],
  [[...inflect('градус', MASCULINE), ...inflect('градусн', ADJECTIVE)], [UNIT.degree]],
  [[...DOLLAR, ...joined(nationality('американск'), DOLLAR)], [currency('USD')]],
  [['евро'], [currency('EUR')]],
  [['фунт', 'фунта', 'фунтов'], [currency('GBP')]],
  [[...inflect('юан', SOFT_MASCULINE)], [currency('CNY')]],
  [[...ROUBLE, ...joined(nationality('российск'), ROUBLE)], [currency('RUB')]],
  [['тенге', ...joined(nationality('казахстанск'), ['тенге'])], [currency('KZT')]],
  [inflect('сом', MASCULINE), [currency('KGS')]],
  [[...SUM, ...joined(nationality('узбекск'), SUM)], [currency('UZS')]],
  [['сомони'], [currency('TJS')]],
  [inflect('манат', MASCULINE), [MANAT]],
]);

const times = (value: number): Amount => ({ value, unit: UNIT.times });
const VERB = 'ся лась лось лись ся ть ться л ла ло ли';
const amountWords = tableOf<Amount>([
  [
    ['вдвое', 'дважды', 'вдвоем', ...inflect('удвои', VERB), ...inflect('двойн', ADJECTIVE)],
    times(2),
  ],
  [['удваивается', 'удвоение', 'удвоением', 'удвоились', 'удвоился'], times(2)],
  [
    ['втрое', 'трижды', 'втроем', ...inflect('утрои', VERB), ...inflect('тройн', ADJECTIVE)],
    times(3),
  ],
  [['утроились', 'утроился', 'утроение'], times(3)],
  [['вчетверо', 'четырежды', 'вчетвером'], times(4)],
  [['впятеро', 'пятикратно', 'впятером'], times(5)],
  [['вшестеро'], times(6)],
  [['всемеро'], times(7)],
  [['ввосьмеро'], times(8)],
  [['вдевятеро'], times(9)],
  [['вдесятеро'], times(10)],
  [words('полдень полдня полудня полудню'), { value: 12, unit: UNIT.clock }],
  [words('полночь полуночи полночи'), { value: 0, unit: UNIT.clock }],
  [inflect('кажд', ADJECTIVE), { value: 1 }],
  [inflect('полугоди', 'е я ю ем и'), { value: 6, unit: UNIT.month }],
  [words('декада декады декаде декаду декадой декад'), { value: 10, unit: UNIT.day }],
  [['круглосуточно', ...inflect('круглосуточн', ADJECTIVE)], { value: 24, unit: UNIT.hour }],
  [['квартал', ...inflect('квартал', 'а у ом е ы ов')], { value: 3, unit: UNIT.month }],
]);

const MONTHS = words('январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр');
const monthForms = MONTHS.map((stem) => {
  if (stem === 'ма') return inflect(stem, 'й я ю ем е');
  return inflect(stem, /т$/.test(stem) ? '_ а у ом е' : 'ь я ю ем е');
});
const monthAdjectives = MONTHS.map((stem) => {
  if (stem === 'ма') return inflect('майск', VELAR_ADJECTIVE);
  const soft = /[рл]$/.test(stem) && stem !== 'январ' ? `${stem}ьск` : `${stem}ск`;
  return inflect(soft, VELAR_ADJECTIVE);
});
const SHORT_MONTHS = [
  'янв',
  'фев',
  'мар',
  'апр',
  'май',
  'июн',
  'июл',
  'авг',
  'сен',
  'окт',
  'ноя',
  'дек',
];
const OTHER_SHORT = new Map([
  ['февр', 2],
  ['сент', 9],
  ['нояб', 11],
]);

/** Figures in Russian texts. */
export const russianFigures: LanguageFigures = {
  decimal: ',',
  numerals: russianNumerals,
  numeralJoiners: new Set(),
  andAHalf: [['с', 'половиной']],
  articles: new Set(),
  numeralPrefixes: russianPrefixes,
  compoundEndings: new Set(
    [
      'сторонн',
      'этажн',
      'местн',
      'комнатн',
      'этапн',
      'партийн',
      'уровнев',
      'ступенчат',
      'значн',
      'балльн',
      'томн',
      'язычн',
      'квартирн',
      'классн',
    ]
      .flatMap((stem) => [...inflect(stem, ADJECTIVE), ...inflect(stem, SOFT_ADJECTIVE)])
      .concat(
        words('летка летки летку классник классники классников классникам классница классницы'),
      ),
  ),
  ordinalSuffixes: new Set(
    words('й я е го му м х ми ю ой ый ая ое ые ого ому ым ых ую ти ю ей мя'),
  ),
  decadeSuffixes: new Set(['е', 'х', 'м', 'ми']),
  amountWords,
  units,
  yearAbbreviations: new Set(['г', 'гг']),
  labels: tableOf([
    [[...inflect('стат', 'ья ьи ье ью ьей ей ьям ьями ьях'), 'ст'], UNIT.article],
    [[...inflect('част', 'ь и ью ей ям ями ях'), 'ч'], UNIT.part],
  ]),
  months: {
    names: new Map([
      ...monthAdjectives.flatMap((forms, i) => forms.map((form) => [form, i + 1] as const)),
      ...SHORT_MONTHS.map((form, i) => [form, i + 1] as const),
      ...OTHER_SHORT,
      ...monthForms.flatMap((forms, i) => forms.map((form) => [form, i + 1] as const)),
    ]),
    weak: new Set([
      ...monthAdjectives.flat(),
      ...SHORT_MONTHS.filter((form) => form !== 'май'),
      ...OTHER_SHORT.keys(),
    ]),
    doubtful: new Set(),
    before: new Set(),
    isCapitalised: false,
    joiners: new Set(),
    isDayAfter: false,
  },
  dayParts: new Map([
    ['утра', 0],
    ['ночи', 0],
    ['дня', 12],
    ['вечера', 12],
    ['пополудни', 12],
  ]),
  connectors: new Set(['до', 'по', 'и', 'или', 'либо']),
};
