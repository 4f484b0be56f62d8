import { describe, expect, test } from '@jest/globals';
import { marksOf, type SampleTexts } from '../../../helpers/review-text.ts';

const TEXT = 'The police met the pupils of two schools.';
const RUSSIAN = 'Полицейские встретились с учениками двух школ.';

describe('datelines', () => {
  const SENTENCE = 'Police in Almaty have explained the law to pupils.';

  test.each([
    ['ALMATY. KAZINFORM – ', 'ALMATY. KAZINFORM –'],
    ['Almaty, 20 November – ', 'Almaty, 20 November –'],
    ['ASTANA, November 20 - ', 'ASTANA, November 20 -'],
    ['АЛМАТЫ. КАЗИНФОРМ - ', 'АЛМАТЫ. КАЗИНФОРМ -'],
  ])('%s', (start, mark) => {
    const text = /[А-Я]/.test(start) ? 'Полицейские рассказали школьникам о законе.' : SENTENCE;
    expect(marksOf(start + text).filter((one) => one.startsWith('page-'))).toEqual([
      `page-leftover: ${mark}`,
    ]);
  });

  test.each(['UNODC – the United Nations’ office – met pupils.', 'Almaty – a city – met.'])(
    'not in %s',
    (body) => {
      expect(marksOf(body).filter((one) => one.startsWith('page-'))).toEqual([]);
    },
  );
});

describe('what a web page has beside the article', () => {
  test.each([
    'Share',
    'Share this article',
    'Share on Facebook',
    'Share: Telegram | WhatsApp | Facebook',
    'Read also: Drug laboratory uncovered near Osh',
    'See also:',
    'Related news',
    'Read more…',
    'Continue reading',
    'Next article',
    'More on the topic: Police put up posters',
    'Send to a friend',
    'Click here to watch the video',
    'Last modified: 11.01.2025',
    'Accept all cookies',
    'Photo: press service of the police',
    'Photo by Anna Petrova',
    'Photo © polisia.kz',
    'Views: 1 254',
    '1,254 views',
    '0 comments',
    'Leave a comment',
    'We use cookies to improve your experience on our website.',
    'By Anna Petrova, Gazeta.uz',
    'Author: Anna Petrova',
    '15.01.2025 14:32, MIA press service',
    '15 November 2024, 14:32',
    'Published: 15 November 2024',
    'Updated on 15 November at 12:30',
    'November 15, 2024 | News',
    'Subscribe to our Telegram channel and be the first to know!',
    'Follow us on Instagram',
    'Join our WhatsApp group',
    'Advertisement',
    'Home / News / Regions',
    'Home > News',
    'Print version',
    'Back to list',
    'Copy link',
    '© 2024 Police Department',
    'All rights reserved.',
    'Tags: drugs, police',
    '3 min read',
    'Here is the translation of the article:',
    'Sure, here is the translated text:',
    '#police #almaty #nodrugs',
    'If you find an error, select the text and press Ctrl+Enter',
  ])('%s', (leftover) => {
    expect(marksOf(`${TEXT}\n\n${leftover}`)).toEqual([`page-leftover: ${leftover}`]);
    expect(marksOf(`${leftover}\n\n${TEXT}`)).toEqual([`page-leftover: ${leftover}`]);
  });

  test.each([
    'Поделиться: Telegram',
    'Поделиться в соцсетях',
    'Читайте также: Под Ошем раскрыта лаборатория',
    'Материалы по теме',
    'Подробнее: сайт',
    'Фото: пресс-служба полиции',
    'Фото пресс-службы ДП',
    'Просмотров: 1 254',
    '1254 просмотра',
    '0 комментариев',
    'Оставить комментарий',
    'Мы используем файлы cookie.',
    'Автор: Анна Петрова',
    'Текст: Анна Петрова',
    '15.01.2025 14:32',
    '15 января 2025, 14:32',
    'Опубликовано: 15.01.2025',
    'Подписывайтесь на наш Telegram-канал!',
    'Следите за нами в Instagram',
    'Реклама',
    'Главная / Новости',
    'Версия для печати',
    'Распечатать',
    'Все права защищены',
    'Теги: наркотики, полиция',
    'Время чтения: 3 минуты',
    'Вот перевод статьи:',
    'Нашли ошибку? Выделите её и нажмите Ctrl+Enter',
  ])('%s', (leftover) => {
    expect(marksOf(`${RUSSIAN}\n\n${leftover}`)).toEqual([`page-leftover: ${leftover}`]);
  });

  test.each([
    'Share what you know with your children, the officers said.',
    'The share of young people was high.',
    'Photographs of the exhibition were taken by pupils, and a jury chose the best ones.',
    'Photo exhibitions were shown in the hall of the school.',
    'Views differ on the matter.',
    'By January the number was lower.',
    'By Friday evening they had visited ten schools.',
    'On 15 November 2024 they met again.',
    'The first comments were good.',
    'Home and school work together.',
    'Follow the law, the officer said.',
    'Advertisements for drugs were painted over.',
    'Tags on walls were painted over by volunteers.',
    'Print and video works are accepted.',
    'The motto was #nodrugs, and everybody knew it.',
    'The site asked whether cookies tasted good.',
    'Here is what they said.',
    '* Photo contest;\n* film.',
    'Next came a quiz.',
    'Related crimes fell.',
    'Authors of the best works will be named.',
    'Text messages were sent to parents.',
  ])('not in %s', (paragraph) => {
    expect(marksOf(`${TEXT}\n\n${paragraph}`)).toEqual([]);
  });

  test.each([
    'Фотовыставку посетили школьники.',
    'Фото участников сделали волонтёры.',
    'Автором лучшей работы стала школьница.',
    'Просмотр фильма завершил встречу.',
    'Реклама наркотиков закрашена волонтёрами.',
    'Подробнее о законе рассказал юрист.',
    'Главная цель встречи – предупредить.',
    'Текст лекции раздали всем.',
    'Далее прошла викторина.',
    'Новости о конкурсе узнали все школы.',
  ])('not in %s', (paragraph) => {
    expect(marksOf(`${RUSSIAN}\n\n${paragraph}`)).toEqual([]);
  });
});

