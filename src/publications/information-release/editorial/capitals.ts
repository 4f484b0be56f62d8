import type { Finding } from '../../../source/finding.ts';
import { listParagraphs, type Passage } from './passages.ts';

/** Fewer words in capitals may be a name or a heading. */
const LEAST_WORDS = 5;

/** Paragraphs of bodies and leads that are all in capitals. */
export function findCapitals(passages: readonly Passage[]): Finding[] {
  return passages
    .filter(({ kind }) => kind === 'body' || kind === 'lead')
    .flatMap((passage) =>
      listParagraphs(passage)
        .filter(({ text }) => isShouted(text))
        .map(({ text, at }) => ({
          code: 'body-capitals' as const,
          severity: 'warning' as const,
          message: 'this paragraph is all in capitals',
          path: passage.path,
          piece: { from: at + text.search(/\S/), to: at + text.trimEnd().length },
          hints: ['Type it in small letters; only titles are printed in capitals.'],
        })),
    );
}

function isShouted(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= LEAST_WORDS;
}
