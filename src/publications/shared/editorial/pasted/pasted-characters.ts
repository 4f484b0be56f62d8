import type { Finding } from '../../../../source/finding.ts';
import { nameOfCharacter } from '../../../../text/missing-characters.ts';
import { findInvisible, findStyledWords } from '../../../../text/printable-text.ts';
import type { Passage } from '../passages.ts';
import { changeText } from './body-lines.ts';

/** Finds invisible characters, which are left out of print; one finding for each text. */
export function findInvisibleText(passage: Passage): Finding[] {
  const found = findInvisible(passage.written);
  const [first] = found;
  if (!first) return [];
  const names = [...new Set(found.map(({ character }) => nameOfCharacter(character)))].join(', ');
  const count =
    found.length === 1 ? 'an invisible character' : `${found.length} invisible characters`;
  const changes = found.map(({ at, character }) => ({
    from: at,
    to: at + character.length,
    newText: '',
  }));
  return [
    {
      code: 'pasted-invisible',
      severity: 'warning',
      message: `the text has ${count}, left out of print: ${names}`,
      path: passage.path,
      piece: { from: first.at, to: first.at + first.character.length },
      hints: ['Remove them. A search does not find a word that contains one.'],
      edits: [changeText(found.length === 1 ? 'Remove it' : 'Remove them', passage, changes, true)],
    },
  ];
}

/** Finds words in letters that imitate a style; they are printed in plain letters. */
export function findStyledText(passage: Passage): Finding[] {
  return findStyledWords(passage.written).map(({ from, to, printed }) => ({
    code: 'pasted-letters',
    severity: 'warning',
    message: `“${passage.written.slice(from, to)}” is typed in special characters, and printed as “${printed}”`,
    path: passage.path,
    piece: { from, to },
    hints: [`Type plain letters: ${printed}`],
    edits: [changeText(`Write “${printed}”`, passage, [{ from, to, newText: printed }], true)],
  }));
}