describe('sources in a body', () => {
  test.each([
    'Source: https://polisia.kz/ru/news/1',
    'https://mvd.gov.kg/rus/news/3880',
    '<https://mvd.gov.kg/rus/news/3880>',
    'Source: polisia.kz',
    'Link: www.polisia.kz/ru',
  ])('%s', (source) => {
    expect(marksOf(`${TEXT}\n\n${source}`)).toEqual([`source-in-body: ${source}`]);
  });

  test.each(['Источник: https://polisia.kz/ru/news/1', 'Источник: пресс-служба ДП'])(
    '%s',
    (source) => {
      expect(marksOf(`${RUSSIAN}\n\n${source}`)).toEqual([`source-in-body: ${source}`]);
    },
  );

  test.each([
    'Sources of drugs were named by the officers.',
    'More is on the site https://polisia.kz/ru/ of the police.',
    'Источники наркотиков назвали офицеры.',
  ])('not in %s', (paragraph) => {
    expect(marksOf(`${paragraph}`)).toEqual([]);
  });
});

describe('titles with the name of a site', () => {
  test.each([
    ['Police meet pupils | Polisia.kz', ' | Polisia.kz'],
    ['Police meet pupils - Gazeta.uz', ' - Gazeta.uz'],
    ['Police meet pupils | Ministry of Internal Affairs', ' | Ministry of Internal Affairs'],
    ['Полиция встретилась со школьниками — polisia.kz', ' — polisia.kz'],
  ])('%s', (title, mark) => {
    expect(marksOf({ title, body: title.includes('П') ? RUSSIAN : TEXT })).toEqual([
      `title-site: ${mark}`,
    ]);
  });

  test.each(['Police meet pupils - a talk', 'Gambling – a disease', 'Pupils meet on Polisia.kz'])(
    'not in %s',
    (title) => {
      expect(marksOf({ title, body: TEXT })).toEqual([]);
    },
  );
});

