import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { CODES } from '../../src/publications/index.ts';
import { EDITION_CODES } from '../../src/publications/shared/editions/edition-codes.ts';
import { root } from '../helpers/project-root.ts';

const readNodes = (file: string) => listNodes(fromMarkdown(readFileSync(join(root, file), 'utf8')));

/** A node and all nodes inside it. */
function listNodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(listNodes) : [])];
}

/** The code of a page: inline, and each line of its blocks. */
const codeOf = (nodes: readonly Nodes[]) =>
  nodes.flatMap((node) => {
    if (node.type === 'inlineCode') return [node.value];
    return node.type === 'code' ? node.value.split('\n') : [];
  });

/** The first column of tables whose rows begin with codes. */
function tableCodes(file: string): string[] {
  const rows = readFileSync(join(root, file), 'utf8').matchAll(
    /^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \|/gm,
  );
  return [...rows].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(', '));
}

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
];

test.each(pages)('the links of %s lead to files', (page) => {
  const addresses = readNodes(page).flatMap((node) =>
    node.type === 'link' || node.type === 'image' ? [node.url] : [],
  );
  const files = addresses.flatMap((url) =>
    /^(?:[a-z]+:|#)/.test(url) ? [] : [decodeURI(url.replace(/#.*/, ''))],
  );
  expect(files.filter((file) => !existsSync(join(root, dirname(page), file)))).toEqual([]);
});

describe('the editors’ guide in English and in Russian', () => {
  const guides = ['docs/editors-guide.md', 'docs/editors-guide.ru.md'];
  const [english = [], russian = []] = guides.map(readNodes);

  test('has the same headings, lists and pictures', () => {
    const outlineOf = (nodes: readonly Nodes[]) =>
      nodes.flatMap((node) => {
        if (node.type === 'heading') return [`heading ${node.depth}`];
        if (node.type === 'list') return [`list of ${node.children.length}`];
        return node.type === 'image' ? [node.url] : [];
      });
    expect(outlineOf(english).length).toBeGreaterThan(10);
    expect(outlineOf(russian)).toEqual(outlineOf(english));
  });

  test('has the same commands', () => {
    const commandsOf = (nodes: readonly Nodes[]) =>
      codeOf(nodes).filter((line) => /^npm /.test(line));
    expect(commandsOf(english).length).toBeGreaterThan(8);
    expect(commandsOf(russian)).toEqual(commandsOf(english));
  });

  test('has the same keys in its examples', () => {
    const keysOf = (nodes: readonly Nodes[]) =>
      nodes.flatMap((node) =>
        node.type === 'code'
          ? [...node.value.matchAll(/^ *(?:- )?(\w+):/gm)].map(([, key]) => key)
          : [],
      );
    expect(keysOf(english)).toContain('caption');
    expect(keysOf(russian)).toEqual(keysOf(english));
  });

  test('links to the other one', () => {
    const linksOf = (nodes: readonly Nodes[]) =>
      nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
    expect(linksOf(english)[0]).toBe('editors-guide.ru.md');
    expect(linksOf(russian)[0]).toBe('editors-guide.md');
  });

  test('explains codes that exist', () => {
    const codes = tableCodes('docs/editors-guide.ru.md');
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !Object.hasOwn(CODES, code))).toEqual([]);
  });
});

test('docs/editions.md explains every code about editions', () => {
  expect(tableCodes('docs/editions.md').sort()).toEqual(Object.keys(EDITION_CODES).sort());
});
