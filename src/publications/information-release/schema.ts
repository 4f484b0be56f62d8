import { z } from 'zod';
import { guessDay } from './guess-day.ts';

/** Text that must not be left blank. */
const text = () => z.string().regex(/\S/, { error: 'is blank' });

const day = () =>
  z.iso.date({
    error: ({ input }) => {
      const guess = guessDay(String(input));
      const rule = 'is not a day of the calendar written as YEAR-MONTH-DAY';
      return guess ? `${rule}: did you mean ${guess}?` : `${rule}, such as 2024-11-16`;
    },
  });

const webAddress = () =>
  text().refine(isWebAddress, {
    error: 'is not a web address that starts with https:// or http://',
    params: { hints: ['Copy the address from the browser: https://example.org/news/1'] },
  });

const photoKeys = z.strictObject({
  file: text().describe('Path of the picture inside the issue’s folder, such as photos/hall.jpg.'),
  alt: text().optional().describe('What the picture shows, read aloud to those who cannot see it.'),
  caption: text().optional().describe('A line printed under the picture.'),
  credit: text().optional().describe('Who took the picture; printed after the caption.'),
  side: z
    .enum(['left', 'right', 'full'])
    .optional()
    .describe('Where the picture stands: left (the usual), right, or full for the text’s width.'),
});

const article = z.strictObject({
  title: text().describe('The headline. It is printed in capitals, however it is typed.'),
  source: webAddress().describe('Web address of the publication the article tells about.'),
  photo: z
    .union([text(), photoKeys])
    .optional()
    .describe(
      'Path of the picture inside the issue’s folder, or file, alt, caption, credit, side.',
    ),
  lead: text().optional().describe('A standfirst, printed in bold before the body.'),
  body: text().describe(
    'The article. A blank line starts a new paragraph; a line that opens with a dash is direct speech.',
  ),
});

const section = z.strictObject({
  country: text().describe('Two letters of the country, such as KZ or UZ (ISO 3166-1 alpha-2).'),
  topics: z
    .array(text())
    .min(1)
    .describe('What the introduction says about this country: a list, one line each.'),
  articles: z.array(article).min(1).describe('The country’s events: a list, one article each.'),
});

/** The format of an Information Release's issue, as an editor writes it. */
export const issueSchema = z.strictObject({
  number: z
    .int({ error: 'is no whole number' })
    .min(1)
    .describe('The issue’s number within its year, such as 19.'),
  period: z
    .strictObject({
      from: day().describe('First day the issue covers, such as 2024-11-16.'),
      to: day().describe('Last day the issue covers, such as 2024-11-30.'),
    })
    .describe('The days the issue covers: from and to.'),
  language: z.enum(['en']).default('en').describe('Language of the issue: en.'),
  sections: z
    .array(section)
    .min(1)
    .describe('The countries of the issue: a list, one section each.'),
});

/** An issue that has the right shape. */
export type Issue = z.infer<typeof issueSchema>;
/** A country's part of an issue. */
export type IssueSection = Issue['sections'][number];
/** An event as an editor wrote it. */
export type IssueArticle = IssueSection['articles'][number];

/** A photo with all its keys, also when only its path was written. */
export type IssuePhoto = z.infer<typeof photoKeys>;

/** The photo of an article in its longer form. */
export function photoOf(article: IssueArticle): IssuePhoto | undefined {
  return typeof article.photo === 'string' ? { file: article.photo } : article.photo;
}

/** The year of an issue is that of its last day. */
export function yearOf(issue: Pick<Issue, 'period'>): number {
  return Number(issue.period.to.slice(0, 4));
}

/** Whether it looks like an address; whether its host can exist is a rule of its own. */
function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i.test(value.trim());
}
