import { describe, expect, test } from '@jest/globals';
import { findAvoidedWords } from '../../../../src/publications/shared/editorial/avoided-words.ts';
import { createPassage } from '../../../../src/publications/shared/editorial/passages.ts';
import { proofingOf } from '../../../helpers/proofread.ts';
import { marksOf, type SampleTexts } from '../../../helpers/review-text.ts';

describe('telephone numbers of persons', () => {
  test.each([
    ['An officer (mob. +7 701 555 12 34) spoke.', '+7 701 555 12 34'],
    ['The director, Oleg Fedorenko (8-707-555-48-12), spoke.', '8-707-555-48-12'],
    ['Call Aigerim on +996 555 12 34 56.', '+996 555 12 34 56'],
    ['His number is +998 90 123 45 67.', '+998 90 123 45 67'],
    ['Ask Rustam, +992 93 555 1234.', '+992 93 555 1234'],
    ['Her home number is (727) 259-99-90.', '(727) 259-99-90'],
    ['Офицер (моб. +7 701 555 12 34) выступил.', '+7 701 555 12 34'],
    ['Директор школы Олег Федоренко (8-707-555-48-12) выступил.', '8-707-555-48-12'],
    ['Звоните Рустаму: +992 93 555 1234.', '+992 93 555 1234'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`private-telephone: ${mark}`]);
  });

  test.each([
    'The helpline is +7 701 555 12 34.',
    'Anonymous calls: 8 800 080 77 77.',
    'The centre has the number +7 (727) 259-99-90.',
    'The hotline works round the clock. Its number is +996 555 12 34 56.',
    'The press service of the police can be reached on +7 777 123 45 67.',
    'Телефон доверия: +7 701 555 12 34.',
    'Горячая линия полиции – 8 800 080 77 77.',
    'Приёмная управления: +7 (727) 259-99-90.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('e-mail addresses of persons', () => {
  test.each([
    ['The librarian (irina.smirnova75@mail.ru) spoke.', 'irina.smirnova75@mail.ru'],
    ['Write to akhmetov@gmail.com for it.', 'akhmetov@gmail.com'],
    ['Пишите на petrov_a@yandex.ru до пятницы.', 'petrov_a@yandex.ru'],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([`private-email: ${mark}`]);
  });

  test.each([
    'Write to info@caricc.org or press@mvd.kg.',
    'Works are sent to contest.office@mail.ru by Friday.',
    'The press service, narkopost@mail.ru, answers.',
    'Работы принимают на konkurs@mvd.gov.kg.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('minors with their names', () => {
  test.each<[SampleTexts | string, string]>([
    ['They detained 15-year-old Artyom Kuznetsov.', '15-year-old Artyom Kuznetsov'],
    ['Among them was Daniyar Seitov, 16.', 'Daniyar Seitov, 16'],
    ['Aruzhan Bekova (13), who stands, asked.', 'Aruzhan Bekova (13)'],
    ['Daniyar Seitov, aged 17, was there.', 'Daniyar Seitov, aged 17'],
    ['A courier was Daniyar Seitov, a 16-year-old from Osh.', 'Daniyar Seitov, a 16-year-old'],
    ['A 16-year-old volunteer, Timur Aliev, spoke.', '16-year-old volunteer, Timur Aliev'],
    ['Daniyar Seitov, who is 14, works.', 'Daniyar Seitov, who is 14'],
    [
      'They detained a 17-year-old student Artyom Kuznetsov.',
      '17-year-old student Artyom Kuznetsov',
    ],
    [{ photo: 'x', body: 'Aliya Umarova, 9, won.' }, 'Aliya Umarova, 9'],
    ['Задержан 15-летний Артём Кузнецов.', '15-летний Артём Кузнецов'],
    ['Среди них Данияр Сеитов, 16 лет.', 'Данияр Сеитов, 16 лет'],
    ['Вопрос задала Аружан Бекова (13).', 'Аружан Бекова (13)'],
    ['Победила 14-летняя ученица Анна Петрова.', '14-летняя ученица Анна Петрова'],
  ])('%j', (texts, mark) => {
    expect(marksOf(texts)).toEqual([`minor-named: ${mark}`]);
  });

  test.each([
    'They detained a boy of 15 and 25-year-old Artyom Kuznetsov.',
    'Daniyar Seitov, 46, is the head.',
    'Dana Kim (15.4 s) won; Aliya Serikova (15:42) was second.',
    'Marat Ospanov (13 votes) was elected, Dina Omarova (11) is his deputy.',
    'The best scorers were Dana Kim (14), Marat Ospanov (12) and Aliya Serikova (13).',
    'Первой была Джерен Овезова (13,4 с).',
    'Шайбы забросили Денис Ковалёв (17) и Олег Ким (11).',
    'They came from North Kazakhstan, 15, and Osh.',
    'The 10-year-old Drug Control Agency celebrated.',
    'He lives in Abay Street, 12.',
    'Secondary School (12) and Palace of Culture (5) are near.',
    'A 15-year-old was detained in Almaty.',
    'The team of Police College, 12 boys, won.',
    'Задержан 15-летний подросток.',
    '16-летие колледжа отметили в Оше.',
    'Это Абайский район, 12 школ.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('documents and private addresses', () => {
  test.each([
    ['The man (IIN 850101300123) was detained.', 'identity-number: IIN 850101300123'],
    ['His passport No. N12345678 was seized.', 'identity-number: passport No. N12345678'],
    ['Задержан мужчина (ИИН 850101300123).', 'identity-number: ИИН 850101300123'],
    [
      'Maxim Zakharov (14 Lenin Street, flat 32) was asked.',
      'home-address: 14 Lenin Street, flat 32',
    ],
    [
      'He lives at Abay Avenue 10, apartment 5, in Osh.',
      'home-address: Abay Avenue 10, apartment 5',
    ],
    ['Он живёт: ул. Абая, д. 10, кв. 5.', 'home-address: ул. Абая, д. 10, кв. 5'],
    [
      'Он живёт на улице Ленина, дом 14, квартира 32.',
      'home-address: улице Ленина, дом 14, квартира 32',
    ],
  ])('%s', (body, mark) => {
    expect(marksOf(body)).toEqual([mark]);
  });

  test.each([
    'The centre is at 14 Lenin Street, office 32.',
    'Passports of 12 people were checked.',
    'A flat of 32 square metres was searched.',
    'Центр находится: ул. Абая, д. 10, каб. 5.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('words to avoid', () => {
  const avoidedIn = async (body: string) => {
    const language = /\p{Script=Cyrillic}{4}/u.test(body) ? 'ru' : 'en';
    const { vocabulary } = await proofingOf(language);
    const found = findAvoidedWords([createPassage('body', body, ['body'])], vocabulary.avoid);
    return found.map(({ piece }) => piece && body.slice(piece.from, piece.to));
  };

  test.each([
    ['The film is about junkies.', 'junkies'],
    ['It tells how Drug Addicts live.', 'Drug Addicts'],
    ['He is an addict.', 'addict'],
    ['They help narcomaniacs.', 'narcomaniacs'],
    ['Handicapped athletes met.', 'Handicapped'],
    ['They protect people from AIDS carriers.', 'AIDS carriers'],
    ['It is spread by dirty needles.', 'dirty needles'],
    ['Фильм о жизни наркоманов.', 'наркоманов'],
    ['Он наркоман.', 'наркоман'],
    ['Это больные СПИДом.', 'больные СПИДом'],
  ])('%s', async (body, mark) => {
    expect(await avoidedIn(body)).toEqual([mark]);
  });

  test.each([
    'Drug addiction is treated; addictive substances are not sold.',
    'The word “addict” was avoided; Alcoholics Anonymous met.',
    'Показали фильм «Я – алкоголик» и слово «наркоман» обсудили.',
    'They sell junk food and non-alcoholic drinks.',
    'Профилактика наркомании и алкоголизма.',
    'Незаконный и нелегальный оборот.',
  ])('not in %s', async (body) => {
    expect(await avoidedIn(body)).toEqual([]);
  });
});