describe('beginnings that repeat what stands above', () => {
  const LEAD = 'Police in Osh have met the pupils of four schools, an event of the year.';

  test.each<[SampleTexts, string]>([
    [
      {
        title: 'Youth forum in Barnaul opens a window',
        body: `Youth forum in Barnaul opens a window\n\n${TEXT}`,
      },
      'title-in-body: Youth forum in Barnaul opens a window',
    ],
    [
      {
        title: 'Youth forum in Barnaul opens a window',
        body: `YOUTH FORUM IN BARNAUL OPENS A WINDOW.\n\n${TEXT}`,
      },
      'title-in-body: YOUTH FORUM IN BARNAUL OPENS A WINDOW.',
    ],
    [
      {
        title: 'Youth forum in Barnaul opens a window',
        body: `Youth forum in Barnaul opens a window. ${TEXT}`,
      },
      'title-in-body: Youth forum in Barnaul opens a window.',
    ],
    [
      {
        lead: LEAD,
        body: `Police in Osh met the pupils of four schools, an event of this year. ${TEXT}`,
      },
      'lead-in-body: Police in Osh met the pupils of four schools, an event of this year.',
    ],
    [
      { lead: LEAD, body: `${LEAD}\n\nThe talk was about the law, and about the harm of drugs.` },
      `sentence-twice: ${LEAD}`,
    ],
    [
      {
        title: 'Молодёжный форум прошёл в Барнауле',
        body: `Молодёжный форум прошёл в Барнауле\n\n${RUSSIAN}`,
      },
      'title-in-body: Молодёжный форум прошёл в Барнауле',
    ],
  ])('%j', (texts, mark) => {
    expect(marksOf(texts).filter((one) => !one.startsWith('body-capitals'))).toEqual([mark]);
  });

  test.each<[SampleTexts]>([
    [
      {
        title: 'Youth forum in Barnaul opens a window',
        body: `A youth forum in Barnaul has opened a window on police work. ${TEXT}`,
      },
    ],
    [
      {
        lead: LEAD,
        body: `The pupils asked many questions about the law, and all of them were answered. ${TEXT}`,
      },
    ],
    [{ title: 'Forum in Osh', body: 'Forum in Osh. It was held for pupils.' }],
  ])('not in %j', (texts) => {
    expect(marksOf(texts)).toEqual([]);
  });

  test('a lead that is longer than its body', () => {
    expect(marksOf({ lead: LEAD, body: 'They met in Osh.' })).toEqual([`lead-long: ${LEAD}`]);
  });
});

