import { describe, expect, test } from '@jest/globals';
import { compare } from './compare-pair.ts';

// English and Russian sentences that state the same; no warning may come of them.

const SAME: Record<string, string> = {
  sentences: `
Over the first nine months of 2024, 1,874 drug crimes were recorded, 12.3 percent more than in the same period of 2023 (1,669). | За девять месяцев 2024 года зарегистрировано 1 874 наркопреступления, что на 12,3 % больше, чем за аналогичный период 2023 года (1 669).
The operation ran from 25 November to 6 December and involved more than 3,500 officers, 120 of them from the National Guard. | В операции, которая проходила с 25 ноября по 6 декабря, участвовали более 3,5 тысячи сотрудников, в том числе 120 военнослужащих Национальной гвардии.
On the night of 21 to 22 November, at about 11.40 p.m., a car with 14 packages was stopped at the 37th kilometre of the Almaty–Bishkek road. | В ночь с 21 на 22 ноября, около 23 часов 40 минут, на 37-м километре трассы Алматы – Бишкек остановлен автомобиль, в котором было 14 свёртков.
The suspects, aged 19, 23 and 31, face from 10 to 15 years in prison with confiscation of property under Article 297, part 3, paragraph 2, of the Criminal Code. | Подозреваемым 19, 23 и 31 года грозит от 10 до 15 лет лишения свободы с конфискацией имущества по п. 2 ч. 3 ст. 297 УК РК.
A two-kilogram parcel worth 8 million tenge (about $16,000) was found in the locker. | В ячейке обнаружена двухкилограммовая посылка стоимостью 8 млн тенге (около 16 тыс. долларов США).
Some 60% of the respondents (1,260 out of 2,100 people) had never heard of the helpline. | Около 60 % опрошенных (1 260 из 2 100 человек) никогда не слышали о телефоне доверия.
In the first quarter of 2025 the service blocked 1,017 Telegram channels and 46 sites. | За I квартал 2025 года заблокировано 1017 телеграм-каналов и 46 сайтов.
In the first half of 2024 seizures reached 5.6 tonnes. | За первое полугодие 2024 года изъято 5,6 тонны.
In the first half of 2024 seizures reached 5.6 tonnes. | За 6 месяцев 2024 года изъято 5,6 т.
The laboratory could produce up to 40 kg of mephedrone a month; 96 litres of precursors and 3.2 kg of the finished product were seized. | Лаборатория могла производить до 40 кг мефедрона в месяц; изъято 96 литров прекурсоров и 3,2 кг готового продукта.
The street value is estimated at over 1.2 bn tenge. | По ценам чёрного рынка это более 1 млрд 200 млн тенге.
Inspectors burnt 12 t 350 kg of drugs in Dushanbe. | В Душанбе сожжено 12 тонн 350 килограммов наркотиков.
Inspectors burnt 12.35 tonnes of drugs in Dushanbe. | В Душанбе сожжено 12 тонн 350 кг наркотиков.
The 68th session of the Commission on Narcotic Drugs opens in Vienna on 10 March. | 10 марта в Вене откроется 68-я сессия Комиссии по наркотическим средствам.
Resolution 1373 (2001) and the Conventions of 1961, 1971 and 1988 were cited. | Упомянуты резолюция 1373 (2001) и Конвенции 1961, 1971 и 1988 годов.
Call the hotline on 1102 or 8 (800) 200-02-00, round the clock. | Звоните по телефонам 1102 или 8-800-200-02-00 круглосуточно.
The bill passed its second reading on Wednesday, 20 November, by 78 votes to 3. | 20 ноября, в среду, законопроект принят во втором чтении: 78 голосами против 3.
A third of the 90 participants were women. | Треть из 90 участников - женщины.
Nearly three in ten students, 28%, said that they knew a dealer. | Почти три из десяти студентов (28 %) сказали, что знают сбытчика.
The 12-year sentence was reduced to 7½ years. | Срок в 12 лет сокращён до 7,5 лет.
It has 15,000 followers, up from 9,000 a year ago. | У него 15 тысяч подписчиков, а год назад было 9 тысяч.
The dog sniffed out 1 kg 23 g of hashish in a lorry with the number plate 05 KG 123 ABC. | Собака обнаружила 1 кг 23 г гашиша в грузовике с номерным знаком 05 KG 123 ABC.
The head of the 3rd Department, Lt Col A. Ibraev, spoke. | Выступил начальник 3-го отдела подполковник А. Ибраев.
From 1 to 3 p.m. a flash mob took place. | С 13 до 15 часов прошёл флешмоб.
From 10 a.m. to 2 p.m. an exhibition was open. | С 10:00 до 14:00 работала выставка.
They planted 35 trees, 5 for each year. | Посажено 35 деревьев, по пять за каждый год.
On the 25th anniversary of the Agency | К 25-летию Агентства
In 1999, 25 years ago, the Agency was founded. | Агентство создано в 1999 году, 25 лет назад.
Temperatures of –15 °C did not stop 700 runners on the 5 km course. | Мороз в 15 градусов не остановил 700 бегунов на дистанции 5 км.
At 3,200 metres above sea level, 0.5 ha of wild hemp was destroyed. | На высоте 3200 м над уровнем моря уничтожено 0,5 га дикорастущей конопли.
More than 2.5 million ecstasy tablets and 1,700 ampoules | Более 2,5 млн таблеток экстази и 1700 ампул
Two women, 34 and 41, were detained with 98 capsules (1,050 grams) inside them. | Задержаны две женщины 34 и 41 года, перевозившие в себе 98 капсул (1050 г).
Order No. 145-ө of 3 March 2023 | Приказ № 145-ө от 3 марта 2023 г.
Every second addict in the 18–25 age group relapses within 12 months. | Каждый второй наркозависимый в возрасте 18–25 лет возвращается к наркотикам в течение года.
The programme’s budget is EUR 6.8 million for 2023–2026. | Бюджет программы на 2023–2026 годы составляет 6,8 миллиона евро.
Prices fell by half: from 20,000 to 10,000 roubles a gram. | Цены упали вдвое: с 20 до 10 тысяч рублей за грамм.
Eleven thousand people, 4.2 per 1,000 residents | 11 тысяч человек, или 4,2 на тысячу жителей
7 out of 10 and 1 in 4 | семь из десяти и каждый четвёртый
On November 16–30, 2024 | 16–30 ноября 2024 г.
Between November 25 and December 5 | С 25 ноября по 5 декабря
up to six months, or a fine of 20 to 50 monthly calculation indices | до шести месяцев либо штраф от 20 до 50 месячных расчётных показателей
the “Mak-2024” and “Kanal” operations, phases I–III | операции «Мак-2024» и «Канал», этапы I–III
The 1st, 2nd and 3rd prizes were 300,000, 200,000 and 100,000 soms. | Первая, вторая и третья премии составили 300, 200 и 100 тысяч сомов.
The film lasts 1 hour 20 minutes. | Фильм идёт 1 час 20 минут.
The film lasts 80 minutes. | Фильм идёт 1 час 20 минут.
A 40-minute lecture in grades 5B and 7A | 40-минутная лекция в 5 «Б» и 7 «А» классах
He was born on 7 May 1971. | Родился 7 мая 1971 года.
Sentenced to 15½ years for 4,100.25 grams | Приговорён к 15 годам 6 месяцам за 4100,25 грамма
Law of 10 July 1998 No. 279-I | Закон от 10 июля 1998 года № 279-I
The CARICC hotline is +7 (727) 355-56-56; fax +7 727 355 57 57. | Телефон ЦАРИКЦ: +7 727 355 56 56, факс: +7 727 355 57 57.
tons of drugs, over 30 tons | тонны наркотиков, свыше 30 тонн
at 07:00 on 1 December, World AIDS Day | в 7 часов утра 1 декабря, во Всемирный день борьбы со СПИДом
one and a half million | 1,5 млн
The first 100 days | Первые сто дней
100 km/h and 5 g/l | 100 км/ч и 5 г/л
5 kg of heroin per 1 million | 5 кг героина на 1 млн
USD 1.5 million and 2.4 million euros | 1,5 млн долл. США и 2,4 млн евро
dated 3.12.2024, No. 5/12 | от 03.12.2024 г. № 5/12
a fleet of 4x4 vehicles | парк автомобилей 4х4
3D printers | 3D-принтеры
paragraphs 1 to 4 of article 14 | пункты 1–4 статьи 14
Police Academy’s 85 cadets | 85 курсантов Академии полиции
up 15 percent, from 1.2 to 1.38 tonnes | рост на 15 % - с 1,2 до 1,38 т
the 2020s | 2020-е годы
24 November–2 December | 24 ноября – 2 декабря
9 a.m.–6 p.m. | с 9 до 18 часов
9 a.m.–6 p.m. | 9:00–18:00
in 6–12 months | через 6–12 месяцев
over 10 thousand kg | более 10 тонн
it is 10 times as much | это в десять раз больше
12 noon on 5 May | полдень 5 мая
at 12 a.m. | в полночь
tenfold, a rise of 900% | в 10 раз, рост на 900 %
thirty-odd and 30 | тридцать с лишним
Region 7’s | региона 7
under-18s and over-65s | моложе 18 и старше 65 лет
$1 = 520 tenge | 1 доллар = 520 тенге
a 1:3 ratio, a 3-2 win | соотношение 1:3, победа 3:2
p. 15, pp. 16–18 | с. 15, с. 16–18
on 8 March | 8 Марта
the 8 March holiday | праздник 8 марта`,
  'more sentences': `
In 2024 g. and in 2025 in Almaty | В 2024 г. и в 2025 г. в г. Алматы
On 16 November the city of Almaty’s 3 districts | 16 ноября в г. Алматы 3 района
In school 27 of Taldykorgan 220 pupils listened | В школе № 27 г. Талдыкорган 220 учеников слушали
8 Marta Street, house 5 | ул. 8 Марта, д. 5
subparagraphs 1, 2 and 3 | пп. 1, 2 и 3
Three of the men, i.e. 5 percent, were minors | Трое, т. е. 5 %, - несовершеннолетние
Since 2019, the number of cases has grown 1.7-fold | С 2019 года число дел выросло в 1,7 раза
According to UNODC’s World Drug Report 2024, 292 million people used drugs in 2022. | По данным Всемирного доклада о наркотиках за 2024 год, в 2022 году наркотики употребляли 292 млн человек.
5 to 10 times as strong | в 5–10 раз сильнее
Of them, 12 were under 18, and 3 were under 14. | Из них 12 моложе 18 лет, 3 - моложе 14.
The 5th International Forum took place on 5 December 2024 in Ashgabat. | V Международный форум состоялся 5 декабря 2024 года в Ашхабаде.
He got 6 years and 3 months | Он получил 6 лет и 3 месяца
He got 6 years 6 months | Он получил 6,5 года
The 1st half of 2024 | I полугодие 2024 года
In Q3 2024 | в III квартале 2024 года
In Q3 2024 | в 3-м квартале 2024 года
Room 305, 3rd floor | каб. 305, 3-й этаж
The group of 7 sold up to 300 doses a day at $20–25 each. | Группа из семи человек сбывала до 300 доз в день по цене 20–25 долларов.
It costs $20 to 25 a gram | Она стоит от 20 до 25 $ за грамм
€1.2m | 1,2 млн евро
12,000 m² of poppy | 1,2 га мака
0.5 km | 500 м
500 mg | полграмма
a 70-year-old and a 6-month-old | 70-летний и шестимесячный
two 5-kg bags | два мешка по 5 кг
2 x 5 kg | 2 × 5 кг
ten 100-gram packages | 10 стограммовых пакетов
Exercise “Border 2024–3” | учения «Граница-2024-3»
the 18+ age limit | возрастное ограничение 18+
over 100,000 (one hundred thousand) roubles | свыше 100 000 (ста тысяч) рублей
1 in 20 adults | один из 20 взрослых
about 30–40 people | человек 30-40
on 1–2 and 5 December | 1–2 и 5 декабря
on December 1–2 and 5 | 1–2 и 5 декабря
16 November 2024 to 15 January 2025 | с 16 ноября 2024 г. по 15 января 2025 г.
between 22:00 and 6:00 | с 22:00 до 6:00
between 10 p.m. and 6 a.m. | с 22:00 до 6:00
between 10 p.m. and 6 a.m. | с 22 до 6 часов
at 7.30 in the evening | в 19.30
2.5-hour | двух с половиной часов
for 72 hours | трое суток
on 31 October (Thursday) | в четверг, 31 октября
5% (five percent) | 5 % (пять процентов)
the sixties; 1960s | шестидесятые; 1960-е гг.
a gang of 15–20-year-olds | банда 15–20-летних
25,000-strong crowd | 25-тысячная толпа
25,000-strong crowd | толпа в двадцать пять тысяч человек
a 1.5-litre bottle | полуторалитровая бутылка
a 150th anniversary | стопятидесятилетие
the 30th anniversary | тридцатилетие
30 years of independence | 30-летие независимости
8-year-olds in grade 2 | восьмилетние дети во 2-м классе
CND67 and HONLAC 33 | КНС-67 и ХОНЛЕА-33
Decree No. 2094-XII, para. 5(b) | Указ № 2094-XII, п. 5 «б»
2 million 300 thousand | 2,3 млн
the A351 road | трасса А-351
a Boeing 737-800 | Боинг 737-800
IP 192.168.0.1 | IP 192.168.0.1
a “Samsung Galaxy S21” phone | телефон «Samsung Galaxy S21»
Kyrgyzstan’s 7 regions and 2 cities | 7 областей и 2 города Кыргызстана
500 000 USD | 500 000 долл. США
The II World War | Вторая мировая война
Elizabeth II | Елизавета II
The II. stage | II этап
100% natural | стопроцентно натуральный
a two-day, 16-hour course | двухдневный 16-часовой курс
one, two, three... 10! | раз, два, три... 10!
During 2024 alone, 3 labs | Только за 2024-й - 3 лаборатории
from 2023 to the present | с 2023-го по настоящее время
minus 5 to plus 3 degrees | от -5 до +3 °C
3-4 July 2024 | 3-4 июля 2024 г.
10.12.2024–12.12.2024 | 10–12 декабря 2024 года
(see p. 7) | (см. с. 7)
20 ml of 3 % solution | 20 мл 3-процентного раствора
the 5-year plan for 2025-2029 | пятилетний план на 2025—2029 годы
60 to 70 percent of 14- to 16-year-olds | от 60 до 70 % подростков 14–16 лет
On 5 Nov. 12 men | 5 ноября 12 мужчин
There were 2 hundred | Их было две сотни
3 tablets of 0.5 mg | 3 таблетки по 0,5 мг
“1 day without drugs” | «1 день без наркотиков»
weighing 1 kilogram 15 grams | массой 1 килограмм 15 граммов
weighing 1.015 kilograms | массой 1 килограмм 15 граммов
$1.3 bn (1.2 bn euros) | 1,3 млрд долларов (1,2 млрд евро)
€ 1 000 – € 2 000 | 1 000–2 000 евро`,
  whole: `
Police seized 423 kg of drugs. | Полиция изъяла 423 кг наркотиков.
In all, 410 pupils were reached. | Всего охвачено 410 учащихся.
School No. 27 in Taldykorgan | Школа № 27 Талдыкоргана
General education school No. 122 | Общеобразовательная школа №122
Officers visited 1,204 homes. | Сотрудники обошли 1 204 дома.
Officers visited 1,204 homes. | Сотрудники обошли 1\u00a0204 дома.
Officers visited 1,204 homes. | Сотрудники обошли 1\u2009204 дома.
Officers visited 1,204 homes. | Сотрудники обошли 1\u202f204 дома.
Officers visited 1,204 homes. | Сотрудники обошли 1204 дома.
About 1,500,000 tablets were burnt. | Сожжено около 1 500 000 таблеток.
1,300 kg of narcotics were seized | изъято 1 300 кг наркотиков
He is 7 and she is 007. | Ему 7, а она 007.
Code 12345678901234567890 was used. | Использован код 12345678901234567890.`,
  decimals: `
Seizures rose by 8.5 percent. | Объём изъятого вырос на 8,5 %.
Seizures rose by 8.5 per cent. | Объём изъятого вырос на 8,5%.
Seizures rose by 8.5% last year. | За год объём изъятого вырос на 8,5 процента.
It weighed 1,204.5 grams. | Вес составил 1 204,5 г.
It weighed 0.25 g. | Масса 0,25 грамма.
Purity was 12.75 %. | Чистота составила 12,75 проц.
a rise of 3.2 percentage points | рост на 3,2 процентного пункта
a rise of 3.2 percentage points | рост на 3,2 п. п.
Seizures rose 8.5 times. | Объём изъятого вырос в 8,5 раза.
a 400-fold increase | увеличение в 400 раз
section 2.1.4 of the plan | раздел 2.1.4 плана
1,234,567.89 tenge | 1 234 567,89 тенге`,
  words: `
Two hundred people came. | Пришли 200 человек.
200 people came. | Пришли двести человек.
More than 500 athletes | Более пятисот спортсменов
A dozen officers took part. | Участвовали 12 сотрудников.
12 officers took part. | Участвовала дюжина сотрудников.
Both men were arrested; one of them resisted. | Задержаны оба; один из них оказал сопротивление.
20 tonnes were burnt. | Сожжено двадцать тонн.
Twenty-one people were treated. | Лечение прошёл 21 человек.
21 people were treated. | Лечение прошёл двадцать один человек.
Four out of five were young. | Четверо из пятерых молоды.
4 out of 5 were young. | Четверо из пятерых молоды.
2 couriers were stopped. | Остановлены двое курьеров.
Two couriers were stopped. | Остановлены 2 курьера.
Seven men were held. | Задержаны 7 мужчин.
7 men were held. | Семерых мужчин задержали.
About a thousand students listened. | Лекцию прослушали около 1000 студентов.
More than 1,000 students listened. | Лекцию прослушали более тысячи студентов.
two thousand three hundred and forty-five doses | 2345 доз
2,345 doses | две тысячи триста сорок пять доз
350 volunteers | триста пятьдесят волонтёров
with 250 volunteers | с двумястами пятьюдесятью волонтёрами
The number doubled, from 40 to 80. | Число выросло вдвое - с 40 до 80.
The number grew 2 times. | Число увеличилось вдвое.
Drug crime rose 3 times. | Наркопреступность выросла втрое.
He was fined twice. | Его штрафовали 2 раза.
Twenty tablets, one of them broken | 20 таблеток, одна из них сломана
10 pupils | десяток учеников
30 people | три десятка человек
hundreds of people | сотни людей
15 teams | пятнадцать команд
Eight other countries took part. | Участвовали ещё восемь стран.
zero tolerance | нулевая терпимость
two and a half tonnes | 2,5 тонны
2.5 tonnes | две с половиной тонны
1.5 tonnes | полторы тонны
1.5 hours | полтора часа`,
  shares: `
Half of them are under 25. | Половина из них моложе 25 лет.
50% of them are under 25. | Половина из них моложе 25 лет.
A quarter of the pupils | 25 % учеников
25 percent of the pupils | четверть учеников
one third of cases | треть случаев
1/3 of cases | треть случаев
two thirds of cases | 2/3 случаев
2/3 of cases | две трети случаев
two-fifths of cases | 2/5 случаев
2/5 of cases | две пятых случаев
three quarters of the volume | 3/4 объёма
75% of the volume | три четверти объёма
half a kilogram | 500 г
500 g of heroin | полкилограмма героина
2½ years | 2,5 года
½ tonne | 0,5 тонны
The line works 24/7. | Линия работает круглосуточно.
The line works 24 hours a day. | Линия работает круглосуточно.`,
  ordinals: `
the 21st session | 21-я сессия
the twenty-first session | 21-я сессия
the 21st session | двадцать первая сессия
the 2nd stage | второй этап
the second stage | 2-й этап
pupils of grades 8 and 9 | учащиеся 8-х и 9-х классов
grades 9 to 11 | учащиеся 9–11-х классов
the III Open Championship | III Открытый чемпионат
the 3rd Open Championship | III Открытый чемпионат
the third championship | III чемпионат
the XIII Conference | тринадцатая конференция
in the 20th century | в XX веке
in the 20th century | в ХХ веке
IV drug use | внутривенное употребление наркотиков
first, second and third place | 1-е, 2-е и 3-е места
the 1990s | 1990-е годы
the 1990s | 90-е годы
the 90s | девяностые годы`,
  ranges: `
16–30 November 2024 | 16–30 ноября 2024 года
from 16 to 30 November 2024 | с 16 по 30 ноября 2024 г.
16-30 November | 16 - 30 ноября
5 to 8 years | от 5 до 8 лет
between 8 and 12 years | 8-12 лет
10–15 kg | от 10 до 15 кг
2023–2025 | 2023–2025 годы
2023-24 | 2023–2024 гг.
the 2023/24 school year | 2023/2024 учебный год
$5–8 million | от 5 до 8 млн долларов
from 5 million to 8 million dollars | 5–8 млн долларов США
5, 6 and 8 million tenge | 5 млн, 6 млн и 8 млн тенге
aged 14 to 17 | в возрасте 14–17 лет
works between 2019 and 2024 | работы с 2019 по 2024 год`,
  dates: `
on 16 November 2024 | 16 ноября 2024 года
November 16, 2024 | 16 ноября 2024 г.
on November 16 | 16 ноября
on the 16th of November | 16 ноября
on 16 November 2024 | 16.11.2024
2024-11-16 | 16.11.2024 г.
on 5 March 2025 | 05.03.2025
5/3/2025 | 5 марта 2025 года
on 27 and 28 November 2024 | 27 и 28 ноября 2024 года
On November 27 and 28 | 27 и 28 ноября
in November | в ноябре
In November 2024 raids were made. | В ноябре 2024 года прошли рейды.
The November raids | Ноябрьские рейды
in May 2025 | в мае 2025 года
It may help; they may come. | Это может помочь; они могут прийти.
The march began. | Шествие началось.
In March 12 people were held. | В марте задержаны 12 человек.
1 May Street | улица 1 Мая
since 1 January | с 1 января
from 10 January to 20 February 2025 | с 10 января по 20 февраля 2025 года
on 10 Jan 2025 | 10 янв. 2025 г.
26 June, the International Day | 26 июня - Международный день
In 2024 more was seized. | В 2024 году изъято больше.
the plan for 2025 | план на 2025 г.
In the summer of 2024, 300 people came. | Летом 2024 года пришли 300 человек.
11 September attacks | теракты 11 сентября`,
  times: `
at 10:30 | в 10:30
at 10:30 | в 10.30
at 10.30 a.m. | в 10 часов 30 минут
at 10:30 | в 10 ч 30 мин
at 10:30 | в 10-30
at 5 p.m. | в 17:00
at 5pm | в 17 часов
at 5 p.m. | в 5 часов вечера
at 10 a.m. | в 10 часов утра
at 10 o’clock | в 10 часов
at 9:15 p.m. | в 21.15
from 9:00 to 18:00 | с 9 до 18 часов
between 10 and 11 o’clock | между 10 и 11 часами
It lasted 2 hours. | Она длилась два часа.
48 hours | двое суток
24 hours | сутки
within 3 days | за три дня`,
  money: `
1.5 million people | 1,5 млн человек
1.5 million people | 1 500 000 человек
1,500,000 people | полтора миллиона человек
2.45 million tenge | 2 млн 450 тыс. тенге
5 thousand doses | 5 тыс. доз
5,000 doses | пять тысяч доз
12 bn roubles | 12 млрд рублей
3 billion sums | 3 млрд сумов
$5 million | 5 млн долларов
US$5 million | 5 миллионов долларов США
USD 300,000 | 300 тыс. долл.
€2,500 | 2500 евро
2,500 euros | 2 500 €
1,000 tenge | 1000 ₸
KZT 1,000 | 1000 тенге
20,000 som | 20 тысяч сомов
400 somoni | 400 сомони
700 manats | 700 манатов
a fine of 100,000 roubles | штраф в сто тысяч рублей
half a million tenge | 500 тыс. тенге
500,000 tenge | полмиллиона тенге
$5m | 5 млн долларов`,
  units: `
1.5 kg | 1 500 г
1,500 g | 1,5 кг
3.5 kg | 3 кг 500 г
1 kg 204 g | 1 кг 204 г
a kilogram of heroin | 1 кг героина
1 kg of heroin | килограмм героина
2 tonnes | 2 т
2,000 kg | 2 тонны
40 km | 40 километров
30 m | 30 метров
2 ha of hemp | 2 га конопли
5 hectares | 5 га
20 square metres | 20 кв. м
20 m² | 20 квадратных метров
20 m2 | 20 м²
3 cubic metres | 3 куб. м
500 ml | 0,5 л
10 litres | 10 л
5 mg | 5 мг
minus 20 °C | -20 °C
20 degrees | 20 градусов
3 years and 10 months | 3 года и 10 месяцев
18 months | полтора года
a year and 6 months | год и 6 месяцев
6 months | полгода
423 kg were seized | изъято 423 килограмма
423 of them | 423 кг
60 women | 60 работниц
2 weeks | две недели
a fortnight | 2 недели
10 years | десятилетие`,
  ages: `
a 15-year-old boy | 15-летний подросток
a boy aged 15 | подросток 15 лет
a boy of 15 | пятнадцатилетний подросток
a twenty-year-old student | 20-летний студент
a 20-year-old student | двадцатилетний студент
a 25-year-old man | двадцатипятилетний мужчина
a 3-day seminar | трёхдневный семинар
a three-day seminar | 3-дневный семинар
a 2-day meeting | двухдневная встреча
a 60-person team | команда из 60 человек
a 5-kilometre run | 5-километровый забег
a 5-storey house | пятиэтажный дом
100-percent purity | 100-процентная чистота
for grades 7–9 | для семиклассников и 7–9-х классов`,
  law: `
Article 297 | статья 297
under article 301 | (ст. 301)
Article 297, part 3 | ч. 3 ст. 297
Articles 296 and 297 | статьи 296 и 297
part 3 of Article 297 | часть 3 статьи 297
Article 228.1 | статья 228.1
Article 297-1 | статья 297-1
paragraph 4 of part 3 | пункт 4 части 3
Law No. 37-VIII | Закон № 37-VIII`,
  names: `
COVID-19 | COVID-19
“Clean Generation-2024” | «Чистое поколение-2024»
Operation Clean Generation 2024 | операция «Чистое поколение-2024»
CADAP 7 | КАДАП 7
A-95 petrol | бензин А-95
AK-47 rifles | автоматы АК-47
G20 countries | страны «Большой двадцатки»
24.kg reports | сообщает 24.kg
24.kg reports | сообщает «24.кг»
an Mi8 helicopter | вертолёт Ми-8
4-MMC and 1,4-butanediol | 4-ММС и 1,4-бутандиол
5F-ADB | 5F-ADB
HIV-1 | ВИЧ-1`,
  telephones: `
Call +7 727 259 99 90. | Телефон: +7 727 259 99 90.
Call +7 727 259 99 90. | Телефон: +7 (727) 259-99-90.
Call +7 727 259 99 90. | Телефон: 8 (727) 259-99-90.
Call +7-727-259-9990. | Телефон: +77272599990.
Call 8 800 080 77 77. | Телефон: 8-800-080-77-77.
Call 259-99-90. | Телефон: 259-99-90.
Call 259-99-90. | Телефон: +7 (727) 259-99-90.
Call 102 or 112. | Звоните 102 или 112.
Helpline 1414 | Телефон доверия 1414
+996 312 66 24 75, 102 | 102, +996 (312) 66-24-75`,
  addresses: `
See https://polisia.kz/ru/a/ | См. https://polisia.kz/a
See https://mvd.gov.kg/rus/news/3889 | См. https://mvd.gov.kg/kgz/news/3889/
See www.un.org/en/observances | См. https://www.un.org/ru/observances.
See https://site.kz/?lang=en&id=7 | См. http://site.kz/?id=7&lang=ru
Write to Info@CARICC.org. | Пишите: info@caricc.org
See gov.kz/memleket/12 | См. gov.kz/memleket/12
See https://en.site.org/x1 | См. https://ru.site.org/x1`,
  'numbers that only one of the texts has in words': `
The two sides met for the first time. | Стороны встретились.
They met. | Обе стороны трижды встречались за пять дней.
One of the three | Среди них
every second pupil | многие ученики`,
};

describe.each(Object.entries(SAME))('%s', (_, lines) => {
  test.each(lines.trim().split('\n'))('%s', (line) => {
    const [english = '', russian = ''] = line.split(' | ');
    expect(compare(english, russian)).toEqual({ missing: [], added: [] });
    expect(compare(russian, english, 'ru', 'en')).toEqual({ missing: [], added: [] });
  });
});

test('links behind words are compared with addresses in the text', () => {
  const [english, russian] = ['See the Kyrgyz ministry.', 'См. mvd.gov.kg/rus/news/3889.'];
  const links = ['https://mvd.gov.kg/eng/news/3889'];
  expect(compare(english, russian, 'en', 'ru', { first: links })).toEqual({
    missing: [],
    added: [],
  });
  const tel = { first: ['tel:+77272599990', 'mailto:info@caricc.org'] };
  expect(compare('Call or write', '8 (727) 259-99-90, info@caricc.org', 'en', 'ru', tel)).toEqual({
    missing: [],
    added: [],
  });
});
