import { describe, expect, test } from '@jest/globals';
import { createTypesetter, typesetBlocks, typesetLine } from '../../src/text/typography.ts';

const all = { quotes: true, dashes: true, spaces: true };
const english = createTypesetter('en', all);
const russian = createTypesetter('ru', all);
const NBSP = '\u00a0';

describe('English', () => {
  test.each([
    ['the "easy drug" is none', 'the “easy drug” is none'],
    ['("Amanat"), "New vision team".', '(“Amanat”), “New vision team”.'],
    ['"A \'quoted\' word"', '“A ‘quoted’ word”'],
    ["the country's law, the students' work", 'the country’s law, the students’ work'],
    ['"He said \'no\'".', '“He said ‘no’”.'],
    ["the '90s", 'the ’90s'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["'Tis the season, 'twas", '’Tis the season, ’twas'],
    ['"\'Tis so"', '“’Tis so”'],
    ['tell \'em of "\'em"', 'tell ’em of “’em”'],
    ["the word 'til' in quotes", 'the word ‘til’ in quotes'],
    ['x/"seven"', 'x/“seven”'],
    ['"and/or/".', '“and/or/”.'],
    ["six/'seven'", 'six/‘seven’'],
    ['one--two --- three', 'one–two — three'],
    ['a  double   space', 'a double space'],
    ['A. T. Tvardovsky and N.P. Ogarev', `A.${NBSP}T.${NBSP}Tvardovsky and N.P.${NBSP}Ogarev`],
    ['school No. 122', `school No.${NBSP}122`],
    ['260 kg in 3 years', `260${NBSP}kg in 3 years`],
    ['– We have come', `–${NBSP}We have come`],
  ])('%s becomes %s', (typed, set) => {
    expect(typesetLine(typed, english)).toBe(set);
  });

  test.each(['“typed” ‘on purpose’', '«chevrons»', 'a - b', 'an – en dash', 'No paragraph.'])(
    '%s is unchanged',
    (typed) => {
      expect(typesetLine(typed, english)).toBe(typed);
    },
  );

  test('addresses are unchanged', () => {
    const address = "see https://xn--b1aew.xn--p1ai/a--b'c and me--you@example.org";
    expect(typesetLine(address, english)).toBe(address);
  });
});

/** What is typed, and what is set: `~` stands for a no-break space. */
const RUSSIAN: Readonly<Record<string, readonly (readonly [typed: string, set: string])[]>> = {
  'quotation marks': [
    ['операция "Чистое поколение"', 'операция «Чистое поколение»'],
    ['"Операция "Мак"" началась', '«Операция „Мак“» началась'],
    ['""Мак" - 2024", сообщили', '«„Мак“~– 2024», сообщили'],
    ['ООО "Центр "Альтаир", филиал "Восток""', 'ООО «Центр „Альтаир“, филиал „Восток“»'],
    ['«Операция "Мак"» началась', '«Операция „Мак“» началась'],
    ["слово 'мак' и~Кот-д'Ивуар", 'слово „мак“ и~Кот-д’Ивуар'],
    ['Незакрытая "кавычка', 'Незакрытая «кавычка'],
    ['закрытая" кавычка "Мак"', 'закрытая» кавычка «Мак»'],
  ],
  dashes: [
    ['Прекурсоры - это вещества', 'Прекурсоры~– это вещества'],
    ['Прекурсоры – это вещества', 'Прекурсоры~– это вещества'],
    ['Прекурсоры -- это вещества', 'Прекурсоры~– это вещества'],
    ['Прекурсоры — это вещества', 'Прекурсоры~— это вещества'],
    ['Прекурсоры  -  это вещества', 'Прекурсоры~– это вещества'],
    ['тайникам, - от 5 до 8 лет', 'тайникам,~– от~5 до~8~лет'],
    ['«Рио» - центр', '«Рио»~– центр'],
    ['– Нет, - сказал он.', '—~Нет,~– сказал он.'],
    ['- Нет', '- Нет'],
    ['кто-то, бело-синий', 'кто-то, бело-синий'],
  ],
  'ranges of figures': [
    ['5-8 лет', '5–8~лет'],
    ['16-30 ноября', '16–30~ноября'],
    ['2023-2025 годы', '2023–2025~годы'],
    ['10,5-12,5 %', '10,5–12,5~%'],
    ['10 000-12 000 тенге', '10~000–12~000~тенге'],
    ['9:00-18:30', '9:00–18:30'],
    ['статья 297-1', 'статья 297-1'],
    ['259-99-90', '259-99-90'],
    ['+7 727 259-9990', '+7~727~259-9990'],
    ['+7 (727) 259-9990', '+7 (727) 259-9990'],
    ['2024-11-16', '2024-11-16'],
    ['№ 12-34', '№~12-34'],
    ['16-30.11.2024', '16-30.11.2024'],
    ['COVID-19, ИК-5, Ту-134', 'COVID-19, ИК-5, Ту-134'],
  ],
  'short words': [
    ['в школе и в лицее', 'в~школе и~в~лицее'],
    ['Об этом и о том, что не для них', 'Об~этом и~о~том, что не~для~них'],
    ['из-за границы, из-под стола', 'из-за~границы, из-под~стола'],
    ['кто-то но и вот', 'кто-то но~и~вот'],
    ['если бы он же знал ли', 'если~бы он~же знал~ли'],
    ['какие были', 'какие были'],
    ['над бывшим, к живым', 'над~бывшим, к~живым'],
    ['проба, безопасность, надежда', 'проба, безопасность, надежда'],
  ],
  abbreviations: [
    ['г. Алматы, ул. Абая, пр. "Назарбаев"', 'г.~Алматы, ул.~Абая, пр.~«Назарбаев»'],
    [
      'школа им. Абая, д. 5, стр. 12, ст. 297, п. 3, ч. 2',
      'школа им.~Абая, д.~5, стр.~12, ст.~297, п.~3, ч.~2',
    ],
    ['в 2024 г. Полиция', 'в~2024~г. Полиция'],
    ['2023–2025 гг.', '2023–2025~гг.'],
    ['и т. д., и т. п., т. е.', 'и~т.~д., и~т.~п., т.~е.'],
    ['№ 5, § 3', '№~5, §~3'],
    ['XX в.', 'XX~в.'],
  ],
  'numbers and what they count': [
    ['изъято 5 кг, 300 г и 2 т', 'изъято 5~кг, 300~г и~2~т'],
    ['8,5 % и 20 °C', '8,5~% и~20~°C'],
    ['5 тыс. руб., 3 млн тенге, 2 млрд сомов', '5~тыс.~руб., 3~млн~тенге, 2~млрд~сомов'],
    ['100 сомони и 20 долл.', '100~сомони и~20~долл.'],
    ['12 лет, 1 год, 3 года', '12~лет, 1~год, 3~года'],
    ['16 ноября 2024 года', '16~ноября 2024~года'],
    ['10 000 000', '10~000~000'],
    ['5 километров', '5 километров'],
  ],
  initials: [
    ['А. С. Пушкин', 'А.~С.~Пушкин'],
    ['Пушкин А. С. и Абай К.', 'Пушкин~А.~С. и~Абай~К.'],
    ['полковник Полиции А. С. Иванов', 'полковник Полиции А.~С.~Иванов'],
    ['Н.П. Огарёв', 'Н.П.~Огарёв'],
  ],
};

describe.each(Object.entries(RUSSIAN))('Russian %s', (_, cases) => {
  test.each(cases)('%s becomes %s', (typed, set) => {
    const write = (text: string) => text.replaceAll('~', NBSP);
    expect(typesetLine(write(typed), russian)).toBe(write(set));
    // What is set is set alike when it is taken for typed.
    expect(typesetLine(write(set), russian)).toBe(write(set));
  });
});

test('Russian leaves addresses alone, and ё as it was typed', () => {
  const typed = 'https://mvd.ru/a-b/5-8?"x" и me-5-8@example.org: все ещё, еще';
  const set = `https://mvd.ru/a-b/5-8?"x" и${NBSP}me-5-8@example.org: все ещё, еще`;
  expect(typesetLine(typed, russian)).toBe(set);
});

test('Russian dashes and short words are bound across emphasis', () => {
  const spans = russian([
    { text: 'слово', italic: true },
    { text: ' - дело в' },
    { text: ' школе', bold: true },
  ]);
  expect(spans.map(({ text }) => text)).toEqual(['слово', `${NBSP}– дело в`, `${NBSP}школе`]);
});

test('quotes are paired across emphasis', () => {
  const spans = english([{ text: 'the "' }, { text: 'Amanat', italic: true }, { text: '" party' }]);
  expect(spans.map(({ text }) => text)).toEqual(['the “', 'Amanat', '” party']);
});

test('typography is applied to lists and quotes', () => {
  const paragraph = { kind: 'paragraph' as const, spans: [{ text: '"a"' }], at: 0 };
  const set = { ...paragraph, spans: [{ text: '“a”' }] };
  expect(
    typesetBlocks(
      [
        { kind: 'list', start: 1, items: [[paragraph]] },
        { kind: 'quote', blocks: [paragraph] },
      ],
      english,
    ),
  ).toEqual([
    { kind: 'list', start: 1, items: [[set]] },
    { kind: 'quote', blocks: [set] },
  ]);
});

test('a theme can disable each replacement', () => {
  const none = createTypesetter('en', { quotes: false, dashes: false, spaces: false });
  const typed = '"a"  --  No. 5';
  expect(typesetLine(typed, none)).toBe(typed);
});
