import { describe, expect, test } from '@jest/globals';
import { marksOf, type SampleTexts } from '../../../helpers/review-text.ts';

describe('shares of more than 100 per cent', () => {
  test.each([
    ['The talk was attended by 112% of the school.', '112%'],
    ['Of the pupils 103 per cent came.', '103 per cent'],
    ['Some 55 people, or 182 per cent, were younger.', '182 per cent'],
    ['The test was passed by 110 percent of the officers.', '110 percent'],
    ['Among the detainees, 130 % are men.', '130 %'],
    ['Young people make up 145.5% of them.', '145.5%'],
    ['На встречу пришли 112 % школьников.', '112 %'],
    ['Доля молодых составила 145 процентов.', '145 процентов'],
    ['Из них 103% – мужчины.', '103%'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`share-over-100: ${mark}`]);
  });

  test.each([
    'Seizures rose by 182 per cent.',
    'An increase of 250% was recorded.',
    'The plan was fulfilled, 112 per cent of the target.',
    'Prices are at 130% of last year’s level.',
    'The school is filled to 120% of its capacity.',
    'Exactly 100 per cent came.',
    'The change is +150% in a year.',
    'Attendance was 112% of last year’s, ticket sales 131%.',
    'Проценты по займу, 180 % годовых, были незаконны.',
    'Выпуск составил 103,4 % к уровню 2024 года.',
    'Some 112 percentage points lie between them, a growth.',
    'Объём изъятого вырос на 182 %.',
    'План выполнен на 112 процентов.',
    'Это 130 % к уровню прошлого года.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('parts that are greater than their whole', () => {
  test.each([
    ['Last year 67 people were held liable there, and 75 of them were young.', '75 of them'],
    ['Among them were 50 students (60 girls).', '50 students (60'],
    ['Of the 50 students, 60 were girls.', 'Of the 50 students, 60'],
    ['Out of 30 teachers 45 passed the test.', 'Out of 30 teachers 45'],
    ['Задержаны 12 студентов (15 девушек).', '12 студентов (15'],
    ['The police questioned 12 men, 15 of whom were detained.', '15 of whom'],
    ['It was attended by 220 pupils, 230 of whom asked.', '230 of whom'],
    ['Of the pupils, 75 out of 67 passed.', '75 out of 67'],
    ['The jury chose 30 of the 25 works.', '30 of the 25'],
    ['Задержаны 67 человек, из них 75 – молодые.', 'из них 75'],
    ['Опрошены 12 мужчин, 15 из которых задержаны.', '15 из которых'],
    ['Тест прошли 75 из 67 учеников.', '75 из 67'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`part-too-great: ${mark}`]);
  });

  test.each([
    'Last year 67 people were held liable, and 55 of them were young.',
    'In 5 regions couriers were detained, 75 of them with drugs.',
    'Within 3 days police found plants, 40 of them in pots.',
    'The 12 teams had 300 members, 75 of them women.',
    'In 2024 there were cases, 1,300 of them grave.',
    'Law No. 301 of 5 May 2009 was read.',
    'The law 297 of 2014 was read.',
    'Some 67 out of 75 passed.',
    'В 5 областях задержаны курьеры, 75 из них с наркотиками.',
    'Of 12 schools 300 took part. At 12 colleges, 150 women were asked.',
    'Приехали 12 человек из 5 районов.',
    'Тест прошли 67 из 75 учеников.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('ages and terms that cannot be', () => {
  test.each([
    ['It is for women aged 18 to 155.', 'age-impossible: aged 18 to 155'],
    ['The eldest is 167 years old.', 'age-impossible: eldest is 167'],
    ['All were younger than 255.', 'age-impossible: younger than 255'],
    ['A 166-year-old man was detained.', 'age-impossible: 166-year-old man'],
    ['A man aged 340 was detained.', 'age-impossible: aged 340'],
    ['Those under the age of 188 need consent.', 'age-impossible: under the age of 188'],
    ['Задержан 255-летний мужчина.', 'age-impossible: 255-летний мужчин'],
    ['Это жители в возрасте 188 лет.', 'age-impossible: в возрасте 188'],
    ['It took 3 years and 14 months.', 'months-over-year: 3 years and 14 months'],
    ['It took 1 year 12 months.', 'months-over-year: 1 year 12 months'],
    ['Срок – 3 года и 14 месяцев.', 'months-over-year: 3 года и 14 месяцев'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([mark]);
  });

  test.each([
    'The Kalyan Minaret (900 years old) and the oldest tree, which is 300 years old, are there.',
    'All were younger than 25.',
    'A 101-year-old man spoke.',
    'The 300-year-old tree and the 150-year-old library stand.',
    'It took 3 years and 10 months.',
    'It took 14 months.',
    'Those under 2,000 tenge are free.',
    'It is older than 1917.',
    'Школе исполнилось 150 лет, это 150-летие.',
    'Срок – 3 года и 4 месяца.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('counts of lists', () => {
  test.each([
    ['There are four nominations:\n\n1. one;\n2. two;\n3. three.', 'four nominations'],
    ['He said that three topics had been given priority:\n\n* law;\n* health.', 'three topics'],
    ['The meeting dealt with two matters: law, health, sport.', 'two matters'],
    [
      'Officers came from nine other countries: Georgia, Iran and Kazakhstan.',
      'nine other countries',
    ],
    ['Six countries, Kazakhstan, Kyrgyzstan and Uzbekistan, sent officers.', 'Six countries'],
    ['The plan has 3 parts: how to prevent it; how to treat it.', '3 parts'],
    ['It has five stages:\n\n* a;\n* b;\n* c;\n* d.', 'five stages'],
    ['Experts of three cities (Almaty, Osh, Bishkek, Khujand) came.', 'three cities'],
    [
      'Основное внимание уделено четырём темам:\n\n1. закон;\n2. здоровье;\n3. спорт.',
      'четырём темам',
    ],
    ['Приехали представители девяти стран: Грузии, Ирана и Казахстана.', 'девяти стран'],
    ['Шесть стран – Казахстан, Кыргызстан и Узбекистан – направили делегации.', 'Шесть стран'],
    ['Конкурс проходит в двух номинациях: плакат, видео, рассказ.', 'двух номинациях'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`list-count: ${mark}`]);
  });

  test.each([
    'There are three nominations:\n\n1. one;\n2. two;\n3. three.',
    'There are two subjects:\n\n* law,\n  which is new;\n* health.',
    'They visited three regions and spoke about:\n\n* law;\n* health.',
    'Two of the five countries came: Georgia and Iran.',
    'Experts of five countries, including Georgia, Iran and Kazakhstan, came.',
    'Over three days they spoke of: law, health.',
    'He named three reasons: poverty, which is old, and despair.',
    'In the first two stages, Almaty, Osh and Bishkek won.',
    'Participants of three regions received prizes: a cup, a book, a bag, a pen.',
    'Five countries, Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan, came.',
    'Рассмотрены два вопроса: закон и здоровье.',
    'Посетили три района и рассказали о:\n\n* законе;\n* здоровье.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('totals of tables', () => {
  const table = (...rows: string[]) => `Text.\n\n${rows.map((row) => `| ${row} |`).join('\n')}`;

  test.each([
    [
      table(
        'City | 2023 | 2024',
        '---|---|---',
        'Osh | 12 | 10',
        'Naryn | 18 | 11',
        'Total | 30 | 31',
      ),
      '31',
    ],
    [
      table('City | Talks', '---|--:', 'Osh | 1,200', 'Naryn | 300', '**Total** | **1,400**'),
      '**1,400**',
    ],
    [
      table(
        'City | Men | Women | Total',
        '---|---|---|---',
        'Osh | 5 | 6 | 11',
        'Naryn | 7 | 1 | 9',
      ),
      '9',
    ],
    [table('Город | Беседы', '---|---', 'Ош | 12', 'Нарын | 18', 'Итого | 40'), '40'],
    [table('Город | кг', '---|---', 'Ош | 1,5', 'Нарын | 2,5', 'Всего | 5,0'), '5,0'],
  ])('%j', (body, mark) => {
    expect(marksOf(body)).toEqual([`table-total: ${mark}`]);
  });

  test.each([
    [table('City | Talks', '---|---', 'Osh | 12', 'Naryn | 18', 'Total | 30')],
    [table('City | Share', '---|---', 'Osh | 12%', 'Naryn | 18%', 'Total | 15%')],
    [
      table(
        'City | Talks',
        '---|---',
        'Osh | 12',
        'of which in schools | 5',
        'Naryn | 18',
        'Total | 30',
      ),
    ],
    [table('City | Talks', '---|---', 'Osh | 12', 'Naryn | no data', 'Total | 30')],
    [table('City | Weight', '---|---', 'Osh | 1.23', 'Naryn | 2.34', 'Total | 3.6')],
    [table('City | Talks', '---|---', 'Osh | 12', 'Naryn | 18', 'Talas | 30')],
  ])('not in %j', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('parts of a count', () => {
  test.each([
    ['Last year 67 people (12 women and 65 men) were detained.', '67 people (12 women and 65 men'],
    ['It was attended by 220 pupils: 130 girls and 80 boys.', '220 pupils: 130 girls and 80 boys'],
    [
      'In all 30 events (Kazakhstan - 9, Kyrgyzstan - 4, Russia - 11) were covered.',
      '30 events (Kazakhstan - 9, Kyrgyzstan - 4, Russia - 11)',
    ],
    ['Some 50 participants, 20 women and 25 men, came.', '50 participants, 20 women and 25 men'],
    ['Задержаны 67 человек (12 женщин и 65 мужчин).', '67 человек (12 женщин и 65 мужчин'],
    [
      'Охвачено 220 учащихся: 130 девочек и 80 мальчиков.',
      '220 учащихся: 130 девочек и 80 мальчиков',
    ],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`parts-sum: ${mark}`]);
  });

  test.each([
    'Last year 67 people (12 women and 55 men) were detained.',
    'In all 2 teams (5 girls and 5 boys) met.',
    'Some 40 people, including 12 women and 20 men of the police, came.',
    'They gave 12 lessons (3 hours and 20 minutes).',
    'Seized were 300 kg (200 kg of hashish and 50 kg of heroin).',
    'In all 13 events (Kazakhstan - 9, Kyrgyzstan - 4) were covered.',
    'Две команды, 2 пары (5 девочек и 5 мальчиков).',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('numbers as in another language', () => {
  test.each([
    ['Seizures rose 8,5 times.', 'decimal-mark: 8,5'],
    ['It cost 1,5 million tenge.', 'decimal-mark: 1,5'],
    ['Only 3,7% came.', 'decimal-mark: 3,7'],
    ['They burnt 12,75 kg of hashish.', 'decimal-mark: 12,75'],
    ['Объём вырос в 8.5 раза.', 'decimal-mark: 8.5'],
    ['Изъято 12.75 кг гашиша.', 'decimal-mark: 12.75'],
    ['Выделено 2.5 млн тенге.', 'decimal-mark: 2.5'],
    ['The lectures reached 12.500 pupils.', 'thousands-mark: 12.500'],
    ['They burnt 1.300 kg of narcotics.', 'thousands-mark: 1.300'],
    ['Охвачено 12.500 школьников.', 'thousands-mark: 12.500'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([mark]);
  });

  test.each([
    'Seizures rose 8.5 times, by 1,300 kg and 12,500 pupils.',
    'Grades 5,6 and 7 came.',
    'They burnt 1.325 kg of hashish.',
    'They met at 10.30 and version 2.0 was read.',
    'Встреча началась в 10.30 часов 16.11.2024.',
    'По пункту 5.2 и статье 3.1 изъято 8,5 кг.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('figures that differ within an article', () => {
  const article = (texts: SampleTexts) => marksOf(texts);

  test.each<[SampleTexts, string]>([
    [
      { title: 'Posters at 24 bus stops', body: 'They hang at 42 bus stops.', caption: 'x' },
      '42 bus',
    ],
    [{ title: 'Seminars reach 410 pupils', body: 'In all, 401 pupils came.' }, '401 pupils'],
    [
      {
        lead: 'More than 5000 athletes came to the city.',
        body: 'It was attended by 500 competitors of all ages and regions of the country.',
      },
      '5000 athletes',
    ],
    [
      { title: 'Police seize 63 kg of heroin', body: 'The men had 36 kg of heroin with them.' },
      '36 kg',
    ],
    [{ title: 'Posters at 47 bus stops', body: 'They hang at 42 bus stops.' }, '42 bus'],
    [{ title: 'Семинары охватили 410 школьников', body: 'Охвачен 401 школьник.' }, '401 школьник'],
  ])('%j', (texts, mark) => {
    expect(article(texts)).toEqual([`figures-differ: ${mark}`]);
  });

  test.each<[SampleTexts]>([
    [{ title: 'Posters at 42 bus stops', body: 'They hang at 42 bus stops and 24 kiosks.' }],
    [{ title: 'Over 420 pupils heard it', body: 'It was heard by 423 pupils.' }],
    [
      {
        title: 'A talk for 410 pupils',
        body: 'There were 220 pupils of one school and 190 pupils of another.',
      },
    ],
    [
      {
        title: 'Forty lessons in 40 schools',
        body: 'Lessons were given in forty schools by 14 officers.',
      },
    ],
    [{ title: 'Clean Generation 2024', body: 'It follows the one of 2042 days ago.' }],
  ])('not in %j', (texts) => {
    expect(article(texts)).toEqual([]);
  });

  test('the title is wrong if a third text agrees with the body', () => {
    const texts = {
      title: 'Posters at 24 bus stops',
      lead: 'There are now posters at 42 bus stops.',
    };
    expect(
      article({ ...texts, body: 'They hang at 42 bus stops of the city, and more will follow.' }),
    ).toEqual(['figures-differ: 24 bus']);
  });
});

describe('times of day', () => {
  test.each([
    ['The lines work from 9:00 to 25:00.', '25:00'],
    ['The lesson began at 10:65.', '10:65'],
    ['Урок начался в 25:30.', '25:30'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`time-impossible: ${mark}`]);
  });

  test.each(['The lesson began at 24:00.', 'The team won 30:25.', 'Урок прошёл с 9:00 до 17:30.'])(
    'not in %s',
    (body) => {
      expect(marksOf(body)).toEqual([]);
    },
  );
});
