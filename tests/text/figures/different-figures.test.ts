import { describe, expect, test } from '@jest/globals';
import { compare } from './compare-pair.ts';

// Sentences that do not state the same: what only the English one has, then what only the Russian
// one has, each as the warning quotes it.

const DIFFERENT: Record<string, string> = {
  numbers: `
Police seized 423 kg. | Полиция изъяла 424 кг. | 423 kg | 424 кг
Police seized 423 kg. | Полиция изъяла 423 г. | 423 kg | 423 г
Police seized 423 kg of drugs. | Полиция изъяла наркотики. | 423 kg |
Police seized drugs. | Полиция изъяла 423 кг наркотиков. | | 423 кг
Some 410 pupils came. | Пришли около 401 ученика. | 410 | 401
1,204 homes | 1 240 домов | 1,204 | 1 240
1,204 homes | 1,204 дома | 1,204 | 1,204
1,204 homes | 1.2 тыс. домов | 1,204 | 1.2 тыс
School No. 27 | Школа № 72 | 27 | 72
12345678901234567890 | 12345678901234567891 | 12345678901234567890 | 12345678901234567891
16 criminal groups, 74 people | 16 преступных групп, 47 человек | 74 | 47
There were 5 of them, then 6 | Их было 5, потом 5 | 6 |
5 and 7 | 7 | 5 |`,
  decimals: `
8.5 percent | 8,6 % | 8.5 percent | 8,6 %
8.5 percent | 85 % | 8.5 percent | 85 %
8.5 percent | 8,5 раза | 8.5 percent | 8,5 раза
rose 8.5 times | вырос на 8,5 % | 8.5 times | 8,5 %
0.25 g | 0,25 кг | 0.25 g | 0,25 кг
1,204.5 g | 1 204,6 г | 1,204.5 g | 1 204,6 г`,
  words: `
200 people came. | Пришли триста человек. | 200 |
Two hundred people came. | Пришли 300 человек. | | 300
Both were held. | Задержаны 3 человека. | | 3
21 people | двадцать человек | 21 |
2 couriers | трое курьеров | 2 |
A dozen | 13 | | 13
25 years | двадцатилетний | 25 years |
500 g | полтора килограмма | 500 g |
50% of pupils | треть учеников | 50% |
1/3 of pupils | 2/3 учеников | 1/3 | 2/3
400 kg | четыреста граммов | 400 kg |`,
  ordinals: `
the 21st session | 22-я сессия | 21st | 22-я
grades 8 and 9 | учащиеся 8-х и 10-х классов | 9 | 10-х
the III Championship | II чемпионат | III | II
the XIII Conference | конференция | XIII |
the 1990s | 1980-е годы | 1990s | 1980-е годы
the 90s | 80-е годы | 90s | 80-е годы`,
  ranges: `
16–30 November | 15–30 ноября | 16 | 15
16–30 November | 16–30 декабря | 30 November | 30 декабря
5 to 8 years | от 5 до 9 лет | 8 years | 9 лет
5 to 8 years | от 5 до 8 месяцев | 8 years | 8 месяцев
2023–2025 | 2023–2024 годы | 2025 | 2024 годы
2023-24 | 2023–2025 гг. | 24 | 2025 гг
$5–8 million | от 5 до 9 млн долларов | 8 million | 9 млн долларов`,
  dates: `
on 16 November 2024 | 17 ноября 2024 года | 16 November | 17 ноября
on 16 November 2024 | 16 октября 2024 года | 16 November | 16 октября
on 16 November 2024 | 16 ноября 2023 года | 2024 | 2023 года
on 16 November 2024 | 16 ноября | 2024 |
on November 16 | 18 ноября | November 16 | 18 ноября
on 16 November 2024 | 16.10.2024 | 16 November | 16.10.2024
on 16 November 2024 | 16.11.2025 | 2024 | 16.11.2025
2024-11-16 | 15 ноября 2024 года | 2024-11-16 | 15 ноября
in November | в октябре | November | октябре
in May 2025 | в марте 2025 года | May | марте
in November | осенью | November |
on 27 and 28 November | 26 и 28 ноября | 27 | 26
on 26 June | 26 числа | |
In 2024 more | В 2025 году больше | 2024 | 2025 году`,
  times: `
at 10:30 | в 10:45 | 10:30 | 10:45
at 10:30 | в 11.30 | 10:30 | 11.30
at 5 p.m. | в 18:00 | 5 p.m | 18:00
at 5 p.m. | в 5 часов утра | 5 p.m | 5 часов утра
at 10 a.m. | в 22 часа | 10 a.m | 22 часа
2 hours | 2 минуты | 2 hours | 2 минуты
48 hours | трое суток | 48 hours |`,
  money: `
1.5 million people | 1,5 млрд человек | 1.5 million | 1,5 млрд
1.5 million people | 1 600 000 человек | 1.5 million | 1 600 000
$5 million | 5 млн евро | $5 million | 5 млн евро
1,000 tenge | 1000 сомов | 1,000 tenge | 1000 сомов
US$300 | 300 рублей | US$300 | 300 рублей
USD 300 | 300 рублей | USD 300 | 300 рублей
2.45 million tenge | 2 млн 460 тыс. тенге | 2.45 million tenge | 2 млн, 460 тыс. тенге
5 thousand doses | 5 доз | 5 thousand | 5`,
  units: `
1.5 kg | 1,5 г | 1.5 kg | 1,5 г
1.5 kg | 1 400 г | 1.5 kg | 1 400 г
40 km | 40 м | 40 km | 40 м
2 tonnes | 2 кг | 2 tonnes | 2 кг
500 ml | 500 л | 500 ml | 500 л
5 mg | 5 г | 5 mg | 5 г
20 m² | 20 м | 20 m² | 20 м
3 years and 10 months | 3 года и 11 месяцев | 10 months | 11 месяцев
1 kg 204 g | 1 кг 205 г | 204 g | 205 г
2 weeks | 2 месяца | 2 weeks | 2 месяца`,
  'ages and law': `
a 15-year-old boy | 16-летний подросток | 15-year | 16-летний
a 3-day seminar | двухдневный семинар | 3-day |
a 60-person team | команда из 50 человек | 60 | 50
Article 297 | статья 279 | Article 297 | статья 279
Article 297 | часть 297 | Article 297 | часть 297
part 3 of Article 297 | часть 2 статьи 297 | part 3 | часть 2`,
  names: `
COVID-19 | COVID-20 | 19 | 20
“Clean Generation-2024” | «Чистое поколение-2025» | 2024 | 2025
CADAP 7 | КАДАП 6 | 7 | 6
AK-47 | АК-74 | 47 | 74`,
  telephones: `
+7 727 259 99 90 | +7 727 259 99 91 | +7 727 259 99 90 | +7 727 259 99 91
+7 727 259 99 90 | 8 (717) 259-99-90 | +7 727 259 99 90 | 8 (717) 259-99-90
Call 102. | Звоните 112. | 102 | 112
Call 259-99-90. | Звоните. | 259-99-90 |`,
  addresses: `
See https://polisia.kz/ru/a | См. https://polisia.kz/ru/b | https://polisia.kz/ru/a | https://polisia.kz/ru/b
See https://polisia.kz/ru/a | См. сайт | https://polisia.kz/ru/a |
Write to info@caricc.org | Пишите: office@caricc.org | info@caricc.org | office@caricc.org
https://site.kz/?id=7 | https://site.kz/?id=8 | https://site.kz/?id=7 | https://site.kz/?id=8`,
};

