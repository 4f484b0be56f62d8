import { ru } from 'date-fns/locale/ru';
import { russianFigures } from './figures/ru.ts';
import type { Language } from './language.ts';
import { russianProse } from './prose/ru.ts';
import { russianSigns } from './signs/ru.ts';

// Source of all rules: А. Э. Мильчин, Л. К. Чельцова, Справочник издателя и автора, 4-е изд., главы 3
// (quotation marks, dashes), 5 (abbreviations), 6 (numbers) and 16 (what a line may begin and end with).

/** Prepositions of up to three letters, and those compound ones that end in a short one. */
const PREPOSITIONS =
  'без|в|во|для|до|за|из|изо|из-за|из-под|к|ко|на|над|о|об|обо|от|ото|по|под|при|про|с|со|у';
/** Conjunctions and particles of up to three letters that belong to what follows; and the pronoun я. */
const CONJUNCTIONS = 'а|да|и|или|но|не|ни|то|я';
/** Particles that belong to the word before them. */
const ENCLITICS = 'бы|б|же|ж|ли';

/** Abbreviations before a name: a street, a square, a town, a river. */
const BEFORE_NAME = 'ул|им|пр|просп|пер|пл|бул|б-р|мкр|обл|р|с|пос|д|о|оз|св';
/** Abbreviations before a number: a house, a page, an article of a law, a part of a book. */
const BEFORE_NUMBER = 'д|кв|корп|стр|с|ст|п|пп|ч|гл|т|рис|табл|разд|абз|вып|тел';

const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
/** What stands behind a number: units, powers of ten, currencies, times. */
const UNITS =
  'кг|г|мг|мкг|т|ц|км|м|см|мм|га|л|мл|кв|куб|шт|чел|экз|тыс|млн|млрд|трлн|руб|коп|долл|тенге|сомони|сомов|сома|сом|' +
  'сумов|сума|сум|манатов|маната|манат|евро|гг|лет|годами|годам|годах|годов|годом|года|году|годы|год|' +
  'месяцев|месяца|месяц|часов|часа|час|ч|минут|мин|сек|процентов|процента|процент|р|kg|g|mg|t|km|m|cm|mm|ha|l|ml';
/** What stands behind the abbreviation of a power of ten. */
const COUNTED = 'руб|долл|тенге|сомони|сом|сум|манат|евро|кг|т|га|экз|чел|шт|км|м';

const SPACE = '[ \\u00a0]';

/** A space between two patterns. */
const between = (before: string, after: string, flags = 'gu') =>
  new RegExp(`(?<=${before}) (?=${after})`, flags);
/** The same, whatever the case of letters; an abbreviation must be small: «С.» is an initial. */
const betweenWords = (before: string, after: string) => between(before, after, 'giu');

/** Not in the middle of a word, nor behind a hyphen: из-за ends in no «за» of its own. */
const WORD_START = '(?<![\\p{L}\\p{N}-])';
const WORD_END = '(?![\\p{L}\\p{N}])';

/** Endings of nouns, adjectives and names in all cases; with е for ё. */
const RUSSIAN_ENDINGS = [
  '',
  ...'а е и й о у ы ь ю я'.split(' '),
  ...'ам ах ая ев ее ей ем ие ии ий им их ию ия ов ое ой ом ую ые ый ым ых ью юю ям ях яя'.split(
    ' ',
  ),
  ...'ами его ему ией иям иях ого ому ими ыми ями'.split(' '),
  'иями',
];

/** Ending of a name in one of the cases. */
const CASE_ENDING =
  /(?<=\p{L}{3})(?:ого|ому|ыми|ым|ых|ой|ою|ом|ем|ей|ем|ами|ам|ах|а|у|е|ы|и|я|ю|ь|й)$/u;

/** What makes a surname, a patronymic, an adjective or an inhabitant of a name. */
const DERIVED = /^(?:ов|ев|ин|н|ич|ск|ец|к)/;

/** Whether a name is derived from another, or two forms of a name have a stem in common. */
function isInflected(longer: string, shorter: string): boolean {
  if (longer.startsWith(shorter) && DERIVED.test(longer.slice(shorter.length))) return true;
  const [stems, others] = [longer, shorter].map((name) =>
    RUSSIAN_ENDINGS.filter((ending) => name.endsWith(ending)).map((ending) =>
      name.slice(0, name.length - ending.length),
    ),
  );
  return stems?.some((stem) => stem.length > 2 && others?.includes(stem)) ?? false;
}

