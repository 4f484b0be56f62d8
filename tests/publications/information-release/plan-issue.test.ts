import { describe, expect, test } from '@jest/globals';
import { scaffold } from '../../../src/publications/information-release/plan-issue.ts';
import type { NewIssueOptions } from '../../../src/publications/publication.ts';

/** Name, number, period and countries of the planned issue, or the reasons for its rejection. */
function plan(
  requested: NewIssueOptions,
  names = ['2025-01'],
  newest: unknown = endingOn('2025-01-15'),
) {
  const planned = scaffold.plan(requested, { names, newest });
  if ('reasons' in planned) return planned.reasons;
  const { period, number, countries } = planned.values as {
    period: { from: string; to: string };
    number: number;
    countries: { code: string }[];
  };
  const codes = countries.map(({ code }) => code).join();
  return `${planned.name} #${number} ${period.from} ${period.to} ${codes}`;
}

const endingOn = (to: unknown) => ({ period: { to } });
const ALL = 'AZ,KZ,KG,RU,TJ,TM,UZ';

describe('the next issue', () => {
  test('continues number and period, and has the member states', () => {
    expect(plan({})).toBe(`2025-02 #2 2025-01-16 2025-01-31 ${ALL}`);
  });

  test('has number 1 in a new year', () => {
    expect(plan({}, ['2024-23', '2024-24'], endingOn('2024-12-31'))).toBe(
      `2025-01 #1 2025-01-01 2025-01-15 ${ALL}`,
    );
  });

  test('belongs to the year in which it ends', () => {
    expect(plan({ to: '2025-01-10' }, ['2024-23'], endingOn('2024-12-27'))).toBe(
      `2025-01 #1 2024-12-28 2025-01-10 ${ALL}`,
    );
  });

  test('needs only the last day of the newest issue', () => {
    expect(plan({}, ['2025-01'], { numbr: 'x', period: { form: 1, to: '2025-01-15' } })).toMatch(
      /^2025-02 #2 /,
    );
  });

  test('follows the highest number of its year, not the newest issue’s number', () => {
    expect(plan({ from: '2024-12-16' }, ['2024-07', '2024-19', '2025-01'])).toMatch(
      /^2024-20 #20 2024-12-16 2024-12-31 /,
    );
  });
});

describe('options override the defaults', () => {
  test('number, days, countries', () => {
    const requested = { number: '9', from: '2025-03-01', to: '2025-03-20', countries: 'uz, KG,UZ' };
    expect(plan(requested)).toBe('2025-09 #9 2025-03-01 2025-03-20 UZ,KG');
  });

  test('also if there is no issue, or the newest cannot be read', () => {
    expect(plan({ from: '2025-01-01' }, [], undefined)).toMatch(/^2025-01 #1 2025-01-01 /);
    expect(plan({ from: '2025-01-16' }, ['2025-01'], undefined)).toMatch(/^2025-02 #2 /);
  });
});

describe('is rejected, with a fix,', () => {
  test.each([
    [{ number: '0' }, /^--number 0 is not a whole number from 1/],
    [{ number: 'two' }, /^--number two is not/],
    [{ number: '2.5' }, /^--number 2.5 is not/],
    [{ from: '16.01.2025' }, /^--from 16\.01\.2025 is not a valid date .*2024-11-16/],
    [{ to: '2025-02-30' }, /^--to 2025-02-30 is not a valid date/],
    [
      { from: '2025-02-02', to: '2025-02-01' },
      /ends on 2025-02-01, before it begins.*Swap --from and --to/,
    ],
    [{ to: '2024-12-31' }, /would begin on 2025-01-16.*Also give --from/],
    [{ countries: 'Kazahstan' }, /Kazahstan is not a country code: did you mean KZ\?/],
    [{ countries: 'QQ' }, /QQ is not a country code\. Write it as/],
    [{ countries: ' , ' }, /--countries has no country code/],
    [{ number: '1' }, /Issue 2025-01 already exists.*--number 2/],
  ])('%j', (requested, message) => {
    const reasons = plan(requested);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(message);
  });

  test('all invalid options together', () => {
    expect(plan({ number: 'x', from: 'y', to: 'z', countries: 'QQ,QX' })).toHaveLength(5);
  });

  test('without an earlier issue', () => {
    expect(plan({}, [], undefined)).toEqual([expect.stringMatching(/no earlier issue.*--from /)]);
  });

  test.each([undefined, null, 'text', endingOn('2025-02-31'), endingOn(null)])(
    'after an issue whose last day cannot be read: %j',
    (newest) => {
      expect(plan({}, ['2025-01'], newest === undefined ? null : newest)).toEqual([
        expect.stringMatching(/newest issue, 2025-01, cannot be read.*--from /),
      ]);
    },
  );

  test('if a folder of that number exists with another spelling', () => {
    expect(plan({ number: '2' }, ['2025-2'])).toEqual([expect.stringMatching(/already/)]);
  });
});
