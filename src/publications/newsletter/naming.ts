import type { IssueNaming } from '../publication.ts';

const NAME = /^newsletter-([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{1,3})$/;
/** Words and numbers after the publication's name, in another form: Newsletter CADAP 7 N2. */
const LOOSE_NAME = /^news[\s_-]*letter(.*\d.*)$/i;
/** Words before a number that mean “number”. */
const NUMBER_WORDS = new Set(['n', 'no', 'nr', 'number', 'issue']);
/** Digits to which numbers are padded for sorting. */
const SORTED_DIGITS = 6;

/** Folders of newsletters are named by programme and number: newsletter-cadap-7-2. */
export const naming: IssueNaming = {
  form: 'newsletter-PROGRAMME-NUMBER, such as newsletter-cadap-7-2',
  isName: (name) => NAME.test(name),
  compare(a, b) {
    const [first, second] = [sortKey(a), sortKey(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  },
  keyOf: (name) => name.replace(/-0+(?=\d+$)/, '-'),
  correct(name) {
    const [, rest = ''] = LOOSE_NAME.exec(name) ?? [];
    const parts = rest.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
    const words = parts.filter((part) => !NUMBER_WORDS.has(part));
    const number = words.pop() ?? '';
    if (words.length === 0 || !/^\d{1,3}$/.test(number)) return undefined;
    return issueName(words.join('-'), Number(number));
  },
};

/** Returns the name of a newsletter's folder. */
export function issueName(programme: string, number: number): string {
  return `newsletter-${programme}-${number}`;
}

/** Returns the programme and the number in a folder's name; undefined if it has another form. */
export function readName(name: string): { programme: string; number: number } | undefined {
  const [, programme, number] = NAME.exec(name) ?? [];
  return programme === undefined ? undefined : { programme, number: Number(number) };
}

function sortKey(name: string): string {
  return name.replace(/\d+/g, (digits) => digits.padStart(SORTED_DIGITS, '0'));
}
