import { describe, expect, test } from '@jest/globals';
import { listFullNames } from '../../../../src/publications/shared/editorial/names/earlier-names.ts';
import { createPassage } from '../../../../src/publications/shared/editorial/passages.ts';
import { listMarked, proofread } from '../../../helpers/proofread.ts';

type Case = readonly [
  texts: string | readonly string[],
  code: string,
  marked: string,
  meant?: string,
];

async function expectFound([texts, code, marked, meant]: Case, language: string): Promise<void> {
  const found = await listMarked(texts, { language });
  expect(found.map(([own, text]) => [own, text])).toContainEqual([code, marked]);
  if (meant !== undefined) {
    expect(found.find(([, text]) => text === marked)).toContain(meant);
  }
}

describe('names in two spellings', () => {
  test.each<Case>([
    [
      'Bolat Nurseitov spoke. Then Mr Nurseytov answered.',
      'name-spelling',
      'Nurseytov',
      'Nurseitov',
    ],
    [
      'Dr Vysotsky and his wife. Dr Vysotskiy, a doctor. Vysotsky left.',
      'name-spelling',
      'Vysotskiy',
      'Vysotsky',
    ],
    ['The Stolpe report. Mr Stolpe came. Mr Stolp left.', 'name-spelling', 'Stolp', 'Stolpe'],
    [
      'Ravshan Mamatov spoke. Mamatov said so. Ravshan Mamadov left.',
      'name-spelling',
      'Mamadov',
      'Mamatov',
    ],
    [
      ['Led by Sergei Savochkin.', 'Thanked Sergey Savochkin. Sergey Savochkin left.'],
      'name-spelling',
      'Sergei',
      'Sergey',
    ],
    [
      'In Saransk. The Saransk district. The Saranks region.',
      'name-spelling',
      'Saranks',
      'Saransk',
    ],
    [
      ['Kadyrjan spoke. Kadyrjan left.', 'A letter from Kadyrzhan.'],
      'name-spelling',
      'Kadyrzhan',
      'Kadyrjan',
    ],
    [
      'Mr Abdullaev came, Mr Abdullayev left, Mr Abdullaev returned.',
      'name-spelling',
      'Abdullayev',
      'Abdullaev',
    ],
    [
      'Mr Zhumabaev came. Zhumabaev spoke. Mr Zumabaev left.',
      'name-spelling',
      'Zumabaev',
      'Zhumabaev',
    ],
    [
      'Tokhtar Akhmetov and Akhmetov’s wife met Tokhtar Ahmetov.',
      'name-spelling',
      'Ahmetov',
      'Akhmetov',
    ],
    ['In Qyzyltas. To Qyzyltas. Near Kyzyltas.', 'name-spelling', 'Kyzyltas', 'Qyzyltas'],
    [
      'The National Centre for Drug Control met. The National Centre of Drug Control spoke.',
      'name-spelling',
      'National Centre of Drug Control',
      'National Centre for Drug Control',
    ],
    [
      'The Counter Narcotics Service of Kyrgyzstan met. For the Counter-Narcotics Service it was new.',
      'name-spelling',
      'Counter-Narcotics Service',
      'Counter Narcotics Service',
    ],
    [
      'The Republican Mental Health Centre met. The Republican Mental Healths Centre spoke.',
      'name-spelling',
      'Republican Mental Healths Centre',
      'Republican Mental Health Centre',
    ],
  ])('%j', async (...one) => expectFound(one, 'en'));

  test.each<Case>([
    [
      'Болат Нурсеитов выступил. Слова Нурсейтова записали. Нурсеитову ответили.',
      'name-spelling',
      'Нурсейтова',
    ],
    [
      'Сергей Савочкин приехал. Савочкина встретили. С Савичкиным говорили.',
      'name-spelling',
      'Савичкиным',
    ],
  ])('%j', async (...one) => expectFound(one, 'ru'));

  test.each([
    ['en', ['Aidos Akhmetov met Aigul Akhmetova and Berik Akhmedov.']],
    ['en', ['Sergei Ivanov spoke.', 'Sergey Petrov listened.']],
    ['en', ['Kazakhs, Kazakhstan and Kazakhstani guests; an Uzbek among Uzbeks.']],
    ['en', ['Nurseitov’s speech. Mr Nurseitov left.']],
    ['en', ['Mr Karimov came.', 'Mr Kerimov came.']],
    ['en', ['Yerlan Omarov met Yerlan Umarov.']],
    ['en', ['Iran and Iraq, Mali and Bali, Slovakia and Slovenia.']],
    ['en', ['In Khorog and Khujand, from Termez to Taraz.']],
    ['en', ['The Ministry of Health met. The Health Ministry agreed. Ministry for Youth.']],
    ['en', ['Head of the Drug Control Department. Head of Drug Control Department.']],
    [
      'ru',
      ['Сергей Савочкин приехал. Савочкина встретили, с Савочкиным говорили, о Савочкине писали.'],
    ],
    ['ru', ['Абдиев и Абдиева, Алиевы, Каримов и Карима Каримовна.']],
    ['ru', ['В Казахстане, из Казахстана, Казахстан. Душанбе, Бишкек, Бишкеку.']],
  ])('none in %s: %j', async (language, texts) => {
    expect(await listMarked(texts, { language })).toEqual([]);
  });

  test('both are reported if none is rarer, with an edit for all places', async () => {
    const text = 'Mr Nurseitov and Mr Nurseitov. Mr Nurseytov and Mr Nurseytov.';
    const found = await proofread(text);
    expect(found.map(({ marked, message }) => [marked, message])).toEqual([
      ['Nurseytov', '“Nurseytov” is spelled “Nurseitov” on line 1'],
      ['Nurseitov', '“Nurseitov” is spelled “Nurseytov” on line 1'],
    ]);
    expect(found[0]?.edits?.[0]).toMatchObject({ title: 'Write “Nurseitov” in 2 places' });
    expect(found[0]?.edits?.[0]?.changes).toHaveLength(2);
  });

  test('words of the issue are right', async () => {
    const text = 'Mr Nurseitov, a doctor, and Mr Nurseytov, a lawyer.';
    expect(await listMarked(text, { ownWords: ['Nurseitov', 'Nurseytov'] })).toEqual([]);
    const found = await listMarked(text, { ownWords: ['Nurseytov'] });
    expect(found.map(([, marked]) => marked)).toEqual(['Nurseitov']);
  });
});

