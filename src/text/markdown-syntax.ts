// The CommonMark syntax of bodies, for micromark.

import type { Options } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { headingAtx } from 'micromark-core-commonmark';
import { gfmTable } from 'micromark-extension-gfm-table';

type Extension = NonNullable<Options['extensions']>[number];
type Construct = typeof headingAtx;
type Tokenizer = Construct['tokenize'];

const [SPACE, TAB, VIRTUAL_TAB, HASH, STAR, BACKSLASH, UNDERSCORE] = [32, 9, -2, 35, 42, 92, 95];
const SUBHEADING_MARKS = 3;

/** CommonMark constructs that the format does not support; their markup is printed literally. */
const DISABLED_CONSTRUCTS = [
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

/** Consumes `###` and succeeds before a space. */
const subheadingMarks: Tokenizer = (effects, ok, nok) => {
  let count = 0;
  return function mark(code) {
    if (code === HASH && count < SUBHEADING_MARKS) {
      if (count === 0) effects.enter('atxHeadingSequence');
      effects.consume(code);
      count += 1;
      return mark;
    }
    if (count < SUBHEADING_MARKS) return nok(code);
    effects.exit('atxHeadingSequence');
    return code === SPACE || code === TAB || code === VIRTUAL_TAB ? ok(code) : nok(code);
  };
};

/** A heading of CommonMark that begins with exactly three marks and a space. */
const subheading: Construct = {
  ...headingAtx,
  name: 'subheading',
  tokenize(effects, ok, nok) {
    const heading = headingAtx.tokenize.call(this, effects, ok, nok);
    return effects.check({ tokenize: subheadingMarks, partial: true }, heading, nok);
  },
};

/** Marks at the offsets that `isLiteral` accepts are characters. */
function literalMarks(isLiteral: (offset: number) => boolean): Extension {
  const mark: Construct = {
    name: 'literalMark',
    tokenize(effects, ok, nok) {
      return (code) => {
        if (!isLiteral(this.now().offset)) return nok(code);
        effects.enter('data');
        effects.consume(code);
        effects.exit('data');
        return ok;
      };
    },
  };
  return { text: { [STAR]: mark, [BACKSLASH]: mark, [UNDERSCORE]: mark } };
}

/**
 * Returns the options with which mdast-util-from-markdown parses a body: a subset of CommonMark with
 * tables and one level of headings.
 */
export function bodySyntax(isLiteral: (offset: number) => boolean): Options {
  return {
    extensions: [
      { disable: { null: DISABLED_CONSTRUCTS } },
      { flow: { [HASH]: subheading } },
      gfmTable(),
      literalMarks(isLiteral),
    ],
    mdastExtensions: [gfmTableFromMarkdown()],
  };
}
