import { expect, test } from '@jest/globals';
import { findBareAddresses } from '../../src/text/bare-addresses.ts';

const found = (text: string) => findBareAddresses(text).map(({ from, to }) => text.slice(from, to));

test.each<[string, string[]]>([
  [
    'See https://a.kz/b, http://c.kz/d; and https://e.kz/f!',
    ['https://a.kz/b', 'http://c.kz/d', 'https://e.kz/f'],
  ],
  [
    'https://a.kz/b… https://a.kz/c’ https://a.kz/d?',
    ['https://a.kz/b', 'https://a.kz/c', 'https://a.kz/d'],
  ],
  ['(https://a.kz/b_(c)) [https://a.kz/d]', ['https://a.kz/b_(c)', 'https://a.kz/d']],
  [
    '«https://a.kz/b» “https://a.kz/c” "https://a.kz/d"',
    ['https://a.kz/b', 'https://a.kz/c', 'https://a.kz/d'],
  ],
  [
    '**https://a.kz/b** https://a.kz/?q=*x* _https://a.kz/c_',
    ['https://a.kz/b', 'https://a.kz/?q=*x*'],
  ],
  ['HTTPS://A.KZ/B and WWW.A.KZ', ['HTTPS://A.KZ/B', 'WWW.A.KZ']],
  ['https://мвд.рф/новости, www.мвд.рф', ['https://мвд.рф/новости', 'www.мвд.рф']],
  ['a.b+c_d@e-f.kz, имя@мвд.рф', ['a.b+c_d@e-f.kz']],
  ['| https://a.kz/b| c', ['https://a.kz/b']],
  ['xwww.a.kz www.a a@b a@b. @a.kz', []],
  ['https://a.kz/@b.kz/c', ['https://a.kz/@b.kz/c']],
])('%s', (text, addresses) => {
  expect(found(text)).toEqual(addresses);
});

test('a text of any length is searched in linear time', () => {
  for (const piece of ['a@', 'www.', 'https://', 'a.', '@a.', '(https://a.kz/', '_*']) {
    const started = performance.now();
    findBareAddresses(piece.repeat(20_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  }
});
