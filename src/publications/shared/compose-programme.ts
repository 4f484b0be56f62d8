// Composes what an issue prints of its programme: the programme's words, or those of the issue.
import { z } from 'zod';
import type { ValuePath } from '../../source/positions.ts';
import type { PhraseRenderer } from '../../templates/phrases.ts';
import { parseInlineText } from '../../text/parse-rich-text.ts';
import type { Block, Span } from '../../text/rich-text.ts';
import { type Typesetter, typesetLine } from '../../text/typography.ts';
import { type BodyTypesetter, composeLine, composeLines } from './compose-texts.ts';
import type { ProgrammeParts } from './programme-parts.ts';
import { type Delegation, entryAt, type Programme } from './programmes.ts';
import { findAddressMistake, findEmailMistake } from './schema-pieces.ts';

/** Words around a contact's and a Delegation's facts, as phrases. */
export const programmeWords = () => ({
  contact: z.string(),
  delegation: z.strictObject({
    phone: z.string(),
    fax: z.string(),
    email: z.string(),
    website: z.string(),
    facebook: z.string(),
  }),
  /** What the emblem of the European Union shows, read aloud. */
  emblem: z.string(),
});

/** Words and tools for composing a programme's parts. */
export interface ProgrammeTools {
  readonly words: z.output<z.ZodObject<ReturnType<typeof programmeWords>>>;
  readonly phrases: PhraseRenderer;
  readonly typeset: Typesetter;
  readonly typesetBody: BodyTypesetter;
  /** The programmes' logos by file name, as SVG text. */
  readonly logos: ReadonlyMap<string, string>;
}

/** Content with the path of the issue's own words; without a path it is the programme's. */
export interface Sourced<Content> {
  readonly content: Content;
  readonly path: ValuePath | undefined;
}

/** A logo, drawn no higher than the emblem. */
export interface Logo {
  readonly svg: string;
  readonly alt: string;
}

/** The end of an issue: who carries out the programme, who pays for it, and what the European Union is. */
export interface ClosingBlock {
  readonly implementer:
    | {
        readonly statement: Sourced<string>;
        readonly logos: readonly Logo[];
        readonly name: Sourced<string> | undefined;
        readonly address: readonly Sourced<string>[];
      }
    | undefined;
  readonly funder: { readonly statement: Sourced<string>; readonly emblem: string } | undefined;
  readonly delegation:
    | {
        readonly name: Sourced<string>;
        readonly lines: readonly Sourced<readonly Span[]>[];
      }
    | undefined;
  readonly europeanUnion: Sourced<string> | undefined;
  readonly disclaimer: Sourced<string> | undefined;
}

/** The parts of an issue that its programme has words for. */
export interface ComposedParts {
  readonly about: Sourced<readonly Block[]> | undefined;
  readonly readMore: Sourced<readonly Span[]> | undefined;
  readonly contact: Sourced<readonly Span[]> | undefined;
  readonly closing: ClosingBlock;
}

/** Composes the parts of an issue that its programme has words for. */
export function composeProgramme(
  parts: ProgrammeParts,
  programme: Programme,
  date: string,
  tools: ProgrammeTools,
): ComposedParts {
  const { typeset, typesetBody } = tools;
  const about = choose(parts.about, programme.about, ['about']);
  const readMore = choose(parts.readMore, programme.readMore, ['readMore']);
  const contact = choose(parts.contact, programme.contact, ['contact']);
  return {
    about: about && { ...about, content: typesetBody(about.content) },
    readMore: readMore && { ...readMore, content: typeset(parseInlineText(readMore.content)) },
    contact: contact && { ...contact, content: composeContact(contact.content, tools) },
    closing: composeClosing(parts, programme, date, tools),
  };
}

/** Returns an issue's own words, or the programme's unless the issue leaves the part out. */
export function choose<Own, Standard>(
  written: boolean | Own | undefined,
  standard: Standard | undefined,
  path: ValuePath,
): Sourced<Own | Standard> | undefined {
  if (written === false) return undefined;
  if (written !== undefined && written !== true) return { content: written, path };
  return standard === undefined ? undefined : { content: standard, path: undefined };
}

function composeContact(
  { name, role = '', phone = '', email = '' }: NonNullable<Programme['contact']>,
  { words, phrases, typeset }: ProgrammeTools,
): readonly Span[] {
  const address = email.trim();
  const spans = phrases.render(words.contact, { name, role, phone, email: address });
  return linkAddress(typeset(spans), typesetLine(address, typeset), mailLink(address));
}

