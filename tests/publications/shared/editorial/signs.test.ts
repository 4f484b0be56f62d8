import { describe, expect, test } from '@jest/globals';
import { readYaml } from '../../../../src/source/read-yaml.ts';
import { issueOf, marked, review } from '../../../helpers/review-issue.ts';
import { marksOf } from '../../../helpers/review-text.ts';

/** An article's texts, or a body alone. */
type Texts = string | Readonly<Record<string, string>>;

function yamlOf(texts: Texts, language: string): string {
  const topic = language === 'ru' ? 'о беседах' : 'lessons';
  const article = typeof texts === 'string' ? { body: texts } : texts;
  return `language: ${language}\n${issueOf(article).replace('[lessons]', `[${topic}]`)}`;
}

/** Codes and marked texts of the problems in one article. */
function found(texts: Texts, language = 'en'): string[] {
  const yaml = yamlOf(texts, language);
  return marked(yaml, review(yaml));
}

/** The body after the first edit of its only problem. */
function fixed(body: string, language = 'en'): { body: string; isSure: boolean } {
  const yaml = yamlOf(body, language);
  const [problem] = review(yaml);
  const [edit] = problem?.edits ?? [];
  const lines = yaml.split('\n');
  // The last change comes first, so that the columns of the others stay.
  const changes = [...(edit?.changes ?? [])].sort(
    (a, b) =>
      b.range.start.line - a.range.start.line || b.range.start.column - a.range.start.column,
  );
  for (const { range, newText } of changes) {
    const line = lines[range.start.line - 1] ?? '';
    lines[range.start.line - 1] =
      line.slice(0, range.start.column - 1) + newText + line.slice(range.end.column - 1);
  }
  const { value } = readYaml(lines.join('\n'), '/desk/issue.yaml').document;
  const issue = value as { sections: [{ articles: [{ body: string }] }] };
  return { body: issue.sections[0].articles[0].body, isSure: edit?.isSure ?? false };
}

describe('signs that stand in pairs', () => {
  test.each([
    ['He said “stop and left.', 'quote-open: “'],
    ['He said "stop and left.', 'quote-open: "'],
    ['He said «stop and left.', 'quote-open: «'],
    ['First “closed” and “open.', 'quote-open: “'],
    ['They call it “the ‘light trade” here.', 'quote-open: ‘'],
    ['One closes” only.', 'quote-unopened: ”'],
    ['One closes» only.', 'quote-unopened: »'],
    ['They watched “Zakladka» in Osh.', 'quote-mixed: “Zakladka»'],
    ['They watched “Zakladka" in Osh.', 'quote-mixed: “Zakladka"'],
    ['They watched ‘Zakladka” in Osh.', 'quote-mixed: ‘Zakladka”'],
    ['They watched "Zakladka” in Osh.', 'quote-mixed: "Zakladka”'],
    ['They watched ”Zakladka” in Osh.', 'quote-mixed: ”'],
    ['“We call ‘trade” a crime,” he said.', 'quote-mixed: ‘trade”'],
    ['They watched «Zakladka» in Osh.', 'quote-foreign: «Zakladka»'],
    ['They watched „Zakladka“ in Osh.', 'quote-foreign: „Zakladka“'],
    ['They watched „Zakladka” in Osh.', 'quote-foreign: „Zakladka”'],
    ['The university (KazNMU has a hall.', 'bracket-unpaired: ('],
    ['The university KazNMU) has a hall.', 'bracket-unpaired: )'],
    ['The university (KazNMU] has a hall.', 'bracket-unpaired: (KazNMU]'],
    ['The university [KazNMU has a hall.', 'bracket-unpaired: ['],
    ['The university (KazNMU (Almaty) has a hall.', 'bracket-unpaired: ('],
  ])('%j', (body, mark) => {
    expect(found(body)).toEqual([mark]);
  });

  test.each([
    ['Они смотрели “Закладку” в Оше.', 'quote-foreign: “Закладку”'],
    ['Они смотрели «Закладку" в Оше.', 'quote-mixed: «Закладку"'],
    ['Они смотрели «Закладку в Оше.', 'quote-open: «'],
    ['Статья (часть 2 закона говорит о сроке.', 'bracket-unpaired: ('],
  ])('%j', (body, mark) => {
    expect(found(body, 'ru')).toEqual([mark]);
  });

  test.each([
    'A “quote”, a "third" and ‘one’ more.',
    'A “quote of ‘another’ one” and so on.',
    'The pupils’ work, and it’s theirs. The ’90s.',
    'A pipe of 5" and a "quote".',
    'A "quote of 5" and so on.',
    '("bracketed") and *"slanted"*',
    'There are: 1) songs; 2) games; a) a quiz; b) a race.',
    'See the [law (part 2)](https://example.com/a_(b)) of 2024.',
    'One (and another [of them]) went.',
    'He smiled :) and left ;-) at once.',
    '“The first.\n\n“The second.”',
    '- We talked about joint work,” said the head.',
    '- We talked.\n\nThere was pain,” said the head.',
    'The Oʻzbekiston and O‘zbekiston papers.',
  ])('not in %j', (body) => {
    expect(found(body)).toEqual([]);
  });

  test.each(['Фильм «Песня „Закладка“» и "другой".', 'Книга «Закон: 1) права; 2) срок» вышла.'])(
    'not in %j',
    (body) => {
      expect(found(body, 'ru')).toEqual([]);
    },
  );

  test('a quotation that is not closed is one problem, also if a later paragraph closes it', () => {
    expect(found('“The first.\n\nThe second.”')).toEqual(['quote-open: “']);
  });

  test.each([
    ['They saw “Songs" in Osh.', 'They saw “Songs” in Osh.', true],
    ['They saw ”Songs” in Osh.', 'They saw “Songs” in Osh.', true],
    ['They saw «Songs» in Osh.', 'They saw “Songs” in Osh.', true],
    ['They saw ‘Songs” in Osh.', 'They saw ‘Songs’ in Osh.', false],
    ['They saw it (twice] in Osh.', 'They saw it (twice) in Osh.', false],
  ])('%j becomes %j', (body, meant, isSure) => {
    expect(fixed(body)).toEqual({ body: meant, isSure });
  });
});