describe('names in another spelling than in earlier issues', () => {
  const earlierNames = [
    { issue: '2024-18', names: ['Sergei Savochkin', 'Police Department'] },
    { issue: '2024-19', names: ['Sergei Savochkin', 'Evgeny Ivanov', 'Yevgeny Ivanov'] },
  ];

  test('are reported once', async () => {
    const found = await proofread('Sergey Savochkin came. Sergey Savochkin left.', {
      earlierNames,
    });
    expect(found.map(({ marked, message }) => [marked, message])).toEqual([
      ['Sergey Savochkin', '“Sergey Savochkin” is spelled “Sergei Savochkin” in issue 2024-19'],
    ]);
  });

  test.each([
    'Sergei Savochkin came.',
    'Sergei Savochka came.',
    'Evgeny Ivanov and later Yevgeny Ivanov.',
    'Sergey Petrov came.',
  ])('are not: %s', async (text) => {
    const found = await proofread(text, { earlierNames });
    expect(found.filter(({ message }) => message.includes('in issue'))).toEqual([]);
  });

  test('are found in the text of an issue', () => {
    const text = 'Major General Zafar Samad met Emomi Sodiq Ashurbojzoda. Mr Stolpe left Almaty.';
    expect(listFullNames([createPassage('body', text, [])])).toEqual([
      'Mr Stolpe',
      'Sodiq Ashurbojzoda',
      'Zafar Samad',
    ]);
  });
});

describe('names with a preferred spelling', () => {
  test.each<Case>([
    ['Pupils of Alma-Ata took part.', 'name-preferred', 'Alma-Ata', 'Almaty'],
    ['The Kirghiz delegation left.', 'name-preferred', 'Kirghiz', 'Kyrgyz'],
    ['RALLY IN KOKCHETAV', 'name-preferred', 'KOKCHETAV', 'KOKSHETAU'],
    ['It happened in the Tien-Shan.', 'name-preferred', 'Tien-Shan', 'Tian Shan'],
    ['Ashkhabad’s doctors met.', 'name-preferred', 'Ashkhabad', 'Ashgabat'],
  ])('%s', async (...one) => expectFound(one, 'en'));

  test.each<Case>([
    ['Встреча прошла в Алма-Ате.', 'name-preferred', 'Алма-Ате'],
    ['Для киргизских школьников.', 'name-preferred', 'киргизских', 'кыргызских'],
    ['Киргизским гостям показали зал.', 'name-preferred', 'Киргизским', 'Кыргызским'],
    ['Делегация Киргизии уехала.', 'name-preferred', 'Киргизии'],
    ['В Чимкенте открыт центр.', 'name-preferred', 'Чимкенте', 'Шымкенте'],
  ])('%s', async (...one) => expectFound(one, 'ru'));

  test.each([
    ['en', 'Almaty, Kyrgyz, Kokshetau; the Tian Shan; Kyrgyzstan’s; Turkmenistan.'],
    ['ru', 'Алматы, Кыргызстан, кыргызский, Туркменистан, в Туркменистане.'],
  ])('none in %s: %s', async (language, text) => {
    expect(await listMarked(text, { language })).toEqual([]);
  });
});

