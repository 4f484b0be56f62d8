import { LIMITS } from '../../../limits.ts';
import type { ValueEdit } from '../../../source/value-changes.ts';
import { list, text } from '../schema-pieces.ts';

/** Key of an issue for words that its spelling check accepts. */
export const OWN_WORDS_KEY = 'words';

/** Words and names of an issue that are right although no dictionary has them. */
export const ownWords = () =>
  list(text().describe('A word or a name as it stands in the texts.'), LIMITS.listEntries)
    .optional()
    .describe('Words and names that are right although the spelling check does not know them.');

/** Returns the edit that adds a word to the issue’s own ones. */
export function addOwnWord(word: string): ValueEdit {
  return {
    title: `Add “${word}” to the words of this issue`,
    isSure: false,
    changes: [{ kind: 'append', path: [OWN_WORDS_KEY], value: word }],
  };
}