describe('dashes and hyphens', () => {
  test.each([
    ['One thing -- the law.', 'dash-double: --'],
    ['One thing--the law.', 'dash-double: --'],
    ['One thing– the law.', 'dash-space: –'],
    ['One thing —the law.', 'dash-space: —'],
    ['Three anti- drug talks.', 'hyphen-space: anti- drug'],
    ['The same passen- gers came.', 'hyphen-space: passen- gers'],
    ['Three anti -drug talks.', 'hyphen-space: anti -drug'],
    ['One – two. Three – four. Five — six.', 'dash-mixed: —'],
    ['One – two. Three – four. Five - six.', 'dash-mixed: -'],
    ['One – two. Three - four.', 'dash-mixed: -'],
    ['The plan for 2021–2023 and 2024-2025.', 'range-mixed: -'],
    ['Grades 5–6, 7–8 and 9-11.', 'range-mixed: -'],
  ])('%j', (body, mark) => {
    expect(found(body)).toEqual([mark]);
  });

  test.each([
    'One – two. Three – four. Five–six.',
    'One — two.',
    'One - two. Three - four.',
    'The anti-drug and -crime plan. Pre- and post-natal care; short- or long-term aid.',
    '- One said.\n\n– Another said.',
    'Article 297-1 and the years 2021–2023.',
    'Call 8-800-250, page 12-7, in 1-2-3 steps.',
    'A -5 degree day, and the years 2023– .',
    'A | B\n--|--\n1 | 2',
    'The Almaty–Osh road. Ten minus three -- 7?'.replace(' -- 7?', ' is 7.'),
  ])('not in %j', (body) => {
    expect(found(body)).toEqual([]);
  });

  test.each([
    'Спорт - это жизнь. Песня – тоже.',
    'В 2021-2023 и 2024–2025 годах.',
    'Двух- или трёхдневный.',
  ])('not in %j, which is printed with one dash', (body) => {
    expect(found(body, 'ru')).toEqual([]);
  });

  test.each([
    ['One thing -- the law.', 'One thing – the law.', true],
    ['One thing– the law.', 'One thing – the law.', false],
    ['Three anti- drug talks.', 'Three anti-drug talks.', false],
    ['The years 2021–2023 and 2024-2025.', 'The years 2021–2023 and 2024–2025.', false],
  ])('%j becomes %j', (body, meant, isSure) => {
    expect(fixed(body)).toEqual({ body: meant, isSure });
  });
});

