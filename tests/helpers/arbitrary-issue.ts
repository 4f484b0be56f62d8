// Generators of texts that are almost valid issues, for property tests.
import fc from 'fast-check';
import { sampleIssue } from './sample-issue.ts';

/** Parameters of a property test with `few` runs. FUZZ_RUNS=50 multiplies them by 50. */
export function runs(few: number): fc.Parameters<unknown> {
  return { seed: 20_241_130, numRuns: few * Number(process.env.FUZZ_RUNS ?? 1) };
}

const SCRIPTS = [
  'Шкатулка қазақша',
  'კვირა',
  'שלום',
  'مرحبا',
  '漢字仮名',
  '🎉👩‍⚕️',
  'ǅﬁß',
  '\u202eabc\u202c',
];
const SIGNS = [
  ...'*_[]()<>{}|&#!%@`"\'\\:,-?~=\t\r\n ',
  '\ufeff',
  '\u200b',
  '\u0000',
  '\ud800',
  '\u2028',
  '---\n',
  '<<: ',
  '!!str ',
  '&a ',
  '*a ',
  '%YAML 1.1\n---\n',
];

/** A mistake or an attack in a text. `at` and `to` are positions relative to its length, from 0 to 1. */
interface Mutation {
  readonly kind: 'drop' | 'double' | 'type' | 'cut' | 'nest' | 'swap' | 'retype';
  readonly at: number;
  readonly length: number;
  readonly piece: string;
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.oneof(
  fc.constantFrom(...SCRIPTS, ...SIGNS),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('drop', 'double', 'type', 'cut', 'nest', 'swap', 'retype'),
  at: part,
  length: fc.nat({ max: 60 }),
  piece,
});

/** Generates a text with mutations. */
export function mutated(text: string): fc.Arbitrary<string> {
  return fc
    .array(mutation, { minLength: 1, maxLength: 5 })
    .map((mutations) => mutations.reduce(apply, text));
}

function apply(text: string, { kind, at, length, piece }: Mutation): string {
  const from = Math.floor(at * text.length);
  const [before, middle, after] = [
    text.slice(0, from),
    text.slice(from, from + length),
    text.slice(from + length),
  ];
  switch (kind) {
    case 'drop':
      return before + after;
    case 'double':
      return before + middle + middle + after;
    case 'type':
      return before + piece + middle + after;
    case 'cut':
      return before;
    case 'nest':
      return before + piece.repeat(length) + middle + after;
    case 'swap':
      return before + after.slice(0, length) + middle + after.slice(length);
    default:
      return before + middle.replaceAll(/[a-z]/g, piece) + after;
  }
}

/** Generates an issue whose keys have values of any type. */
export const anyDocument: fc.Arbitrary<string> = fc
  .record({
    key: fc.constantFrom('number', 'period', 'language', 'sections', 'title', 'body', 'photo'),
    value: fc.anything({ withNullPrototype: false }).map((value) => toJson(value)),
    text: fc.string({ unit: 'binary' }),
  })
  .map(({ key, value, text }) => {
    const found = new RegExp(`^(\\W*${key}: ).*$`, 'm');
    return sampleIssue({
      KZ: [{ title: 'T', source: 'https://example.org/', lead: text }],
    }).replace(found, (_, start) => start + value);
  });

function toJson(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner)) ?? ''
  );
}
