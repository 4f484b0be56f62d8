import { type CodeNotes, error, warning } from '../../diagnostics/problem-code.ts';
import { TEXT_CODES } from '../shared/check-texts.ts';
import { ADDRESS_CODES } from '../shared/editorial/addresses.ts';
import { EXAMPLE_CODES } from '../shared/editorial/example-texts.ts';
import { PROGRAMME_NAME_CODES } from '../shared/editorial/programme-names.ts';
import { TEXT_RULE_CODES } from '../shared/editorial/review-text.ts';
import { PHOTO_CODES } from '../shared/photos.ts';
import { PROGRAMME_CODES } from '../shared/programmes.ts';

/** Problem codes of the press release's rules. */
export const PRESS_RELEASE_CODES = {
  ...TEXT_CODES,
  ...PHOTO_CODES,
  ...PROGRAMME_CODES,
  ...EXAMPLE_CODES,
  ...TEXT_RULE_CODES,
  ...ADDRESS_CODES,
  ...PROGRAMME_NAME_CODES,
  'release-folder': error('The folder’s name must have the day of the release.'),
  'dateline-missing': warning('Editors of other media look for the place and the date.'),
  'embargo-date': warning('A release that is dated later than its embargo ends is mistyped.'),
} satisfies CodeNotes;