describe('agencies', () => {
  test.each<Case>([
    ['Supported by UNDOC.', 'abbreviation-typo', 'UNDOC', 'UNODC'],
    ['The OCSE Programme Office.', 'abbreviation-typo', 'OCSE', 'OSCE'],
    ['Officers of GUNK and GUNK met those of GNUK.', 'abbreviation-typo', 'GNUK', 'GUNK'],
    [
      'The Central Asia Drug Action Programme (CAPAD) helped.',
      'abbreviation-typo',
      'CAPAD',
      'CADAP',
    ],
    ['The Counter Narcotics Service (CNC) met.', 'abbreviation-typo', 'CNC', 'CNS'],
    [
      'The World Custom Organization took part.',
      'agency-name',
      'World Custom Organization',
      'World Customs Organization',
    ],
    [
      'The United Nation Office on Drugs and Crime helped.',
      'agency-name',
      'United Nation Office on Drugs and Crime',
    ],
    [
      'The United Nations Office for Drugs and Crime helped.',
      'agency-name',
      'United Nations Office for Drugs and Crime',
    ],
    [
      'The Central Asian Regional Information and Coordinating Centre.',
      'agency-name',
      'Central Asian Regional Information and Coordinating Centre',
    ],
    [
      'The Word Health Organization.',
      'agency-name',
      'Word Health Organization',
      'World Health Organization',
    ],
  ])('%s', async (...one) => expectFound(one, 'en'));

  test.each([
    'UNODC, OSCE, the UMVD and the OMVD, UNK and NUK, MVD and DMV.',
    'Tomsk State University (TGU), the Drug Control Agency (AKN), the Eurasian Group (EAG).',
    'The Organisation for Security and Co-operation in Europe (OSCE) and the World Health Organisation.',
    'The United Nations Office on Drugs and Crime (UNODC), the World Customs Organization (WCO).',
    'Ministry of Internal Affairs (MVD), Central Asia Drug Action Program (CADAP), non-governmental organisation (NGO).',
    'The United Nations office in Vienna. The world health day. World Health Assembly.',
  ])('none in %s', async (text) => {
    expect(await listMarked(text)).toEqual([]);
  });
});

describe('ranks', () => {
  test.each([
    ['en', 'Major General Nurbek Abdiev spoke. Colonel Abdiev left.', 'Colonel Abdiev'],
    ['en', 'Police Captain Ayna Orazova came. Major Ayna Orazova spoke.', 'Major Ayna Orazova'],
    [
      'en',
      'Lieutenant Colonel of police Marat Saidov. Then police captain Saidov.',
      'captain Saidov',
    ],
    [
      'ru',
      'Майор полиции Сауле Абенова открыла встречу. Подполковник Абенова закрыла её.',
      'Подполковник Абенова',
    ],
    ['ru', 'Генерал-майор Нурбек Абдиев. Слово полковника Абдиева.', 'полковника Абдиева'],
  ])('differ in %s: %s', async (language, text, marked) => {
    expect(await listMarked(text, { language })).toEqual([['rank-differs', marked]]);
  });

  test.each([
    ['en', ['Major General Nurbek Abdiev spoke. General Abdiev left.']],
    ['en', ['Lieutenant Colonel Marat Saidov came. Colonel Saidov spoke.']],
    ['en', ['Captain Ayna Orazova met Major Berdi Orazov.']],
    ['en', ['Major Saidov spoke.', 'Colonel Saidov spoke.']],
    ['en', ['Major Saidov and Colonel Karimov. Private Company Saidov.']],
    ['ru', ['Генерал-майор Нурбек Абдиев. Слова генерала Абдиева.']],
    ['ru', ['Старший лейтенант Анна Ким. Лейтенант полиции Ким. Майору Олегу Киму.']],
  ])('none in %s: %j', async (language, texts) => {
    expect(await listMarked(texts, { language })).toEqual([]);
  });
});
