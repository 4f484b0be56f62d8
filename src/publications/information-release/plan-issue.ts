import { addDays, format, getDate, lastDayOfMonth, parseISO, setDate } from 'date-fns';
import { z } from 'zod';
import { DEFAULT_LANGUAGE, LANGUAGE_CODES, languageOf } from '../../text/languages/index.ts';
import type {
  IssuePlan,
  IssuesBefore,
  NewIssueOptions,
  Rejection,
  Scaffold,
} from '../publication.ts';
import { day } from '../shared/schema-pieces.ts';
import { type Country, countryOf, guessCountryCode, listMemberStates } from './countries.ts';
import { EXAMPLE_SOURCE } from './editorial/examples-left.ts';
import { issueName, yearOf } from './schema.ts';

/** Files of the template that a new issue can be made from: that of its language, or the default one. */
export function newIssueTemplates(language: string): string[] {
  return [...new Set([language, DEFAULT_LANGUAGE])].map((code) => `new-issue.${code}.yaml.hbs`);
}

/** Begins issues of the Information Release. */
export const scaffold: Scaffold = {
  options: [
    { flags: '--number <number>', description: 'number; by default the next of the year' },
    {
      flags: '--from <day>',
      description: 'first day, such as 2025-01-16; by default the day after the newest issue',
    },
    {
      flags: '--to <day>',
      description: 'last day; by default the 15th or the last day of the month',
    },
    {
      flags: '--countries <codes>',
      description: 'countries, such as KZ,KG; by default CARICC’s member states',
    },
    {
      flags: '--language <code>',
      description: `language of the first edition: ${LANGUAGE_CODES.join(', ')}; by default ${DEFAULT_LANGUAGE}`,
    },
  ],
  examples: ['', '--countries KZ,KG,UZ', '--number 3 --from 2025-02-01 --to 2025-02-15'],
  plan,
  nextSteps: [
    [
      'Open it and replace the example. For each further country take away the "# " before',
      'its lines; remove the countries that have no articles.',
    ],
  ],
};

/** What is needed of the newest issue; whatever else is wrong with it does not matter. */
const lastDayIn = z.object({ period: z.object({ to: day() }) });

/**
 * Plans the issue after the newest: the next fortnight, the next number of its year, the member
 * states. Number and year are read from folders' names, so that a broken issue is in no one's way.
 */
function plan(requested: NewIssueOptions, before: IssuesBefore): IssuePlan | Rejection {
  const period = planPeriod(requested, before);
  const countries = planCountries(requested.countries);
  const number = planNumber(requested.number);
  const language = planLanguage(requested.language);
  const reasons = [number, period, countries, language].flatMap(reasonsOf);
  if (isRejected(period) || isRejected(countries) || isRejected(number) || isRejected(language)) {
    return { reasons };
  }
  const { highest, has } = numbersOf(yearOf({ period }), before.names);
  const issue = { number: number.typed ?? highest + 1, period };
  const name = issueName(issue);
  if (has(issue.number)) {
    return reject(
      `There is an issue ${name} already; it was left as it is. Give another number or another period, such as --number ${highest + 1}.`,
    );
  }
  const values = {
    ...issue,
    name,
    ...language,
    countries,
    exampleSource: EXAMPLE_SOURCE,
  };
  return { name, templates: newIssueTemplates(language.language), values };
}

function planLanguage(typed: string | undefined): { language: string } | Rejection {
  if (typed === undefined) return { language: DEFAULT_LANGUAGE };
  if (languageOf(typed)) return { language: typed };
  return reject(`--language ${typed} is not one of ${LANGUAGE_CODES.join(', ')}.`);
}

interface Period {
  readonly from: string;
  readonly to: string;
}

function planPeriod({ from, to }: NewIssueOptions, before: IssuesBefore): Period | Rejection {
  const wrong = Object.entries({ from, to }).filter(
    ([, typed]) => typed !== undefined && !day().safeParse(typed).success,
  );
  if (wrong.length > 0) {
    return {
      reasons: wrong.map(
        ([flag, typed]) =>
          `--${flag} ${typed} is not a day of the calendar written as YEAR-MONTH-DAY, such as 2024-11-16.`,
      ),
    };
  }
  const first = from ?? firstDayAfter(before);
  if (typeof first !== 'string') return first;
  const last = to ?? endOfFortnight(first);
  if (first <= last) return { from: first, to: last };
  return reject(
    from === undefined
      ? `The issue would begin on ${first}, the day after the newest issue, and end before, on ${last}. Give --from too.`
      : `The period runs backwards: it ends on ${last}, before it begins on ${first}. Exchange --from and --to.`,
  );
}

function firstDayAfter({ names, newest }: IssuesBefore): string | Rejection {
  const name = names.at(-1);
  if (name === undefined) {
    return reject(
      'There is no issue yet that the new one could follow. Give its first day, such as --from 2025-01-01.',
    );
  }
  const { data } = lastDayIn.safeParse(newest);
  if (data) return dayAfter(data.period.to);
  return reject(
    `The last day of the newest issue, ${name}, cannot be read. Mend its period, or give the first day of the new issue, such as --from 2025-01-16.`,
  );
}

function planNumber(typed: string | undefined): { typed: number | undefined } | Rejection {
  if (typed === undefined) return { typed };
  if (/^[1-9]\d{0,2}$/.test(typed)) return { typed: Number(typed) };
  return reject(`--number ${typed} is not a whole number from 1 to 999.`);
}

function planCountries(typed: string | undefined): readonly Country[] | Rejection {
  if (typed === undefined) return listMemberStates();
  const words = typed.split(/[\s,]+/).filter((word) => word !== '');
  const codes = [...new Set(words.map((word) => word.toUpperCase()))];
  const found = codes.flatMap((code) => countryOf(code) ?? []);
  if (codes.length === 0) return reject('--countries names none. Write it as --countries KZ,KG.');
  if (found.length === codes.length) return found;
  const unknown = words.filter((word) => !countryOf(word.toUpperCase()));
  return { reasons: unknown.map(explainUnknownCountry) };
}

function explainUnknownCountry(typed: string): string {
  const guess = guessCountryCode(typed);
  return `--countries: ${typed} is no country’s code${guess ? `: did you mean ${guess}?` : '. Write it as --countries KZ,KG.'}`;
}

/** The numbers that issues of a year have: the highest, 0 when there is none, and whether one is taken. */
function numbersOf(year: number, names: readonly string[]) {
  const numbers = names
    .map((name) => name.split('-').map(Number))
    .flatMap(([of, number]) => (of === year && number !== undefined ? [number] : []));
  return { highest: Math.max(0, ...numbers), has: (number: number) => numbers.includes(number) };
}

function reject(reason: string): Rejection {
  return { reasons: [reason] };
}

function isRejected(plan: object): plan is Rejection {
  return 'reasons' in plan;
}

function reasonsOf(plan: object): readonly string[] {
  return isRejected(plan) ? plan.reasons : [];
}

// Releases cover the 1st to the 15th of a month, and the 16th to its end. Days are ISO 8601:
// 2024-11-16.

const MIDDLE = 15;

/** The day after a day. */
export function dayAfter(day: string): string {
  return print(addDays(parseISO(day), 1));
}

/** The last day of the half of the month that a day is in. */
export function endOfFortnight(day: string): string {
  const date = parseISO(day);
  return print(getDate(date) <= MIDDLE ? setDate(date, MIDDLE) : lastDayOfMonth(date));
}

function print(date: Date): string {
  return format(date, 'yyyy-MM-dd');
}
