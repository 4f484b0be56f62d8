import { type CodeNotes, error, warning } from '../../diagnostics/problem-code.ts';
import { TEXT_CODES } from '../shared/check-texts.ts';
import { ADDRESS_CODES } from '../shared/editorial/addresses.ts';
import { EXAMPLE_CODES } from '../shared/editorial/example-texts.ts';
import { PROGRAMME_NAME_CODES } from '../shared/editorial/programme-names.ts';
import { TEXT_RULE_CODES } from '../shared/editorial/review-text.ts';
import { PHOTO_CODES } from '../shared/photos.ts';
import { PROGRAMME_CODES } from '../shared/programmes.ts';

/** Problem codes of the newsletter's rules. */
export const NEWSLETTER_CODES = {
  ...TEXT_CODES,
  ...PHOTO_CODES,
  ...PROGRAMME_CODES,
  ...EXAMPLE_CODES,
  ...TEXT_RULE_CODES,
  ...ADDRESS_CODES,
  ...PROGRAMME_NAME_CODES,
  'newsletter-folder': error('The folder’s name must have the programme and the number.'),
  'newsletter-number': warning('The newsletters of a programme are numbered 1, 2, 3 and so on.'),
  'newsletter-period': warning('Newsletters with rising numbers cover later quarters.'),
  'newsletter-gap': warning('Readers of a quarterly newsletter miss the quarter without one.'),
  'contents-nowhere': error('A line of the contents needs an article that it leads to.'),
  'contents-other': warning(
    'A line that has no word in common with its article was usually copied from another issue.',
  ),
  'contents-twice': warning('Readers cannot distinguish two equal lines of the contents.'),
  'contents-long': warning('A box of more than eight lines gives no overview.'),
} satisfies CodeNotes;
