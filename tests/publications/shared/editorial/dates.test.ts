import { describe, expect, test } from '@jest/globals';
import { marksOf } from '../../../helpers/review-text.ts';

const JANUARY = '{ from: 2025-01-01, to: 2025-01-15 }';

/** Marks of a body in an issue of November 2024, or of January 2025. */
function inNovember(body: string): string[] {
  return marksOf(body);
}

function inJanuary(body: string): string[] {
  return marksOf({ body, period: JANUARY });
}

describe('dates that no calendar has', () => {
  test.each([
    ['They met on 31 November.', '31 November'],
    ['They met on 30 February.', '30 February'],
    ['They met on 29 February 2025.', '29 February 2025'],
    ['They met on 31st of April.', '31st of April'],
    ['They met on the 32 December 2024.', '32 December 2024'],
    ['On November 31, 2024, they met.', 'November 31, 2024'],
    ['It lasted from 29 to 31 June.', '29 to 31 June'],
    ['It was held on 30-31 November 2024 in Osh.', '30-31 November 2024'],
    ['It was held on 31.11.2024 in Osh.', '31.11.2024'],
    ['It was held on 12.13.2024 in Osh.', '12.13.2024'],
    ['The file is of 2024-11-31.', '2024-11-31'],
    ['The contest ends on 0 December.', '0 December'],
    ['Встреча прошла 31 ноября.', '31 ноября'],
    ['Встреча прошла 30 февраля 2024 года.', '30 февраля 2024 года'],
    ['Встреча прошла 29 февраля 2025 г. в Оше.', '29 февраля 2025 г.'],
    ['Акция продлится с 29 по 31 июня.', '29 по 31 июня'],
  ])('%s', (body, mark) => {
    expect(inNovember(body)).toEqual([`date-impossible: ${mark}`]);
  });

  test.each([
    'They met on 30 November.',
    'The rule is of 29 February 2024.',
    'Every four years there is a 29 February.',
    'In November 31 people were detained.',
    'In May 42 schools took part.',
    'Article 31 May be changed.',
    'The march of 45 marched on.',
    'Version 31.11 was installed.',
    'Grade 9 to 31 pupils each.',
    'В ноябре 31 человек был задержан.',
    'Школа № 31 марта не закрывалась.',
  ])('not in %s', (body) => {
    expect(inNovember(body)).toEqual([]);
  });
});

describe('weekdays of another date', () => {
  test.each([
    [
      'On Wednesday, 20 November 2024, and on Monday, 19 November, they met.',
      'Monday, 19 November',
    ],
    ['They will meet on Friday 30 November 2024.', 'Friday 30 November 2024'],
    ['They met on 18 November 2024 (Tuesday).', '18 November 2024 (Tuesday'],
    ['They met on 18 November 2024, a Sunday, in Osh.', '18 November 2024, a Sunday'],
    [
      'They met on Thursday, the 21st of November and on Thursday, the 22nd of November.',
      'Thursday, the 22nd of November',
    ],
    ['On Tuesday, November 18, 2024, they met.', 'Tuesday, November 18, 2024'],
    ['В пятницу, 21 ноября, прошла встреча.', 'пятницу, 21 ноября'],
    ['Встреча прошла 18 ноября 2024 года (вторник).', '18 ноября 2024 года (вторник'],
    ['Встреча прошла 18 ноября, во вторник, в Оше.', '18 ноября, во вторник'],
  ])('%s', (body, mark) => {
    expect(inNovember(body)).toEqual([`weekday-wrong: ${mark}`]);
  });

  test('takes the year from the period', () => {
    expect(inJanuary('They met on Friday, 10 January.')).toEqual([]);
    expect(inJanuary('They met on Friday, 27 December.')).toEqual([]);
    expect(inJanuary('They met on Friday, 28 December.')).toEqual([
      'weekday-wrong: Friday, 28 December',
    ]);
  });

  test.each([
    'They met on Monday, 18 November 2024.',
    'They met on 18 November. Tuesday was a holiday.',
    'They met on 18 November, on Tuesday the delegates left.',
    'The talks of Monday to Friday began on 18 November.',
    'В понедельник, 18 ноября 2024 года, прошла встреча.',
    'Встреча прошла 18 ноября (понедельник).',
    'Встреча прошла в понедельник 18 ноября.',
  ])('not in %s', (body) => {
    expect(inNovember(body)).toEqual([]);
  });
});

describe('years that are mistyped', () => {
  test.each([
    ['The quiz was held on 13 January 2024.', 'date-year: 13 January 2024'],
    ['On 9 January 2024 police in Osh found a laboratory.', 'date-year: 9 January 2024'],
    ['The works are accepted until the evening of 14 January 2024.', undefined],
    ['The forum opened on 10 January 2052.', 'date-year: 10 January 2052'],
    ['The men were detained on 12 January 2026.', 'date-year: 12 January 2026'],
    ['The meeting of 29 December 2023 was attended by parents.', 'date-year: 29 December 2023'],
    ['Викторина прошла 13 января 2024 года.', 'date-year: 13 января 2024 года'],
    ['The law has been in force since 1 January 2024.', undefined],
    ['The agreement was signed on 12 January 2024.', undefined],
    ['As of 10 January 2024 there were 20.', undefined],
    ['A year ago, on 13 January 2024, the club was opened.', undefined],
    ['The contest of 2024 ended.', undefined],
    ['The quiz was held on 13 January 2025.', undefined],
    ['The centre was founded on 10 January 1999.', undefined],
    ['Закон вступил в силу 10 января 2024 года.', undefined],
  ])('%s', (body, mark) => {
    expect(inJanuary(body)).toEqual(mark === undefined ? [] : [mark]);
  });

  test.each([
    ['It was formed in 2202.', '2202'],
    ['The number fell by a half since 2204, they said.', '2204'],
    ['They met under Operation Clean Generation 2042.', '2042'],
    ['In 2502 the number was lower.', '2502'],
    ['Область образована в 2202 году.', '2202'],
    ['По итогам 2042 года показатель вырос.', '2042'],
    ['It doubled between 2019 and 2042, experts said.', '2042'],
  ])('%s', (body, mark) => {
    expect(inNovember(body)).toEqual([`year-improbable: ${mark}`]);
  });

  test.each([
    'The strategy runs to 2040, the concept to 2050.',
    'Some 2202 people came.',
    'In 2202 schools there were lessons.',
    'Kazakhstan will be neutral by 2060.',
    'Стратегия рассчитана до 2050 года.',
    'Охвачено 2202 школьника.',
  ])('not in %s', (body) => {
    expect(inNovember(body)).toEqual([]);
  });
});

