// Rules about the links of a text.
import { type CodeNotes, warning } from '../../../../diagnostics/problem-code.ts';
import type { Finding } from '../../../../source/finding.ts';
import { addressKey } from '../../../../text/address-key.ts';
import type { Language } from '../../../../text/languages/language.ts';
import type { Passage } from '../passages.ts';
import { ADDRESS_RULE_CODES, findAddressFaults, type PlacedAddress } from './address-rules.ts';

/** Problem codes of links and addresses. */
export const LINK_RULE_CODES = {
  ...ADDRESS_RULE_CODES,
  'link-text': warning(
    'The words of a link say where it leads, also in print and in a list of links read aloud.',
    {
      bad: 'Read about the law [here](https://polisia.kz/ru/slet).',
      good: 'Read about the [law](https://polisia.kz/ru/slet).',
    },
  ),
  'link-other': warning(
    'A link that shows one address and leads to another one deceives its readers.',
    {
      bad: 'See [www.unodc.org](https://polisia.kz/ru/slet).',
      good: 'See [www.unodc.org](https://www.unodc.org/).',
    },
  ),
} satisfies CodeNotes;

/** A link: its words, and its address. */
const LINK = /\[([^\][\n]*)\]\((<?)((?:[^()\s<>]|\([^()\s]*\)){1,2000})/g;
const BARE_ADDRESS = /(?<![(<\w/])https?:\/\/[^\s<>()[\]*]+/gi;
/** Punctuation of the sentence behind an address. */
const SENTENCE_END = /[.,;:!?'"»”’…]+$/;
/** A text that is an address as a whole. */
const ADDRESS_TEXT = /^(?:https?:\/\/)?(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:\/\S*)?$/iu;

/** Finds faults of the links in texts: of their addresses, and of their words. */
export function findLinkFaults(passages: readonly Passage[], { signs }: Language): Finding[] {
  return passages
    .filter(({ written }) => written.includes('](') || /https?:\/\//i.test(written))
    .flatMap(({ written, path }) => {
      const links = [...written.matchAll(LINK)].map(
        ({ index, 1: words = '', 2: angle = '', 3: address = '' }) => ({
          words,
          from: index + 1,
          placed: { address, path, at: index + words.length + 3 + angle.length },
        }),
      );
      const inLinks = (at: number) =>
        links.some(({ from, placed }) => at >= from && at < placed.at + placed.address.length);
      const bare = [...written.matchAll(BARE_ADDRESS)]
        .filter(({ index }) => !inLinks(index))
        .map(
          ({ 0: address, index }): PlacedAddress => ({
            address: address.replace(SENTENCE_END, ''),
            path,
            at: index,
          }),
        );
      return [
        ...findAddressFaults([...links.map(({ placed }) => placed), ...bare]),
        ...links.flatMap(({ words, from, placed: { address } }): Finding[] => {
          const piece = { from, to: from + Math.max(1, words.length) };
          const plain = words.replace(/[*_]/g, '').trim();
          if (plain === '' || signs?.emptyLinks.test(plain)) {
            return [
              {
                code: 'link-text',
                severity: 'warning',
                message:
                  plain === ''
                    ? 'the link has no words'
                    : `the words “${plain}” do not say where the link leads`,
                path,
                piece,
                hints: ['Make the words that name the page or the document the link.'],
              },
            ];
          }
          if (!leadsElsewhere(plain, address)) return [];
          return [
            {
              code: 'link-other',
              severity: 'warning',
              message: `the link shows \`${plain}\` and leads to \`${address}\``,
              path,
              piece,
              hints: ['Write the same address in both places, or words.'],
            },
          ];
        }),
      ];
    });
}

/** Whether words that are an address name another site, or another page. */
function leadsElsewhere(words: string, address: string): boolean {
  if (!ADDRESS_TEXT.test(words) || !/^https?:/i.test(address)) return false;
  const shown = addressKey(/^https?:/i.test(words) ? words : `https://${words}`);
  const meant = addressKey(address);
  // The site alone may stand for one of its pages.
  const isSite = !shown.slice('https://'.length).includes('/');
  return isSite ? !meant.startsWith(shown) && !endsWithSite(meant, shown) : shown !== meant;
}

/** Whether an address is on a part of the site: ru.example.org of example.org. */
function endsWithSite(address: string, site: string): boolean {
  const [host = ''] = address.slice('https://'.length).split('/');
  return host.endsWith(`.${site.slice('https://'.length)}`);
}
