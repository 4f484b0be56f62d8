import { describe, expect, test } from '@jest/globals';
import { naming, slugOf } from '../../../src/publications/press-release/naming.ts';
import { scaffold } from '../../../src/publications/press-release/plan-release.ts';

describe('the name of a folder', () => {
  test.each([
    ['press-release-2019-04-25-bishkek', true],
    ['press-release-2019-04-25', false],
    ['press-release-2019-4-25-bishkek', false],
    ['press-release-2019-04-25-Bishkek', false],
    ['press-release-2019-04-25-a--b', false],
    ['2019-04', false],
  ])('%s: %s', (name, isName) => {
    expect(naming.isName(name)).toBe(isName);
  });

  test.each([
    ['Press release 2019-4-25 Bishkek seminar', 'press-release-2019-04-25-bishkek-seminar'],
    ['press_release_2019.04.25_bishkek', 'press-release-2019-04-25-bishkek'],
    ['pressrelease-2019-04-25-Bishkek', 'press-release-2019-04-25-bishkek'],
    ['press-release-bishkek', undefined],
    ['2025_2', undefined],
  ])('%s is corrected to %s', (name, corrected) => {
    expect(naming.correct(name)).toBe(corrected);
    if (corrected) expect(naming.isName(corrected)).toBe(true);
  });

  test('sorts by date', () => {
    const names = ['press-release-2025-01-02-a', 'press-release-2019-12-31-z'];
    expect([...names].sort(naming.compare)).toEqual([...names].reverse());
  });

  test.each([
    ['Seminar in Bishkek', 'seminar-in-bishkek'],
    ['Café “Über” 2025!', 'cafe-uber-2025'],
    [
      'A headline that is far too long to be the name of a folder',
      'a-headline-that-is-far-too-long-to-be',
    ],
    ['a'.repeat(60), 'a'.repeat(40)],
    ['Семинар', ''],
  ])('ends with the words of %s', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });
});

describe('the plan of a new release', () => {
  const NAME = 'press-release-2025-03-06-seminar';
  const plan = (
    options: Record<string, string>,
    names: string[] = [],
    newest: unknown = undefined,
  ) => scaffold.plan(options, { names, newest });
  const given = { date: '2025-03-06', slug: 'seminar' };

  test('takes the programme of the newest release unless one is given', () => {
    const newest = { programme: 'cadap-7' };
    expect(plan(given, ['press-release-2025-01-01-a'], newest)).toMatchObject({
      name: NAME,
      values: { programme: "'cadap-7'" },
    });
    expect(plan({ ...given, programme: 'cadap-6' }, [], newest)).toMatchObject({
      values: { programme: "'cadap-6'" },
    });
  });

  test.each([
    [{}, 'Give the day of the release'],
    [{ ...given, date: '6.3.2025', programme: 'a' }, '--date 6.3.2025 is not a valid date'],
    [{ date: '2025-03-06', headline: 'Семинар', programme: 'a' }, 'needs Latin letters'],
    [given, 'There is no earlier press release to take the programme from'],
  ])('%j is rejected', (options, reason) => {
    const { reasons } = plan(options) as { reasons: string[] };
    expect(reasons.join('\n')).toContain(reason);
  });

  test('never takes the folder of another release', () => {
    expect(plan({ ...given, programme: 'a' }, [NAME])).toEqual({
      reasons: [`${NAME} already exists and was not changed. Give another --slug or --date.`],
    });
  });
});
