import { describe, expect, test } from '@jest/globals';
import { checkRelease, sampleRelease } from '../../helpers/check-release.ts';

const check = (changes: Readonly<Record<string, string | undefined>>) =>
  checkRelease(sampleRelease(changes));

test('a release without mistakes has no problems', async () => {
  expect(await check({})).toEqual([]);
});

describe('the programme', () => {
  test('is one of those that have a file', async () => {
    expect(await check({ programme: 'cadap-8' })).toEqual([
      '2:12 error there is no programme `cadap-8`: did you mean `cadap-6`? [programme-unknown] Write one of cadap-6, cadap-7.',
    ]);
  });

  test('has the Delegation', async () => {
    expect(await check({ delegation: 'kyrgystan' })).toEqual([
      '7:13 error there is no Delegation `kyrgystan`: did you mean `kyrgyzstan`? [delegation-unknown] Write one of kyrgyzstan.',
    ]);
    expect(await check({ delegation: 'toString' })).toHaveLength(1);
    expect(await check({ delegation: 'true' })).toEqual([
      '7:13 error the programme’s file does not say which delegation to print [programme-part] Write the name of a Delegation, such as kyrgyzstan.',
    ]);
  });

  test('has a contact, or the release has its own', async () => {
    expect(await check({ contact: 'true' })).toEqual([
      '7:10 error the programme’s file does not say which contact to print [programme-part] Write { name: …, role: …, phone: …, email: … }.',
    ]);
    expect(await check({ contact: '{ name: Ms. Example, email: a@example.org }' })).toEqual([]);
    expect(await check({ contact: 'false' })).toEqual([]);
  });

  test('has words for the date', async () => {
    const yaml = sampleRelease({ date: '2013-06-30', delegation: 'kyrgyzstan' });
    expect(await checkRelease(yaml, 'press-release-2013-06-30-topic')).toEqual([
      '3:7 error the paragraph about the European Union is known since 2013-07-01, but the date is 2013-06-30 [programme-date] Correct the date, or write these words in the issue itself.',
      '7:13 error the Delegation `kyrgyzstan` is known since 2020-02-01, but the date is 2013-06-30 [programme-date] Correct the date, or write these words in the issue itself.',
    ]);
    const own = sampleRelease({ date: '2013-06-30', europeanUnion: 'A text.' });
    expect(await checkRelease(own, 'press-release-2013-06-30-topic')).toEqual([]);
  });
});

describe('the name of the programme', () => {
  test.each([
    ['FIAPP 7', 'CADAP 7'],
    ['CADPA 7', 'CADAP 7'],
    ['CADAP7', 'CADAP 7'],
    ['Cadap-7', 'CADAP 7'],
    ['CADPA', 'CADAP'],
    ['Central Asian Drug Action Programme', 'Central Asia Drug Action Programme'],
    ['Central Asia Drug Action Program', 'Central Asia Drug Action Programme'],
  ])('%s is reported', async (written, meant) => {
    const body = `The team of ${written} came.`;
    expect(await check({ body })).toEqual([
      `6:19 warning “${written}” is not quite the programme’s name: did you mean “${meant}”? [programme-name] Write the name as in the programme’s file: ${meant}`,
    ]);
  });

  test.each([
    'CADAP 7 follows CADAP 6.',
    'The CADAP team met FIIAPP and CARICC.',
    'The goal is SDG 7, and 7 ministries of the EU 27 agreed.',
    'The Central Asia Drug Action Programme has seven phases.',
    'ISO 7.5 is a version; UNODC 70 is not.',
  ])('%s is not', async (body) => {
    expect(await check({ body })).toEqual([]);
  });

  test('can be suppressed by a comment', async () => {
    const headline = 'FIAPP 7 in Bishkek # ok: programme-name';
    expect(await check({ headline })).toEqual([]);
  });
});