/** Returns the link of an e-mail address; undefined if it is mistyped. */
function mailLink(address: string): string | undefined {
  return findEmailMistake(address) === undefined ? `mailto:${address}` : undefined;
}

/** Returns the link of a web address; undefined if it is mistyped. */
function webLink(address: string): string | undefined {
  return findAddressMistake(address) === undefined ? address : undefined;
}

/** Makes an address in a text a link. */
function linkAddress(spans: readonly Span[], address: string, link: string | undefined): Span[] {
  if (link === undefined) return [...spans];
  return spans.flatMap((span) => {
    const at = span.text.lastIndexOf(address);
    if (at < 0) return [span];
    const parts: Span[] = [
      { ...span, text: span.text.slice(0, at) },
      { ...span, text: address, link },
      { ...span, text: span.text.slice(at + address.length) },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}

function composeClosing(
  parts: ProgrammeParts,
  programme: Programme,
  date: string,
  tools: ProgrammeTools,
): ClosingBlock {
  const { typeset, words, logos } = tools;
  const implementer = choose(parts.implementer, programme.implementer, ['implementer']);
  const funder = choose(parts.funder, programme.funder, ['funder']);
  const union = choose(parts.europeanUnion, unionText(programme, date, tools), ['europeanUnion']);
  const line = (part: Sourced<unknown>, text: string, ...steps: (string | number)[]) => ({
    content: composeLine(text, typeset),
    path: part.path && [...part.path, ...steps],
  });
  const statement = (part: Sourced<{ readonly statement: string }>) => ({
    ...line(part, '', 'statement'),
    content: composeLines(part.content.statement, typeset),
  });
  return {
    implementer: implementer && {
      statement: statement(implementer),
      logos:
        'logos' in implementer.content
          ? implementer.content.logos.map(({ file, alt }) => ({ svg: logos.get(file) ?? '', alt }))
          : [],
      name:
        implementer.content.name === undefined
          ? undefined
          : line(implementer, implementer.content.name, 'name'),
      address: (implementer.content.address ?? []).map((text, index) =>
        line(implementer, text, 'address', index),
      ),
    },
    funder: funder && {
      statement: statement(funder),
      emblem: words.emblem,
    },
    delegation: composeDelegation(parts.delegation, programme, date, tools),
    europeanUnion: union && line(union, union.content),
    disclaimer:
      funder?.content.disclaimer === undefined
        ? undefined
        : line(funder, funder.content.disclaimer, 'disclaimer'),
  };
}

function unionText(
  { europeanUnion }: Programme,
  date: string,
  { phrases }: ProgrammeTools,
): string | undefined {
  const figures = entryAt(europeanUnion.figures, date);
  if (!figures) return undefined;
  const { memberStates, years } = figures;
  return phrases.renderText(europeanUnion.text, { memberStates, years });
}

function noLink(_: string): string | undefined {
  return undefined;
}

function composeDelegation(
  written: ProgrammeParts['delegation'],
  { delegations }: Programme,
  date: string,
  { words, phrases, typeset }: ProgrammeTools,
): ClosingBlock['delegation'] {
  const isOwn = typeof written === 'object';
  const path: ValuePath | undefined = isOwn ? ['delegation'] : undefined;
  const delegation: Omit<Delegation, 'since'> | undefined = isOwn
    ? written
    : entryAt(delegations[String(written)] ?? [], date);
  if (!delegation) return undefined;
  const fact = (key: keyof typeof words.delegation, linkOf = noLink) => {
    const value = delegation[key]?.trim();
    if (value === undefined) return [];
    const link = linkOf(value);
    const printed = link === undefined ? value : typesetLine(value, typeset);
    const spans = phrases.render(words.delegation[key], { value: printed });
    return [{ content: linkAddress(spans, printed, link), path: path && [...path, key] }];
  };
  return {
    name: { content: composeLine(delegation.name, typeset), path: path && [...path, 'name'] },
    lines: [
      ...(delegation.address ?? []).map((text, index) => ({
        content: [{ text: composeLine(text, typeset) }],
        path: path && [...path, 'address', index],
      })),
      ...fact('phone'),
      ...fact('fax'),
      ...fact('email', mailLink),
      ...fact('website', webLink),
      ...fact('facebook', webLink),
    ],
  };
}
