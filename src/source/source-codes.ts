import { type CodeNotes, error, warning } from '../diagnostics/problem-code.ts';

/** Problems of the file of an issue and of its structure. */
export const SOURCE_CODES = {
  'file-unreadable': error('The file does not exist or cannot be read.'),
  'issue-outside': error(
    'An issue stored outside its folder or outside issues/ is missing from other copies of the project.',
  ),
  'file-too-large': error(
    'No issue is as large as this file; something else was probably saved under its name.',
  ),
  'file-not-text': error('An issue must be a text file in UTF-8.'),
  'yaml-syntax': error(
    'The file is not valid YAML, so its content cannot be read reliably.',
    'automatic',
  ),
  'yaml-duplicate-key': error('A key appears twice, but only one of its values can be printed.'),
  'text-cut': warning(
    'YAML reads what follows a # as a comment and a word after an & as a name, so text may be missing from the page.',
    'suggested',
  ),
  'text-joined': warning(
    'Without the vertical bar after `body:`, YAML joins lines, so two paragraphs print as one.',
    'automatic',
  ),
  'key-unknown': error('An unknown key would be left out of the page without notice.', 'automatic'),
  'key-missing': error('Without this key the issue cannot be printed.'),
  'value-type': error('A value has a different type than the format requires.', 'automatic'),
  'value-empty': error('A required value is empty.'),
  'value-invalid': error('A value is not one that the format allows.', 'automatic'),
} satisfies CodeNotes;

/** Problems of the comments that suppress warnings. */
export const SUPPRESSION_CODES = {
  'suppression-unknown': warning(
    'A comment that suppresses an unknown rule is usually misspelt.',
    'automatic',
  ),
  'suppression-unused': warning(
    'A comment that suppresses nothing would hide the next mistake on its line.',
  ),
} satisfies CodeNotes;
