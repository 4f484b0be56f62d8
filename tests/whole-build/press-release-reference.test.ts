import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { buildRelease } from '../helpers/build-release.ts';
import { buildNewsletter, sampleNewsletter } from '../helpers/check-newsletter.ts';
import { referenceRelease } from '../helpers/project-root.ts';
import { readStructureTexts } from '../helpers/read-structure.ts';
import { splitWords, transcribeRelease } from '../helpers/reference-release.ts';

/** The words of a PDF in the order in which they are read aloud. */
async function readWords(bytes: Uint8Array): Promise<string[]> {
  const texts = await readStructureTexts(bytes);
  return splitWords(texts.map(({ text }) => text).join(' '));
}

// A published press release lies beside the project on some machines only. Its text is transcribed at
// run time and never kept in the project.
const testReference = referenceRelease ? test : test.skip;

testReference.each(['ownWords', 'programmeWords'] as const)(
  'the published release is printed word for word, with %s',
  async (kind) => {
    const { words, ...issues } = transcribeRelease(referenceRelease ?? '');
    expect(words.length).toBeGreaterThan(300);
    const { bytes, problems, report } = await buildRelease(issues[kind]);
    expect(problems).toEqual([]);
    expect(report?.pages).toBe(1);
    expect(await readWords(bytes)).toEqual(words);
  },
);

const QUOTES = [
  ['"We have learned to listen first."', 'Ms. Zarina Sample, head of a clinic in Khatlon'],
  ['"The patients notice the difference."', 'Mr. Otto Specimen, adviser of the programme'],
];
const BODY = [
  'Nurses and doctors from four regions met in Dushanbe to compare how they treat patients.',
  ...QUOTES,
  'The next meeting will take place in Khujand.',
];
const IMPLEMENTER = {
  statement: 'The action is carried out by',
  name: 'Agency for Examples',
  address: ['1 Sample Street,', 'Madrid, Spain'],
};
const DELEGATION = {
  name: 'Delegation of the European Union to the Republic of Tajikistan',
  address: ['2 Specimen Street, Dushanbe'],
  phone: '+992 000 00 00',
  email: 'delegation@example.org',
  facebook: 'https:// https://www.example.org/page',
};

/** The paragraph about the European Union, since February 2020. */
const UNION =
  'The European Union is made up of 27 Member States who have decided to gradually link together their know-how, resources and destinies. Together, during a period of enlargement of 60 years, they have built a zone of stability, democracy and sustainable development whilst maintaining cultural diversity, tolerance and individual freedoms. The European Union is committed to sharing its achievements and its values with countries and peoples beyond its borders.';

test('a release without dateline and contact, with another implementer, is printed word for word', async () => {
  const body = BODY.map((part) =>
    typeof part === 'string' ? part : `> ${part[0]}\n>\n> - ${part[1]}`,
  );
  const { bytes, problems } = await buildRelease(
    stringify(
      {
        publication: 'press-release',
        programme: 'cadap-7',
        date: '2024-05-30',
        headline: 'Clinics of four regions compare their experience',
        body: body.join('\n\n'),
        about: 'CADAP 7 supports the countries of Central Asia.',
        readMore: false,
        implementer: IMPLEMENTER,
        funder: { statement: 'Co-funded by\nthe European Union' },
        delegation: DELEGATION,
      },
      // Longer lines would be folded.
      { lineWidth: 0 },
    ),
    'press-release-2024-05-30-clinics',
  );
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['dateline-missing', 'warning'],
    ['address-invalid', 'warning'],
  ]);
  // Neither dateline nor contact, neither fax nor website of the Delegation.
  const expected = [
    'PRESS RELEASE Clinics of four regions compare their experience',
    ...BODY.map((part) => (typeof part === 'string' ? part : `${part[0]} – ${part[1]}`)),
    'CADAP 7 supports the countries of Central Asia.',
    'The action is carried out by Agency for Examples 1 Sample Street, Madrid, Spain',
    'Co-funded by the European Union',
    'Delegation of the European Union to the Republic of Tajikistan 2 Specimen Street, Dushanbe',
    'Telephone: +992 000 00 00 E-mail: delegation@example.org',
    'Facebook: https:// https://www.example.org/page',
    UNION,
  ];
  expect((await readWords(bytes)).join(' ')).toBe(expected.join(' '));
});

test('a Russian release has its computed words and its programme in Russian', async () => {
  const { bytes, problems } = await buildRelease(
    stringify({
      publication: 'press-release',
      programme: 'cadap-7',
      date: '2024-05-30',
      place: 'Бишкек',
      language: 'ru',
      headline: 'Семинар о профилактике',
      body: 'Участники обсудили планы.',
      contact: { name: 'Яна Образцова', role: 'пресс-секретарь', email: 'press@example.org' },
      delegation: 'kyrgyzstan',
      embargo: '2024-05-31T10:00+06:00',
    }),
    'press-release-2024-05-30-seminar',
  );
  expect(problems).toEqual([]);
  const words = (await readWords(bytes)).join(' ');
  expect(words).toMatch(
    /^ЭМБАРГО: не публиковать до 31 мая 2024 года, 10:00 \(UTC\+6\) ПРЕСС-РЕЛИЗ Семинар о профилактике Бишкек, 30 мая 2024 года Участники обсудили планы\. /,
  );
  expect(words).toContain('обращайтесь: Яна Образцова, пресс-секретарь, эл. почта: press@example');
  expect(words).toContain('Финансируется Европейским союзом Представительство Европейского союза');
  expect(words).toContain('состоит из 27 государств-членов, ');
  expect(findLatinWords(words)).toEqual(['FIIAPP', 'Facebook', 'UTC']);
});

test('a Russian newsletter has its computed words and its programme in Russian', async () => {
  const { bytes, problems } = await buildNewsletter(
    sampleNewsletter({
      language: 'ru',
      programme: 'cadap-6',
      period: '2019-Q3',
      articles: [{ title: 'О планах', contents: 'О планах', body: 'Участники обсудили планы.' }],
      closing: { vision: true, website: true, mission: true },
    }),
    { name: 'newsletter-cadap-6-2' },
  );
  expect(problems).toEqual([]);
  const words = (await readWords(bytes)).join(' ');
  expect(words).toMatch(
    /^CADAP 6 Программа .*, фаза 6 Ежеквартальный информационный бюллетень № 2 июль – сентябрь 2019 года Проект финансируется Европейским союзом В этом выпуске: О планах [. ]*Стр\. 01 О ПЛАНАХ Участники /,
  );
  expect(words).toMatch(/ Видение .* Миссия .* состоит из 28 государств-членов, /);
  expect(findLatinWords(words)).toEqual(['CADAP']);
});

/** Returns the words in Latin letters that are not in an address, each once, sorted. */
function findLatinWords(text: string): string[] {
  const words = text.replace(/\S*(?:[@/_]|\.org)\S*/g, '').match(/[A-Za-z]{2,}/g) ?? [];
  return [...new Set(words)].sort();
}