describe('texts that are not finished', () => {
  test.each([
    ['Last year XXX works came.', 'XXX'],
    ['It was attended by ??? pupils.', '???'],
    ['Rinat (check spelling!) spoke.', '(check spelling!)'],
    ['They avoid contact with them [...]', '[...]'],
    ['They avoid […] contact.', '[…]'],
    ['Lorem ipsum dolor sit amet, consectetur.', 'Lorem ipsum dolor sit amet'],
    ['[insert photo of the lessons]', '[insert photo of the lessons]'],
    ['Insert photo here', 'Insert photo here'],
    ['More than 200 (?) people came.', '(?)'],
    ['NB ask Aigerim for the name. They met.', 'NB ask Aigerim for the name.'],
    ['TODO shorten. They met.', 'TODO'],
    ['The figure is TBC.', 'TBC'],
    ['It covered 410 (tbc) students.', '(tbc)'],
    ['They are closer.[AK1] They met.', '[AK1]'],
    ['They became closer/stronger (choose one) partners.', '(choose one)'],
    ['[name] spoke to them.', '[name]'],
    ['The head, {{name}}, spoke.', '{{name}}'],
    ['The head, <name>, spoke.', '<name>'],
    ['It was held on 00.00.2024 in Osh.', '00.00.2024'],
    ['It was held on DD.MM.YYYY in Osh.', 'DD.MM.YYYY'],
    ['The head, ____, spoke.', '____'],
    ['He was () detained.', '()'],
    ['They met (to be confirmed) in Osh.', '(to be confirmed)'],
    ['They met [date to be added] in Osh.', '[date to be added]'],
    ['The lines (numbers?) work.', '(numbers?)'],
    ['They spoke of:\n\n* law;\n* to be added;', '* to be added;'],
    ['!!! check with Aliya', '!!!'],
    ['[Translator’s note: check it] They met.', '[Translator’s note: check it]'],
    ['Article text goes here', 'Article text goes here'],
    ['Задержано ХХХ человек.', 'ХХХ'],
    ['[вставить фото]', '[вставить фото]'],
    ['Вставить фото', 'Вставить фото'],
    ['Ринат (уточнить фамилию) выступил.', '(уточнить фамилию)'],
    ['Охвачено ??? школьников.', '???'],
    ['Встреча прошла в [название школы].', '[название школы]'],
  ])('%s', (body, mark) => {
    // The space before question marks is a problem of its own.
    const found = marksOf(body).filter((one) => !one.startsWith('space-before'));
    expect(found).toEqual([`text-unfinished: ${mark}`]);
  });

  test.each<[SampleTexts, string]>([
    [{ title: 'Title (to be translated)' }, '(to be translated)'],
    [{ title: 'TODO' }, 'TODO'],
    [{ topics: 'xxx' }, 'xxx'],
    [{ lead: 'Caption text here' }, 'Caption text here'],
  ])('%j', (texts, mark) => {
    expect(marksOf(texts)).toEqual([`text-unfinished: ${mark}`]);
  });

  test.each([
    'The XXX Olympic Games and the XXI century.',
    'What is a drug? Who is to blame?! Really??',
    'They said (in [his] words) that it works.',
    'The number (of those who check) fell.',
    'The name (which is new) and the date (5 May) were read.',
    'Parents can check (and correct) it.',
    'It is to be completed, confirmed and added by the end of the year.',
    'Add photos and texts to the contest’s site by Friday.',
    'They said nothing… and left.',
    'The [report](https://example.kz/a) is on the site.',
    'Note the law, he said. Ask your doctor.',
    'The place (Osh) and (check-ups) were named.',
    'Проверить знания школьников помогла викторина.',
    'Добавить работу на сайт можно до пятницы.',
    'Текст статьи обсудили школьники.',
  ])('not in %s', (body) => {
    expect(marksOf(body)).toEqual([]);
  });

  test.each([
    [`${TEXT} It shapes the choices that the`, 'choices that the'],
    [`${TEXT} They spoke about the law and`, 'the law and'],
    [`${TEXT} The officers then spoke about law`, 'spoke about law'],
    [`They spoke of the\n\n${TEXT}`, 'spoke of the'],
    [`${RUSSIAN} Они рассказали о законе и`, 'о законе и'],
    [`${RUSSIAN} Офицеры рассказали школьникам о новом законе`, 'о новом законе'],
  ])('%j', (body, mark) => {
    expect(marksOf(body)).toEqual([`text-breaks-off: ${mark}`]);
  });

  test.each([
    `${TEXT}\n\n* law\n* health`,
    `${TEXT}\n\n- We listen!`,
    `${TEXT} They said “yes, we do”`,
    `${TEXT} They said (and meant it).`,
    `${TEXT}\n\n### The law\n\n| A | B |\n|---|---|\n| 1 | 2 |`,
    `${TEXT} More: https://polisia.kz/ru/`,
    `${TEXT}\n\nOsh, 2024`,
    'They told the pupils of vitamin A.',
    `${TEXT} *They met.*`,
  ])('not in %j', (body) => {
    expect(marksOf(body)).toEqual([]);
  });
});

describe('articles of a few words, and articles twice', () => {
  const long = (start: string) =>
    Array.from({ length: 40 }, (_, i) => `${start} word${i} of it`).join(' ');

  test('are found', async () => {
    const { issueOf, marked, review } = await import('../../../helpers/review-issue.ts');
    const yaml = issueOf(
      { body: `${long('first')}.` },
      { body: `${long('second')}.` },
      { body: `${long('third')}.` },
      { body: 'They met.' },
      { title: 'The second again', body: `A new beginning. ${long('second')}.` },
    );
    const found = marked(yaml, review(yaml)).map((one) => one.slice(0, 40).trim());
    expect(found.filter((one) => one.startsWith('article'))).toEqual([
      'article-twice: The second again',
      'article-short: They met.',
    ]);
  });

  test.each([
    [700, ['article-long: first word0 of it']],
    [140, []],
  ])('a body of %d times four words among short ones', async (count, expected) => {
    const { issueOf, marked, review } = await import('../../../helpers/review-issue.ts');
    const words = Array.from({ length: count }, (_, i) => `first word${i} of it`).join(' ');
    const short = (start: string) => ({ body: `${long(start).slice(0, 400)}.` });
    const yaml = issueOf({ body: `${words}.` }, short('a'), short('b'), short('c'));
    const found = marked(yaml, review(yaml)).map((one) => one.slice(0, 31).trim());
    expect(found.filter((one) => one.startsWith('article-long'))).toEqual(expected);
  });
});