/** Russian. */
export const russian: Language = {
  code: 'ru',
  names: { english: 'Russian', own: 'Русский' },
  script: 'Cyrl',
  dates: ru,
  quotes: { outer: ['«', '»'], inner: ['„', '“'], nests: true, elided: undefined },
  // Between words the en dash of the centre's own releases: «Алматы – 2024»; only speech has the em dash.
  dashes: { speech: '—', spaced: '–', range: '–' },
  noBreakSpaces: [
    // No line begins with a dash.
    between('\\S', `[—–-](?:${SPACE}|$)`),
    betweenWords(`${WORD_START}(?:${PREPOSITIONS}|${CONJUNCTIONS})`, '[^\\s—–-]'),
    betweenWords('[\\p{L}\\p{N}»“)]', `(?:${ENCLITICS})${WORD_END}`),
    between('[№§]', '\\S'),
    between(`${WORD_START}(?:${BEFORE_NAME})\\.`, '[\\p{L}\\d«„"]'),
    between(`${WORD_START}(?:${BEFORE_NUMBER})\\.`, '[\\dIVXLC+(]'),
    // «г. Алматы»; «в 2024 г. Полиция» has the year before it.
    between(`(?<!\\d${SPACE})${WORD_START}г\\.`, '\\p{L}'),
    betweenWords('\\d', `(?:${UNITS}|${MONTHS})${WORD_END}`),
    between('\\d', '(?:%|‰|°)'),
    between('(?<![\\p{L}\\d])[IVXLC]+', '(?:в|вв)\\.'),
    between(`(?:тыс\\.?|млн\\.?|млрд\\.?|трлн\\.?|кв\\.|куб\\.)`, `(?:${COUNTED})`),
    // Groups of three figures.
    between('\\d', '\\d{3}(?!\\d)'),
    // и т. д., и т. п., и др., т. е., т. к., н. э.
    between(`${WORD_START}т\\.`, '[дпекчн]\\.'),
    between(`${WORD_START}н\\.`, 'э\\.'),
    // Initials behind the surname; before it they are bound in every language.
    /(?<=(?<!\p{L})\p{Lu}[\p{Ll}-]+) (?=\p{Lu}\.)(?!(?:\p{Lu}\.[ \u00a0]?)+\p{Lu}\p{Ll})/gu,
  ],
  splitBound: true,
  // TeX's values for Russian.
  hyphenation: {
    before: 2,
    after: 2,
    loadPatterns: () => import('hyphen/ru/index.js'),
  },
  figures: russianFigures,
  spelling: {
    dictionaries: [{ variant: 'Russian', module: 'dictionary-ru' }],
    alphabet: /^[а-яё]+$/,
    endings: RUSSIAN_ENDINGS,
    basesOfPart: (part, compound) => {
      // Names of peoples as adverbs, such as по-казахски, and as first parts: афгано-таджикский.
      if (compound.toLowerCase() === `по-${part}` && part.endsWith('ски')) return [`${part}й`];
      const [, stem] = compound.startsWith(`${part}-`) ? (/^(.{3,})о$/.exec(part) ?? []) : [];
      return stem === undefined ? [] : [`${stem}ий`, `${stem}ый`, `${stem}ский`, stem];
    },
    foldLetters: (word) => word.replaceAll('ё', 'е'),
    prefixes:
      /^(?:авиа|авто|агро|анти|аудио|аэро|био|видео|внутри|гео|гидро|евро|интернет|квази|кибер|кино|контр|лже|макро|максимально|мало|медиа|меж|микро|мини|много|мото|мульти|нарко|нейро|обще|одно|онлайн|пневмо|пост|псевдо|психо|радио|само|сверх|сельхоз|социо|спец|спорт|супер|теле|транс|ультра|фото|хим|энерго|эко|электро|дву|двух|трёх|трех|четырёх|четырех|пяти|шести|семи|восьми|девяти|десяти|сто)(.+)$/,
  },
  properNames: {
    baseOf: (name) => name.replace(CASE_ENDING, ''),
    title: /^(?:Г-н|Г-жа)$/,
    fold: (name) =>
      name.toLowerCase().replaceAll('ё', 'е').replaceAll('й', 'и').replace(/(.)\1/g, '$1'),
    isForm: isInflected,
  },
  prose: russianProse,
  signs: russianSigns,
  stemmer: {
    module: '@orama/stemmers/russian',
    load: () => import('@orama/stemmers/russian'),
  },
};
