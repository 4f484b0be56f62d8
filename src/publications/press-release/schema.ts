import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import { DEFAULT_LANGUAGE } from '../../text/languages/index.ts';
import { ownWords } from '../shared/editorial/own-words.ts';
import { programmeParts } from '../shared/programme-parts.ts';
import {
  body,
  day,
  draft,
  type IssuePhoto,
  language,
  moment,
  normalizePhoto,
  photo,
  publicationKey,
  text,
} from '../shared/schema-pieces.ts';

const releaseKeys = z.strictObject({
  publication: publicationKey('press-release').unwrap(),
  programme: text().describe('Name of the programme’s file, such as cadap-7.'),
  date: day().describe('Day of the release, such as 2025-03-06.'),
  place: text()
    .optional()
    .describe('Place of the event. It is printed with the date; without it, neither is printed.'),
  language: language(DEFAULT_LANGUAGE),
  draft: draft(),
  words: ownWords(),
  headline: text().describe('The headline, in sentence case and without a full stop.'),
  lead: text(LIMITS.leadLength).optional().describe('A standfirst, printed before the body.'),
  body: body().describe(
    'The text. A blank line starts a new paragraph. A quotation begins with > in every line; its last line, after a dash, can name the speaker. A subheading begins with ###, a table has | between its columns. A web or e-mail address is a link.',
  ),
  photo: photo().optional(),
  ...programmeParts(),
  embargo: moment()
    .optional()
    .describe(
      'Printed at the head, and the release is not published before it: 2025-03-07T10:00+05:00.',
    ),
});

/** Schema of a press release’s file. */
export const releaseSchema = releaseKeys.describe(
  'A press release: its programme, date and place, headline and text, and which parts of the programme are printed.',
);

/** The value of a file that matches the schema. */
export type Release = z.infer<typeof releaseSchema>;

/** Returns the photo of a release as an object. */
export function photoOf({ photo: written }: Release): IssuePhoto | undefined {
  return written === undefined ? undefined : normalizePhoto(written);
}
