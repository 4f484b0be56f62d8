import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { buildRelease } from '../helpers/build-release.ts';
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

const BODY = [
  'Nurses and doctors from four regions met in Dushanbe to compare how they treat patients.',
  '"We have learned to listen first", said Ms. Zarina Sample, head of a clinic in Khatlon.',
  '"The patients notice the difference", added Mr. Otto Specimen, adviser of the programme.',
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

test('a release without dateline and contact, with another implementer, is printed word for word', async () => {
  const { bytes, problems } = await buildRelease(
    stringify({
      publication: 'press-release',
      programme: 'cadap-7',
      date: '2024-05-30',
      headline: 'Clinics of four regions compare their experience',
      body: BODY.join('\n\n'),
      about: 'CADAP 7 supports the countries of Central Asia.',
      readMore: false,
      implementer: IMPLEMENTER,
      funder: { statement: 'Co-funded by\nthe European Union' },
      delegation: DELEGATION,
    }),
    'press-release-2024-05-30-clinics',
  );
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['dateline-missing', 'warning'],
    ['address-invalid', 'warning'],
  ]);
  const read = (await readWords(bytes)).join(' ');
  const expected = [
    'PRESS RELEASE Clinics of four regions compare their experience',
    ...BODY,
    'CADAP 7 supports the countries of Central Asia.',
    'The action is carried out by Agency for Examples 1 Sample Street, Madrid, Spain',
    'Co-funded by the European Union',
    'Delegation of the European Union to the Republic of Tajikistan 2 Specimen Street, Dushanbe',
    'Telephone: +992 000 00 00 E-mail: delegation@example.org',
    'Facebook: https:// https://www.example.org/page',
    'The European Union is made up of 27 Member States',
  ].join(' ');
  expect(read.slice(0, expected.length)).toBe(expected);
  const paragraph = read.slice(expected.length);
  expect(paragraph).toMatch(/enlargement of 60 years.*peoples beyond its borders\.$/);
});