describe.each(Object.entries(DIFFERENT))('%s', (_, lines) => {
  test.each(lines.trim().split('\n'))('%s', (line) => {
    const [english = '', russian = '', missing = '', added = ''] = line.split('|');
    const list = (quotes: string) => quotes.split(', ').flatMap((quote) => quote.trim() || []);
    const expected = { missing: list(missing), added: list(added) };
    expect(compare(english.trim(), russian.trim())).toEqual(expected);
    const { missing: one, added: other } = compare(russian.trim(), english.trim(), 'ru', 'en');
    expect({ missing: other, added: one }).toEqual(expected);
  });
});

test('quotations are in the order of the text, each once, spaces as one', () => {
  const english = 'On 3 May 5\u00a0kg, then 7 kg, then 7 kg were seized; call 112.';
  expect(compare(english, 'Изъято 5 кг.').missing).toEqual(['3 May', '7 kg', '112']);
});

test('of many differences the first are named and the others counted', () => {
  const many = Array.from({ length: 40 }, (_, i) => `${i + 100} kg`).join(', ');
  const { missing } = compare(many, 'Изъято.');
  expect(missing).toHaveLength(13);
  expect(missing[0]).toBe('100 kg');
  expect(missing.at(-1)).toBe('28 more');
});

test('a long address is cut', () => {
  const [quoted = ''] = compare('', '', 'en', 'ru', {
    first: [`https://a.kz/${'x'.repeat(300)}`],
  }).missing;
  expect(quoted).toMatch(/^a\.kz\/x+…$/);
  expect(quoted).toHaveLength(60);
});
