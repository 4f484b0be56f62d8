// Rules about the privacy of persons: numbers, addresses, and the names of minors.
import { type CodeNotes, warning } from '../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../source/finding.ts';
import { findTelephones } from '../../../text/figures/telephones.ts';
import type { Language } from '../../../text/languages/language.ts';
import type { TextWords } from '../../../text/languages/prose/language-prose.ts';
import type { Passage } from './passages.ts';
import { sentencePlace } from './sentence-at.ts';

/** Problem codes of the rules about persons. */
export const PEOPLE_CODES = {
  'private-telephone': warning('The number of a private person must not be published.', {
    bad: 'The director, Oleg Fedorenko (8-707-555-48-12), opened the talk.',
    good: 'The director, Oleg Fedorenko, opened the talk.',
  }),
  'private-email': warning('The e-mail address of a private person must not be published.', {
    bad: 'Write to the librarian, irina.smirnova75@mail.ru, for a seat.',
    good: 'Write to the library for a seat.',
  }),
  'minor-named': warning('The name of a minor stays on the web for life.', {
    bad: 'Among them was 15-year-old Artyom Kuznetsov.',
    good: 'Among them was a boy of 15.',
  }),
  'identity-number': warning(
    'With the number of a document others can use the identity of its owner.',
    {
      bad: 'The man (IIN 850101300123) was detained.',
      good: 'The man was detained.',
    },
  ),
  'home-address': warning('The private address of a person must not be published.', {
    bad: 'Maxim Zakharov (14 Lenin Street, flat 32) was questioned.',
    good: 'A resident of the city was questioned.',
  }),
} satisfies CodeNotes;

/** Finds what tells too much of a person. */
export function findPrivateFacts(
  passages: readonly Passage[],
  { prose }: Pick<Language, 'prose'>,
): Finding[] {
  if (!prose) return [];
  return passages.flatMap((passage) => {
    const hasDigits = /\d/.test(passage.text);
    return [
      ...(hasDigits ? findPrivateTelephones(passage, prose.texts) : []),
      ...findPrivateEmails(passage, prose.texts),
      ...(hasDigits ? findMinors(passage, prose.texts) : []),
      ...(hasDigits ? findIdentities(passage, prose.texts) : []),
    ];
  });
}

function report(
  code: keyof typeof PEOPLE_CODES,
  { path }: Passage,
  [from, to]: readonly [number, number],
  message: string,
  hint: string,
): Finding {
  return { code, severity: 'warning', message, path, piece: { from, to }, hints: [hint] };
}

/**
 * Numbers of mobile networks, with or without the calling code; source: the numbering plans of the
 * states of the region.
 */
const MOBILE =
  /^(?:[78]?7[047]\d{8}|79\d{9}|89\d{9}|996[2579]\d{8}|998(?:9|33|88|77|20|50)\d{7,8}|992(?:9|50|55|88|00|11|40|41)\d{7,8}|9936\d{7}|994(?:5|7|9|10|60)\d{7,8})$/;
/** Numbers that callers do not pay for. */
const TOLL_FREE = /^(?:7|8)?800\d{7}$/;

function findPrivateTelephones(
  passage: Passage,
  { publicLine, privateLine }: TextWords,
): Finding[] {
  return findTelephones(passage.text).flatMap(({ from, to, digits }) => {
    const place = sentencePlace(passage.text, from);
    const sentence = passage.text.slice(place.from, place.to);
    const near = passage.text.slice(Math.max(place.from, from - 25), from);
    const isOwn = privateLine.test(near);
    const isMobile = MOBILE.test(digits);
    if (TOLL_FREE.test(digits) || !(isOwn || isMobile)) return [];
    // A helpline may have a mobile number; whoever is called by a word such as "his" is a person.
    if (!isOwn && publicLine.test(withBefore(passage.text, place.from) + sentence)) return [];
    const message = 'this looks like the telephone number of a person';
    return [
      report(
        'private-telephone',
        passage,
        [from, to],
        message,
        'Remove the number, or write the number of the office.',
      ),
    ];
  });
}

/** The text before a sentence in its paragraph; a helpline is often named in the sentence before. */
function withBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n\n', at - 2), at - 120, 0), at);
}

const EMAIL = /(?<![\w.+-])([\w.+-]{1,64})@((?:[\p{L}\d-]{1,63}\.){1,4}\p{L}{2,24})/gu;
/** Providers with which anyone has an address. */
const PUBLIC_MAIL =
  /^(?:(?:mail|bk|inbox|list|internet|vk)\.ru|(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|aol|gmx|me|msn)\.\w+(?:\.\w+)?|(?:yandex|ya)\.\w+|rambler\.ru|proton(?:mail)?\.\w+|mail\.(?:kz|kg|uz|tj|tm|com)|inbox\.\w+|ukr\.net)$/i;
/** Names of mailboxes that belong to an office. */
const OFFICE =
  /info|press|office|contact|hotline|admin|support|media|news|secretar|reception|mvd|police|centre|center|agency|foundation|fond|ngo|help|school|library|project|programme|forum|conference|editor|pr(?:\W|$)|pressa/i;

function findPrivateEmails(passage: Passage, { publicLine }: TextWords): Finding[] {
  if (!passage.text.includes('@')) return [];
  return [...passage.text.matchAll(EMAIL)].flatMap(
    ({ index, 0: found, 1: box = '', 2: host = '' }) => {
      const near = passage.text.slice(Math.max(0, index - 40), index);
      if (!PUBLIC_MAIL.test(host) || OFFICE.test(box) || publicLine.test(near)) return [];
      const message = `\`${found}\` looks like the address of a person`;
      return [
        report(
          'private-email',
          passage,
          [index, index + found.length],
          message,
          'Remove the address, or write the address of the office.',
        ),
      ];
    },
  );
}

/** The age at which a person is no minor. */
const FULL_AGE = 18;

function findMinors(passage: Passage, { namedAges, notPersons }: TextWords): Finding[] {
  const found = namedAges.flatMap((pattern) => [...passage.text.matchAll(pattern)]);
  const places = found.flatMap(({ index, 0: words, groups }) => {
    const age = Number(groups?.age ?? groups?.years);
    const isPerson = !notPersons.test(groups?.name ?? '');
    return age > 0 && age < FULL_AGE && isPerson
      ? [{ from: index, to: index + words.length, age }]
      : [];
  });
  const separate = places.filter(
    ({ from }, index) => places.findIndex((one) => one.from === from) === index,
  );
  return separate.map(({ from, to, age }) =>
    report('minor-named', passage, [from, to], `a minor of ${age} is named`, 'Leave out the name.'),
  );
}

function findIdentities(passage: Passage, { identity, home }: TextWords): Finding[] {
  const numbers = [...passage.text.matchAll(identity)].map(({ index, 0: found }) => {
    const message = 'this is the number of a person’s document';
    return report(
      'identity-number',
      passage,
      [index, index + found.length],
      message,
      'Remove the number.',
    );
  });
  const homes = [...passage.text.matchAll(home)].map(({ index, 0: found }) => {
    const message = 'this looks like the private address of a person';
    return report(
      'home-address',
      passage,
      [index, index + found.length],
      message,
      'Write the city or the region only.',
    );
  });
  return [...numbers, ...homes];
}
