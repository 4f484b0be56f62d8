import { type CodeNotes, error, warning } from '../diagnostics/problem-code.ts';

/** Problems of any issue's file and of its shape. */
export const SOURCE_CODES = {
  'file-unreadable': error('The file is not there or may not be read.'),
  'issue-outside': error(
    'An issue that is kept outside its folder or outside issues/ would be missing elsewhere.',
  ),
  'file-too-large': error(
    'No issue is as large as this file; something else was saved under its name.',
  ),
  'file-not-text': error('The file is not text in UTF-8, as an issue must be.'),
  'yaml-syntax': error('The file is not YAML, so nothing in it can be understood for certain.'),
  'yaml-duplicate-key': error('A key stands twice, and only one of the two could be printed.'),
  'text-cut': warning(
    'YAML takes what follows a # for a remark, so text may be missing from the page.',
  ),
  'text-joined': warning(
    'Without an upright YAML joins lines and paragraphs, and the page shows one where there were two.',
  ),
  'key-unknown': error('A key that the format does not know would be left out in silence.'),
  'key-missing': error('Without this key the issue cannot be printed.'),
  'value-type': error('A value is of another kind than the format wants there.'),
  'value-empty': error('A value is blank where the page needs one.'),
  'value-invalid': error('A value cannot be what it is meant to be.'),
} satisfies CodeNotes;

/** Problems of the comments that suppress warnings. */
export const SUPPRESSION_CODES = {
  'suppression-unknown': warning('A remark that silences no known rule was mostly misspelt.'),
  'suppression-unused': warning(
    'A remark that silences nothing hides the next mistake on its line.',
  ),
} satisfies CodeNotes;
