import { z } from 'zod';
import type {
  ExistingIssues,
  IssuePlan,
  NewIssueOptions,
  Rejection,
  Scaffold,
} from '../publication.ts';
import {
  LANGUAGE_OPTION,
  newIssueTemplates,
  readNewLanguage,
} from '../shared/new-issue-language.ts';
import { isRejected, reasonsOf } from '../shared/rejections.ts';
import { issueName, readName } from './naming.ts';
import { guessQuarter, quarter, quarterAfter } from './quarter.ts';

/** Plans new newsletters. */
export const scaffold: Scaffold = {
  options: [
    { flags: '--number <number>', description: 'number of the issue; by default the next one' },
    {
      flags: '--period <quarter>',
      description: 'quarter of a newsletter, such as 2022-Q3; by default the one after the newest',
    },
    {
      flags: '--programme <name>',
      description: 'programme of the issue; by default that of the newest one',
    },
    LANGUAGE_OPTION,
  ],
  examples: [
    '--publication newsletter',
    '--publication newsletter --programme cadap-7 --number 2 --period 2022-Q3',
  ],
  plan,
  nextSteps: [
    ['Open it and replace the examples. Remove the keys that you do not need.'],
    ['Check it: npm run check'],
  ],
};

const PROGRAMME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const newestSchema = z.object({ programme: z.string() });
const periodSchema = z.object({ programme: z.string(), period: quarter() });

/** Plans the newsletter after the newest one of its programme: the next number and the next quarter. */
function plan(
  requested: NewIssueOptions,
  { names, newest }: ExistingIssues,
): IssuePlan | Rejection {
  const programme = requested.programme ?? newestSchema.safeParse(newest).data?.programme;
  const numbers = names.flatMap((name) => {
    const read = readName(name);
    return read && read.programme === programme ? [read.number] : [];
  });
  const number = requested.number ?? String(Math.max(0, ...numbers) + 1);
  const last = periodSchema.safeParse(newest).data;
  const period =
    requested.period ?? (last?.programme === programme && last && quarterAfter(last.period));
  const language = readNewLanguage(requested.language);
  const reasons = [
    ...explainProgramme(programme),
    ...(/^[1-9]\d{0,2}$/.test(number)
      ? []
      : [`--number ${number} is not a whole number from 1 to 999.`]),
    ...explainPeriod(period || undefined),
    ...reasonsOf(language),
  ];
  if (programme === undefined || !period || isRejected(language) || reasons.length > 0)
    return { reasons };
  const name = issueName(programme, Number(number));
  if (numbers.includes(Number(number))) {
    return {
      reasons: [
        `${name} already exists and was not changed. Give another number, such as --number ${Math.max(...numbers) + 1}.`,
      ],
    };
  }
  const values = { name, programme, number: Number(number), period, ...language };
  return { name, templates: newIssueTemplates(language.language), values };
}

function explainProgramme(programme: string | undefined): string[] {
  if (programme === undefined)
    return [
      'There is no earlier newsletter to take the programme from. Give it as --programme cadap-7.',
    ];
  return PROGRAMME.test(programme)
    ? []
    : [`--programme ${programme} is not the name of a programme’s file, such as cadap-7.`];
}

function explainPeriod(period: string | undefined): string[] {
  if (period === undefined)
    return [
      'There is no earlier newsletter of the programme to continue from. Give the quarter, such as --period 2022-Q3.',
    ];
  if (quarter().safeParse(period).success) return [];
  const guess = guessQuarter(period);
  return [
    `--period ${period} is not a quarter written as YEAR-Q1 to YEAR-Q4${guess ? `: did you mean ${guess}?` : ', such as 2022-Q3.'}`,
  ];
}