describe('addresses', () => {
  const SECOND = 'has a second https:// in it [address-invalid]';

  test.each([
    ['delegation: { name: A, website: "https:// https://example.org/" }', '7:33'],
    ['delegation: { name: A, facebook: "http://https://example.org/" }', '7:34'],
    ['about: See https:// https://example.org/', '7:12'],
    ['readMore: See https://https://example.org/', '7:15'],
    ['europeanUnion: See https://https://example.org/', '7:20'],
    ['contact: { name: "https:// https://example.org/" }', '7:19'],
  ])('%s has one scheme too many', async (line, place) => {
    const found = await checkRelease(`${sampleRelease()}${line}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${place} warning .*`));
    expect(found[0]).toContain(SECOND);
  });

  test('a link with one scheme too many is an error', async () => {
    expect(await check({ body: '"[a](https://https://example.org/)"' })).toEqual([
      '6:8 error the link leads to `https://https://example.org/`, which has a second https:// [link-invalid] Write https:// once: [words](https://example.org/).',
    ]);
  });

  test('an address inside an address is none', async () => {
    const body = 'See https://web.archive.org/web/2020/https://example.org/ there.';
    expect(await check({ body })).toEqual([]);
  });

  test('an e-mail address has an @', async () => {
    expect(await check({ contact: '{ name: Ms. Example, email: press.example.org }' })).toEqual([
      '7:38 warning `press.example.org` is not an e-mail address [address-invalid] Write the whole address: name@example.org',
    ]);
  });
});

describe('other rules', () => {
  test('a headline has no full stop', async () => {
    expect(await check({ headline: 'A headline.' })).toEqual([
      '5:21 warning the headline ends with a full stop [title-stop] Remove the full stop.',
    ]);
  });

  test('a release has a dateline', async () => {
    expect(await check({ place: undefined })).toEqual([
      '3:7 warning the release has no `place`, so neither place nor date is printed [dateline-missing] Write the place where the event took place: place: Bishkek',
    ]);
  });

  test('a quotation is closed, also in the release’s own words', async () => {
    const found = await check({ body: 'He said “Yes.', about: 'She said “No.' });
    expect(found.map((problem) => problem.slice(0, 60))).toEqual([
      '6:15 warning the quotation that begins here with “ is not cl',
      '7:17 warning the quotation that begins here with “ is not cl',
    ]);
  });

  test('the folder has the date of the release', async () => {
    expect(await check({ date: '2025-03-07' })).toEqual([
      '3:7 error the folder is named press-release-2025-03-06-topic, but the release is of 2025-03-07 [release-folder] Rename the folder to press-release-2025-03-07-topic, or correct the date.',
    ]);
    expect((await checkRelease(sampleRelease(), '2025-03'))[0]).toContain('[release-folder]');
  });

  test('an embargo has a time zone and does not end before the date', async () => {
    expect(await check({ embargo: '2025-03-07T10:00+06:00' })).toEqual([]);
    expect((await check({ embargo: '2025-03-07T10:00' }))[0]).toContain(
      '7:10 error `embargo` is not a time with its time zone, such as 2019-04-26T10:00+06:00',
    );
    expect((await check({ embargo: '2025-02-30T10:00Z' }))[0]).toContain('[value-invalid]');
    expect((await check({ embargo: '2025-03-05T10:00Z' }))[0]).toContain('[embargo-date]');
  });

  test('an example of new-issue is found', async () => {
    const lead = 'A standfirst, if there is one; it is printed in bold before the text';
    const [found] = await check({ lead: `'${lead}'` });
    expect(found).toContain(
      'this lead still has the example text of a new issue [example-left-in]',
    );
  });

  test('an unknown character is found in any part', async () => {
    expect((await check({ about: '漢' }))[0]).toContain('[glyph-missing]');
    expect((await check({ delegation: '{ name: 漢 }' }))[0]).toContain('[glyph-missing]');
  });

  test('the publication’s keys are checked', async () => {
    const found = await check({ headline: undefined, contact: '{ nme: A }' });
    expect(found).toHaveLength(2);
    expect(found.join()).toContain('the file has no `headline`');
    expect(found.join()).toContain('did you mean `name`?');
  });
});

test('an example of the place is found, too', async () => {
  const [found] = await check({ place: "'Example: the place of the event'" });
  expect(found).toContain('4:9 warning this place still has the example text of a new issue');
});

describe('a value of a wrong type is one problem at its place, and never an exception', () => {
  const KEYS = [
    ...['programme', 'date', 'place', 'headline', 'lead', 'body', 'photo', 'about', 'readMore'],
    ...['contact', 'implementer', 'funder', 'delegation', 'europeanUnion', 'embargo'],
  ];
  const VALUES = [
    '5',
    '[]',
    '[a]',
    '{ a: b }',
    '{ name: 5 }',
    '{ statement: [], address: a }',
    "''",
  ];

  test.each(KEYS)('%s', async (key) => {
    for (const value of VALUES) {
      const found = await check({ [key]: value });
      expect([value, found.length > 0]).toEqual([value, true]);
      expect([value, found.filter((problem) => !problem.includes(' error '))]).toEqual([value, []]);
    }
  });
});
