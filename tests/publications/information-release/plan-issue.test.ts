import { describe, expect, test } from '@jest/globals';
import { scaffold } from '../../../src/publications/information-release/plan-issue.ts';
import type { NewIssueOptions } from '../../../src/publications/publication.ts';

/** The plan after an issue that ends on a day: name, days, codes; or the reasons against it. */
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
  test('follows the newest: its number, its fortnight, the member states', () => {
    expect(plan({})).toBe(`2025-02 #2 2025-01-16 2025-01-31 ${ALL}`);
  });

  test('is the first of a new year', () => {
    expect(plan({}, ['2024-23', '2024-24'], endingOn('2024-12-31'))).toBe(
      `2025-01 #1 2025-01-01 2025-01-15 ${ALL}`,
    );
  });

  test('belongs to the year it ends in', () => {
    expect(plan({ to: '2025-01-10' }, ['2024-23'], endingOn('2024-12-27'))).toBe(
      `2025-01 #1 2024-12-28 2025-01-10 ${ALL}`,
    );
  });

  test('needs no more of the newest than its last day', () => {
    expect(plan({}, ['2025-01'], { numbr: 'x', period: { form: 1, to: '2025-01-15' } })).toMatch(
      /^2025-02 #2 /,
    );
  });

  test('has the number after the highest of its year, not of the newest', () => {
    expect(plan({ from: '2024-12-16' }, ['2024-07', '2024-19', '2025-01'])).toMatch(
      /^2024-20 #20 2024-12-16 2024-12-31 /,
    );
  });
});

describe('what the editor says goes before', () => {
  test('number, days, countries', () => {
    const requested = { number: '9', from: '2025-03-01', to: '2025-03-20', countries: 'uz, KG,UZ' };
    expect(plan(requested)).toBe('2025-09 #9 2025-03-01 2025-03-20 UZ,KG');
  });

  test('also when there is no issue, or none that can be read', () => {
    expect(plan({ from: '2025-01-01' }, [], undefined)).toMatch(/^2025-01 #1 2025-01-01 /);
    expect(plan({ from: '2025-01-16' }, ['2025-01'], undefined)).toMatch(/^2025-02 #2 /);
  });
});

describe('is refused, with the way out,', () => {
  test.each([
    [{ number: '0' }, /^--number 0 is not a whole number from 1/],
    [{ number: 'two' }, /^--number two is not/],
    [{ number: '2.5' }, /^--number 2.5 is not/],
    [{ from: '16.01.2025' }, /^--from 16\.01\.2025 is not a day .*2024-11-16/],
    [{ to: '2025-02-30' }, /^--to 2025-02-30 is not a day/],
    [{ from: '2025-02-02', to: '2025-02-01' }, /runs backwards.*Exchange --from and --to/],
    [{ to: '2024-12-31' }, /would begin on 2025-01-16.*Give --from too/],
    [{ countries: 'Kazahstan' }, /Kazahstan is no country’s code: did you mean KZ\?/],
    [{ countries: 'QQ' }, /QQ is no country’s code\. Write it as/],
    [{ countries: ' , ' }, /--countries names none/],
    [{ number: '1' }, /There is an issue 2025-01 already.*--number 2/],
  ])('%j', (requested, message) => {
    const reasons = plan(requested);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(message);
  });

  test('every wrong flag at once', () => {
    expect(plan({ number: 'x', from: 'y', to: 'z', countries: 'QQ,QX' })).toHaveLength(5);
  });

  test('without an issue to follow', () => {
    expect(plan({}, [], undefined)).toEqual([expect.stringMatching(/no issue yet.*--from /)]);
  });

  test.each([undefined, null, 'text', endingOn('2025-02-31'), endingOn(null)])(
    'after an issue whose last day cannot be read: %j',
    (newest) => {
      expect(plan({}, ['2025-01'], newest === undefined ? null : newest)).toEqual([
        expect.stringMatching(/newest issue, 2025-01, cannot be read.*--from /),
      ]);
    },
  );

  test('when a folder of that number is there by another spelling', () => {
    expect(plan({ number: '2' }, ['2025-2'])).toEqual([expect.stringMatching(/already/)]);
  });
});