describe('events far outside the period', () => {
  test.each([
    ['A meeting was held on 18 May 2024 in Dushanbe.', '18 May 2024'],
    ['The seminar took place on 3 August.', '3 August'],
    ['On 12 March 2022 police officers visited a school.', '12 March 2022'],
    ['The forum opened on 20 January 2025 in Osh.', '20 January 2025'],
    ['Семинар состоялся 3 августа в Оше.', '3 августа'],
    ['12 марта 2022 года полицейские посетили школу.', '12 марта 2022 года'],
  ])('%s', (body, mark) => {
    expect(inNovember(body)).toEqual([`event-outside: ${mark}`]);
  });

  test.each([
    'The law was adopted on 18 May 2020.',
    'The forum will be held on 20 March 2025.',
    'The agency was founded on 1 June 1999.',
    'The first congress was held on Monday, 26 June 1989, the last one in March.',
    'The Minsk agreement was signed on 4 July 2016.',
    'The seminar was held on 20 November. The first one took place on 3 August.',
    'Parents met on 15 October.',
    'The man was born on 3 August 1990.',
    'Закон принят 18 мая 2020 года.',
    'Форум будет проведён 20 марта 2025 года.',
  ])('not in %s', (body) => {
    expect(inNovember(body)).toEqual([]);
  });
});

describe('dates with slashes', () => {
  test.each([
    ['He spoke on 11/15/2024.', '11/15/2024'],
    ['He spoke on 15/11/2024.', '15/11/2024'],
    ['He spoke on 11/12/2024.', '11/12/2024'],
    ['Он выступил 15/11/2024.', '15/11/2024'],
  ])('%s', (body, mark) => {
    expect(inNovember(body)).toEqual([`date-slashes: ${mark}`]);
  });

  test('not in fractions and file numbers', () => {
    expect(inNovember('The order 11/15 and the file 4/5/24-12 were read.')).toEqual([]);
  });
});

describe('spans that run backwards', () => {
  test.each([
    ['It is open on 28-27 November 2024.', '28-27 November'],
    ['It is open from 28 to 27 November.', '28 to 27 November'],
    ['It is open from 20 February to 10 January 2025.', '20 February to 10 January 2025'],
    ['It is open from 5 March 2025 to 10 March 2024.', '5 March 2025 to 10 March 2024'],
    ['It is open 28 November – 20 November.', '28 November – 20 November'],
    ['The plan for 2025–2023 was read.', '2025–2023'],
    ['The plan for 2032-2025 was read.', '2032-2025'],
    ['It covers the years 2024 to 2018.', '2024 to 2018'],
    ['The number doubled between 2024 and 2019.', '2024 and 2019'],
    ['It is open on 28 to 27 November.', '28 to 27 November'],
    ['The terms are 12 to 8 years.', '12 to 8 years'],
    ['The terms are 15-10 years.', '15-10 years'],
    ['They spoke to grades 11 to 9 in Osh.', '11 to 9'],
    ['Children aged 14–11 came.', '14–11'],
    ['It weighs 30-20 kg.', '30-20'],
    ['Конкурс пройдёт с 28 по 20 ноября.', '28 по 20 ноября'],
    ['План на 2025–2023 годы утверждён.', '2025–2023'],
    ['С 2024 по 2018 год их было много.', '2024 по 2018'],
    ['Наказание – от 12 до 8 лет.', '12 до 8'],
    ['Конкурс пройдёт с 20 февраля по 10 января 2025 года.', '20 февраля по 10 января 2025 года'],
  ])('%s', (body, mark) => {
    const [found = '', ...others] = inNovember(body);
    expect(others).toEqual([]);
    expect(mark).toContain(found.replace('span-reversed: ', ''));
    expect(found).toMatch(/^span-reversed: ./);
  });

  test.each([
    'It is open from 20 December to 10 January 2025.',
    'The school year runs from 1 September to 31 May 2025.',
    'It is open on 27-28 November and 30 November - 2 December.',
    'The number fell from 12 to 8 years.',
    'The term was cut from 12 to 8 years.',
    'They won by 12 to 8.',
    'The score was 5-3 and 2:1.',
    'Call 2501-2010 or 259-99-90.',
    'The room is 12 by 8 metres.',
    'Grades 9 to 11 and 5-7 came.',
    'Articles 297 and 296 were read on 28 and 27 November.',
    'The temperature was 10 to -5 degrees.',
    'In 2024 and 2023 there were more.',
    'Срок сокращён с 12 до 8 лет.',
    'С 20 декабря по 10 января 2025 года школа закрыта.',
    'Счёт – 5-3.',
  ])('not in %s', (body) => {
    expect(inNovember(body)).toEqual([]);
  });
});
