import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { maskAddresses, type Passage } from './passages.ts';

/** Problem code of the examples that a new issue begins with. */
export const EXAMPLE_CODES = {
  'example-left-in': warning('Readers would get an example as news.'),
} satisfies CodeNotes;

/** Code and severity of an example that was left in. */
export const LEFTOVER = { code: 'example-left-in', severity: 'warning' } as const;

/** Names of passages whose kind is not an English word. */
const NAMES: Partial<Record<Passage['kind'], string>> = { alt: 'description of a picture' };

/**
 * Finds example texts that nobody has replaced, ignoring letter case and differences in white space.
 * @param examples example texts of the new-issue template
 */
export function findExampleTexts(
  passages: readonly Passage[],
  examples: readonly string[],
): Finding[] {
  const patterns = examples.map((example) => {
    const words = maskAddresses(example).trim().split(/\s+/);
    return new RegExp(words.map((word) => word.replace(/\W/g, '\\$&')).join('\\s+'), 'gi');
  });
  return passages.flatMap(({ kind, text, path }) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(
        ({ index, 0: { length } }): Finding => ({
          ...LEFTOVER,
          message: `this ${NAMES[kind] ?? kind} still has the example text of a new issue`,
          path,
          piece: { from: index, to: index + length },
          hints: ['Replace it with your own text, or remove it.'],
        }),
      ),
    ),
  );
}
