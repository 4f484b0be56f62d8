import { type CodeNotes, error, warning } from '../../diagnostics/problem-code.ts';
import { TEXT_CODES } from '../shared/check-texts.ts';
import { PHOTO_CODES } from '../shared/photos.ts';

/** The problems that the rules of the Information Release raise. */
export const CODES = {
  'country-unknown': error('The code belongs to no country, so the section would have no name.'),
  'country-twice': error('A country has one section, or its events would be counted twice.'),
  'period-reversed': error('A period ends after it begins.'),
  'folder-name': error('The folder’s name, the number and the year must say the same.'),
  'source-twice': warning('Two articles with one source are mostly one event told twice.'),
  'example-left-in': warning('Readers would be sent an example for news.'),
  'title-twice': error('Readers and the contents tell articles apart by their titles.'),
  ...TEXT_CODES,
  ...PHOTO_CODES,
  'photo-twice': warning(
    'The same picture beside two articles looks like a mistake, and mostly is.',
  ),
  'period-gap': warning('Days that belong to no issue are events that nobody reports.'),
  'period-overlap': warning('Days that belong to two issues are events that are counted twice.'),
  'number-jump': warning('Issues are numbered in a row within a year.'),
  'source-reused': warning('An earlier issue has told about this publication already.'),
  'country-no-member': warning('A slip of a code is most often the code of another country.'),
  'host-invalid': warning('The site’s name cannot exist, so the source cannot be opened.'),
  'host-slip': warning(
    'A site’s name that differs by one letter from one used before is mostly a typing slip.',
  ),
  'word-twice': warning('A word that stands twice in a row is mostly a typing slip.'),
  'sentence-twice': warning('A sentence that stands twice was mostly pasted twice.'),
  'paragraph-twice': warning('A paragraph that stands twice was mostly pasted twice.'),
  'quote-open': warning('The reader cannot see where the quoted words end.'),
  'letters-mixed': warning(
    'A word with letters of two alphabets is not found in a search and read aloud wrongly.',
  ),
  'title-stop': warning('Headlines have no full stop.'),
  'body-capitals': warning('Text in capitals is hard to read, and a screen reader may spell it.'),
} satisfies CodeNotes;
