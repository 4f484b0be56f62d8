/** An error stops an issue from being printed; a warning does not. */
export type Severity = 'error' | 'warning';

/** What a code stands for. */
export interface CodeNote {
  readonly severity: Severity;
  /** Why it is looked for, in one sentence for editors. */
  readonly why: string;
}

const NOTES = {
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
  'country-unknown': error('The code belongs to no country, so the section would have no name.'),
  'country-twice': error('A country has one section, or its events would be counted twice.'),
  'period-reversed': error('A period ends after it begins.'),
  'folder-name': error('The folder’s name, the number and the year must say the same.'),
  'issue-twice': error('The PDF of one issue would be overwritten by that of the other.'),
  'source-twice': warning('Two articles with one source are mostly one event told twice.'),
  'example-left-in': warning('Readers would be sent an example for news.'),
  'title-twice': error('Readers and the contents tell articles apart by their titles.'),
  'link-invalid': error('The link would lead nowhere, or somewhere that is not safe.'),
  'glyph-missing': error('The fonts lack the letter; an empty box would be printed.'),
  'photo-missing': error('The picture is not where the issue says.'),
  'photo-outside': error('A picture from outside the issue’s folder would be missing elsewhere.'),
  'photo-name': error(
    'With a file of this name nobody could copy the project to a PC with Windows.',
  ),
  'photo-format': error('The file is no picture that can be printed.'),
  'photo-broken': error('The picture is damaged and would be printed in part or not at all.'),
  'photo-small': warning('A picture with few pixels looks coarse in print.'),
  'photo-thin': warning('In a strip that is lower or narrower than 2 cm nobody can see much.'),
  'photo-no-alt': warning(
    'Those who have the issue read aloud should hear what the picture shows.',
  ),
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
  'silence-unknown': warning('A remark that silences no known rule was mostly misspelt.'),
  'silence-unused': warning('A remark that silences nothing hides the next mistake on its line.'),
} as const satisfies Readonly<Record<string, CodeNote>>;

/** Every kind of problem the program knows; README and messages refer to problems by these codes. */
export type ProblemCode = keyof typeof NOTES;

/** Every code with what it stands for, in the order in which an issue is checked. */
export const CODE_NOTES: Readonly<Record<ProblemCode, CodeNote>> = NOTES;

function error(why: string): CodeNote {
  return { severity: 'error', why };
}

function warning(why: string): CodeNote {
  return { severity: 'warning', why };
}

/** The table of all codes in Markdown, as the README has it. */
export function printCodes(): string {
  const rows = Object.entries(CODE_NOTES).map(
    ([code, { severity, why }]) => `| \`${code}\` | ${severity} | ${why} |`,
  );
  return ['| code | | why |', '|---|---|---|', ...rows].join('\n');
}
