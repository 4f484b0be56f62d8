import type { TextNode } from '../pdf/definition.ts';

/** Signs after which a web address may be broken. */
const BREAKS = '/-_?&=.';

/** A web address that leads to itself, set to be broken where it must be. */
export function address(url: string, style: string): TextNode {
  return { text: [{ text: url, link: url }], style, breakAfter: BREAKS, noWrap: true };
}
