import { type CodeNotes, error, warning } from '../../../diagnostics/problem-code.ts';

/** Problems of further editions, which only a comparison with the first edition shows. */
export const EDITION_CODES = {
  'edition-name': error(
    'The name of an edition’s file says its language, and issue.yaml is always the first edition.',
  ),
  'edition-without-first': error(
    'A further edition has only words; number, period and photos are in the first one.',
  ),
  'edition-language': error(
    'An edition is a translation of the first edition, not of itself.',
    'automatic',
  ),
  'edition-first-errors': error('What has errors in the first edition cannot be printed here.'),
  'edition-section': error('All editions have the same sections, or their counts would differ.'),
  'edition-article-missing': error('All editions tell of the same events.'),
  'edition-article-unknown': error('All editions tell of the same events.', 'automatic'),
  'edition-article-twice': error('An event is told once in each edition.'),
  'edition-order': error('The articles of all editions have one order.'),
  'edition-photo': error('A text about a photo needs a photo in the first edition.'),
  'edition-text-missing': warning(
    'A text that only one edition has is missing for the readers of the other.',
  ),
  'edition-structure': warning(
    'Paragraphs, lists and tables that differ are a sign that something was left out.',
  ),
  'edition-list': error(
    'A list, quotation, subheading or table that only one edition has was left out of the other.',
  ),
  'edition-figures': warning(
    'Figures, dates and links that differ are the mistakes that readers rely on.',
  ),
  'edition-untranslated': warning('Readers of this edition may not understand the other language.'),
  'edition-outdated': warning(
    'The first edition was changed after it was translated.',
    'suggested',
  ),
  'edition-no-marks': warning(
    'Without marks a later change of the first edition goes unseen.',
    'suggested',
  ),
} satisfies CodeNotes;
