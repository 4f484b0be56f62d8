import { type CodeNotes, error, warning } from '../../diagnostics/problem-code.ts';
import { TEXT_CODES } from '../shared/check-texts.ts';
import { EXAMPLE_CODES } from '../shared/editorial/example-texts.ts';
import { TEXT_RULE_CODES } from '../shared/editorial/review-text.ts';
import { PHOTO_CODES } from '../shared/photos.ts';
import { PHOTO_SIDE_CODES } from './editorial/photo-sides.ts';
import { SOURCE_COUNTRY_CODES } from './editorial/source-countries.ts';
import { SOURCE_PAGE_CODES } from './editorial/source-pages.ts';
import { TOPIC_CODES } from './editorial/topic-rules.ts';

/** Problem codes of the Information Release's rules. */
export const INFORMATION_RELEASE_CODES = {
  'country-unknown': error(
    'No country has this code, so the section would have no name.',
    'automatic',
  ),
  'country-twice': error('The contents and the introduction would list the country twice.'),
  'heading-twice': error('The contents and the introduction would list the heading twice.'),
  'also-needless': error('An article is named once in the section of each country.'),
  'period-reversed': error('A period cannot end before it begins.'),
  'folder-name': error('The folder’s name must match the year and the number of the issue.'),
  'source-twice': warning('Two articles with the same source usually report the same event.'),
  'cover-too-wide': error('A line of the cover stands on one line, with no word divided.'),
  ...EXAMPLE_CODES,
  'title-twice': error('Readers distinguish articles by their titles.'),
  ...TEXT_CODES,
  ...PHOTO_CODES,
  ...PHOTO_SIDE_CODES,
  'photo-twice': warning('The same photo in two articles is usually a mistake.'),
  'period-gap': warning('Events on days that no issue covers are not reported.'),
  'period-overlap': warning('Events on days that two issues cover may be counted twice.'),
  'number-jump': warning('The issues of a year are numbered 1, 2, 3 and so on.'),
  'source-reused': warning('An earlier issue already has an article with this source.'),
  ...SOURCE_PAGE_CODES,
  ...SOURCE_COUNTRY_CODES,
  'date-outside': warning(
    'An event after the period, or long before it, usually has a mistyped date.',
    'suggested',
  ),
  'topic-preposition': warning(
    'In a language whose sentence has no preposition of its own, a topic without one reads wrong.',
  ),
  'country-no-member': warning('A mistyped code is often the code of another country.'),
  'host-invalid': warning(
    'No site can have this name, so the source cannot be opened.',
    'suggested',
  ),
  'host-slip': warning(
    'A site name that differs by one letter from a name used before is usually a typo.',
    'suggested',
  ),
  ...TOPIC_CODES,
  ...TEXT_RULE_CODES,
} satisfies CodeNotes;