describe('spaces at slashes, and between numbers and words', () => {
  test.each([
    ['It is open day/ night.', 'space-before:  '],
    ['It is open day /night.', 'space-before:  '],
    ['Police found 12kilograms of it.', 'space-after: '],
    ['Изъято 12килограммов гашиша.', 'space-after: '],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([mark]);
  });

  test.each([
    'Parents and/or teachers came by 15th November.',
    'It has a 4G network, and runs 12 km/h.',
    'The COVID19 test of 2-bromopentane was made.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('single signs', () => {
  const curly = Array.from({ length: 25 }, (_, index) => `One’s ${index}.`).join(' ');

  test.each([
    ['The country`s law.', 'apostrophe-sign: `'],
    ['The country´s law.', 'apostrophe-sign: ´'],
    ['They met in school №27.', 'number-sign: №'],
    ['They met in school № 27.', 'number-sign: № '],
    ['They met in school No.27.', 'number-sign: No.'],
    ['They seized 260kg of it.', 'unit-space: 260kg'],
    ['They seized 2.5ml of it.', 'unit-space: 2.5ml'],
    [`${curly} The country's law.`, "straight-mark: '"],
  ])('%j', (body, mark) => {
    expect(found(body)).toEqual([mark]);
  });

  test.each([
    "The country's law, and one’s own.",
    'School No. 27 and the №-sign.',
    'They seized 260 kg of 25I-NBOMe on the 5km-long road.',
  ])('not in %j', (body) => {
    expect(found(body)).toEqual([]);
  });

  test('of Russian', () => {
    expect(found('Школа No 5.', 'ru')).toEqual(['number-sign: No ']);
    expect(found('Изъяли 260кг.', 'ru')).toEqual(['unit-space: 260кг']);
    expect(found('Школа № 5, изъяли 260 кг.', 'ru')).toEqual([]);
  });

  test.each([
    ['School №27 met.', 'School No. 27 met.'],
    ['They seized 260kg.', 'They seized 260 kg.'],
    ['The country`s law.', 'The country’s law.'],
  ])('%j becomes %j', (body, meant) => {
    expect(fixed(body)).toEqual({ body: meant, isSure: true });
  });
});

describe('letters', () => {
  test.each([
    ['They met. youth is at risk.', 'capital-missing: youth'],
    ['They saw it. the end came.', 'capital-missing: the'],
    ['students met the police.', 'capital-missing: students'],
    ['One.\n\n“we met,” he said.', 'capital-missing: we'],
    ['They remember them better The police came later.', 'stop-missing: The'],
    ['They saw it there This was good for all.', 'stop-missing: This'],
    ['THe police met.', 'capitals-two: THe'],
    ['POlice met. The police left.', 'capitals-two: POlice'],
    ['He said: PARENTS MUST TALK TO CHILDREN now.', 'capitals-run: PARENTS MUST TALK TO CHILDREN'],
    ['In force since l January.', 'letter-for-digit: l'],
    ['In force since 1O January.', 'letter-for-digit: 1O'],
    ['The lV Forum met.', 'letter-for-digit: lV'],
    ['In 2O24 they met.', 'letter-for-digit: 2O24'],
    ['The countryâ€™s law.', 'encoding-broken: â€™'],
    ['They metÂ\u00a0there.', 'encoding-broken: Â\u00a0'],
    ['The Prosecutor\ufffds Office met them.', 'encoding-broken: \ufffd'],
    ['The main office (ГУНК) came.', 'language-other: ГУНК'],
    ['The police и pupils met.', 'language-other: и'],
    ['They met. Встреча прошла с пользой.', 'language-other: Встреча прошла с пользой'],
    ['They met in the oʻquv hall.', 'language-other: oʻquv'],
  ])('%j', (body, mark) => {
    expect(found(body)).toEqual([mark]);
  });

  test.each([
    'It is no. 5, approx. ten, i.e. many, at 5 p.m. on Monday, etc. and so on.',
    'The paper The Times wrote. The film “In The Hall” is here. They met in The Hague.',
    'They named:\n\nthe first;\n\nthe second.',
    '* one\n* two',
    'e-mail is old. iPhone is not. Its site is mvd.gov.kg.',
    'The MPs, NGOs and UNODC, OSCE, CARICC, CSTO met PhD students of VKontakte in Ulʹyanovsk.',
    'The III Forum and the XIV Congress in 2024.',
    'They watched “Закладка” and *Здоровье*.',
    'The papers of Oʻzbekiston.',
    'The café met Zürich and São Paulo.',
  ])('not in %j', (body) => {
    expect(found(body)).toEqual([]);
  });

  test.each([
    ['Встреча прошла. студенты ушли.', 'capital-missing: студенты'],
    ['Дети спели песни Затем полиция рассказала о законе.', 'stop-missing: Затем'],
    ['ВСтреча прошла. Эта встреча была первой.', 'capitals-two: ВСтреча'],
    ['Встреча прошла. The meeting was very useful.', 'language-other: The meeting was very useful'],
    ['В 2О24 году.', 'letter-for-digit: 2О24'],
  ])('%j', (body, mark) => {
    expect(found(body, 'ru')).toEqual([mark]);
  });

  test.each([
    'В 2024 г. прошли беседы. На ул. Абая, д. 5, и т. д. и т. п.',
    'Изъяли 5 тыс. таблеток на 3 млн. тенге.',
    'UNODC и Bank of Asia в Telegram и WhatsApp сообщили об α-PVP (MDMA).',
    'Вышла песня «Say no to drugs». Сайт www.caricc.org.',
    'ЦАРИКЦ, ЮНОДК и СМИ; МВДшник.',
  ])('not in %j', (body) => {
    expect(found(body, 'ru')).toEqual([]);
  });

  test('in a lead, a caption and a description', () => {
    expect(found({ lead: 'the police met.' })).toEqual(['capital-missing: the']);
    expect(found({ title: 'the police met' })).toEqual([]);
    expect(found({ lead: 'встреча прошла.' }, 'ru')).toEqual(['capital-missing: встреча']);
  });
});
