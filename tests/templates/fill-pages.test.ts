import { expect, test } from '@jest/globals';
import { createPageFiller } from '../../src/templates/fill-pages.ts';
import { createPhraseRenderer } from '../../src/templates/phrases.ts';

function fill(page: string, values: Record<string, unknown>, partials = {}): string {
  return createPageFiller({ page, ...partials }, createPhraseRenderer('en')).fill('page', values);
}

test('what fills a page is escaped in texts and in attributes', () => {
  expect(fill('<a title="{{text}}">{{text}}</a>', { text: `<b a='"&` })).toBe(
    '<a title="&lt;b a&#x3D;&#x27;&quot;&amp;">&lt;b a&#x3D;&#x27;&quot;&amp;</a>',
  );
});

test('a template’s own sentence is escaped too once its values are said', () => {
  expect(fill('{{say words name=name}}', { words: '{{name}} & co', name: '<i>' })).toBe(
    '&lt;i&gt; &amp; co',
  );
});

test('only a drawing of the program stands as it is', () => {
  expect(fill('{{draw chart}}', { chart: { markup: '<svg></svg>' } })).toBe('<svg></svg>');
});

test('a template may ask for nothing that is not given', () => {
  expect(() => fill('{{titel}}', { title: 'a' })).toThrow('titel');
  expect(() => createPageFiller({}, createPhraseRenderer('en')).fill('page', {})).toThrow('page');
});

test('templates stand in templates', () => {
  expect(fill('<p>{{> name}}</p>', { text: 'a' }, { name: '<b>{{text}}</b>' })).toBe(
    '<p><b>a</b></p>',
  );
});
