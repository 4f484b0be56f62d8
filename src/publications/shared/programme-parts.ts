// The parts of an issue that its programme has words for: an issue prints them, leaves them out, or has
// words of its own.
import { z } from 'zod';
import { LIMITS } from '../../limits.ts';
import type { Finding } from '../../source/finding.ts';
import type { ValuePath } from '../../source/positions.ts';
import type { PrintedText } from './check-texts.ts';
import type { TypedAddress } from './editorial/addresses.ts';
import {
  checkDelegation,
  checkUnionDate,
  contactKeys,
  delegationKeys,
  funderKeys,
  implementerKeys,
  type Programme,
} from './programmes.ts';
import { body, text } from './schema-pieces.ts';

const part = <Own extends z.ZodType>(own: Own) => z.union([z.boolean(), own]).optional();

/** An issue's own address may have mistakes: a warning reports them, and it is printed without a link. */
const anyAddress = () => text(LIMITS.urlLength);

/** Keys of the parts. Without a key, what the programme has is printed. */
export const programmeParts = () => ({
  about: part(body()).describe('Paragraph about the programme: true, false, or your own text.'),
  readMore: part(text(LIMITS.leadLength)).describe(
    'The line with the programme’s website: true, false, or your own text.',
  ),
  contact: part(contactKeys(anyAddress())).describe(
    'Contact for questions: true, false, or { name, role, phone, email }.',
  ),
  implementer: part(implementerKeys()).describe(
    'Who carries out the programme: true, false, or { statement, name, address }. Logos are printed only with true.',
  ),
  funder: part(funderKeys()).describe(
    'The emblem of the European Union with its statement: true, false, or { statement, disclaimer }.',
  ),
  delegation: z
    .union([z.boolean(), text(), delegationKeys(anyAddress(), anyAddress())])
    .optional()
    .describe(
      'EU Delegation: its name in the programme’s file, such as kyrgyzstan, or { name, address, phone, fax, email, website, facebook }, or false.',
    ),
  europeanUnion: part(text(LIMITS.leadLength)).describe(
    'Paragraph about the European Union: true, false, or your own text.',
  ),
});

/** The parts as an issue has them. */
export type ProgrammeParts = z.infer<z.ZodObject<ReturnType<typeof programmeParts>>>;

/**
 * Finds parts for which the programme has no words, on the day or at all.
 * @param datePath of the value in the issue that the day comes from
 */
export function checkProgrammeParts(
  parts: ProgrammeParts,
  programme: Programme,
  date: string,
  datePath: ValuePath = ['date'],
): Finding[] {
  const { contact, delegation, europeanUnion } = parts;
  return [
    ...(contact === true && !programme.contact ? [explainMissingPart('contact')] : []),
    ...(delegation === true ? [explainMissingPart('delegation')] : []),
    ...(typeof delegation === 'string'
      ? checkDelegation(delegation, programme, { date, datePath }, ['delegation'])
      : []),
    ...(europeanUnion === undefined || europeanUnion === true
      ? checkUnionDate(programme, { date, datePath })
      : []),
  ];
}

const PART_HINTS = {
  contact: 'Write { name: …, role: …, phone: …, email: … }.',
  delegation: 'Write the name of a Delegation, such as kyrgyzstan.',
};

function explainMissingPart(key: keyof typeof PART_HINTS): Finding {
  return {
    code: 'programme-part',
    message: `the programme’s file does not say which ${key} to print`,
    path: [key],
    hints: [PART_HINTS[key]],
  };
}

/** Returns the texts of an issue's own words, with their paths. */
export function listOwnWords(parts: ProgrammeParts): PrintedText[] {
  const { about, readMore, contact, implementer, funder, europeanUnion } = parts;
  // The name of a delegation’s file is no text.
  const delegation = typeof parts.delegation === 'string' ? undefined : parts.delegation;
  const values = { about, readMore, contact, implementer, funder, delegation, europeanUnion };
  return Object.entries(values).flatMap(([key, value]) => listTexts(value, [key]));
}

function listTexts(value: unknown, path: ValuePath): PrintedText[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, inner]) => listTexts(inner, [...path, key]));
}

/** Returns the addresses in an issue's own words. */
export function listOwnAddresses({ contact, delegation }: ProgrammeParts): TypedAddress[] {
  const of = (kind: TypedAddress['kind'], written: string | undefined, path: ValuePath) =>
    written === undefined ? [] : [{ kind, text: written, path }];
  return [
    ...(typeof contact === 'object' ? of('email', contact.email, ['contact', 'email']) : []),
    ...(typeof delegation === 'object'
      ? [
          ...of('email', delegation.email, ['delegation', 'email']),
          ...of('web', delegation.website, ['delegation', 'website']),
          ...of('web', delegation.facebook, ['delegation', 'facebook']),
        ]
      : []),
  ];
}
