import type { TextNode } from '../pdf/definition.ts';

/** Signs after which a web address may be broken. */
const BREAK_AFTER = '/_?&=.';
/**
 * Signs before which it may be: a hyphen at a line's end could be one of division, and some viewers
 * leave it out of what is copied. Source: The Chicago Manual of Style, 17th ed., 14.18.
 */
const BREAK_BEFORE = '-';

/** A web address that leads to itself, set to be broken where it must be. */
export function address(url: string, style: string): TextNode {
  return {
    text: [{ text: url, link: url }],
    style,
    breakAfter: BREAK_AFTER,
    breakBefore: BREAK_BEFORE,
    noWrap: true,
  };
}
