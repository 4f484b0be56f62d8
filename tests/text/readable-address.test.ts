import { describe, expect, test } from '@jest/globals';
import { createAddressPrinter } from '../../src/text/readable-address.ts';

const printed = createAddressPrinter(() => true);

describe('an address is printed in its own letters', () => {
  test.each([
    [
      'https://xn--b1aew.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8',
      'https://мвд.рф/новости',
    ],
    ['https://example.org/%d0%b0?q=%D0%B1#%D0%B2', 'https://example.org/а?q=б#в'],
    ['www.xn--b1aew.xn--p1ai', 'www.мвд.рф'],
    ['name@xn--b1aew.xn--p1ai', 'name@мвд.рф'],
    ['https://xn--b1aew.xn--p1ai:8080/', 'https://мвд.рф:8080/'],
    ['https://a.kz/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B-%C2%AB1%C2%BB', 'https://a.kz/қазақ-«1»'],
    ['https://a.kz/%D0%90%20%D0%91', 'https://a.kz/А%20Б'],
  ])('%s', (address, readable) => {
    expect(printed(address)).toBe(readable);
    if (address.startsWith('https')) {
      const hrefs = [address, readable].map((one) => new URL(one).href.toUpperCase());
      expect(hrefs[1]).toBe(hrefs[0]);
    }
  });
});

describe('what would change or hide the address stays', () => {
  test.each([
    ['reserved characters', 'https://a.kz/%2F%3F%23%25%26%3D%3A'],
    ['letters of ASCII', 'https://a.kz/%41%2D%7E'],
    ['spaces', 'https://a.kz/%20%C2%A0%E2%80%83%E3%80%80'],
    ['controls', 'https://a.kz/%00%0A%7F%C2%85'],
    ['marks of direction', 'https://a.kz/%E2%80%AE%E2%81%A6%E2%80%8F'],
    ['invisible characters', 'https://a.kz/%E2%80%8B%C2%AD%EF%BB%BF'],
    ['marks that look like reserved ones', 'https://a.kz/%EF%BC%8F%E2%81%84%E2%88%95'],
    ['bytes that are no UTF-8', 'https://a.kz/%D0%FF%C0%AF%ED%A0%80'],
    ['a part of a character', 'https://a.kz/%D0'],
    ['composed characters in parts', 'https://a.kz/%D0%B8%CC%86'],
    ['a name of mixed scripts', 'https://xn--yndex-4ve.com/'],
    ['a name that is none', 'https://xn--a/'],
  ])('%s', (_, address) => {
    expect(printed(address)).toBe(address);
  });
});

test('letters that the fonts lack stay encoded', () => {
  const latin = createAddressPrinter((text) => !/\p{Script=Han}/u.test(text));
  expect(latin('https://中文.рф/中')).toBe('https://xn--fiq228c.рф/%E4%B8%AD');
  expect(latin('https://xn--fiq228c.xn--p1ai/%E4%B8%AD%D0%B0')).toBe(
    'https://xn--fiq228c.рф/%E4%B8%ADа',
  );
});
