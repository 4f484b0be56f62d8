import type { YAMLError } from 'yaml';
import { LIMITS } from '../limits.ts';
import { isUnclosedBracket, isUnclosedQuote } from './place-syntax-error.ts';
import type { SyntaxExplanation } from './positions.ts';
import { KEY_LINE } from './shallow-text.ts';

/** An error of the yaml package, with the text around it. */
interface SyntaxError {
  readonly code: YAMLError['code'];
  /** The package's own sentence. */
  readonly message: string;
  /** The text of the error's line up to its place, and from its place on. */
  readonly before: string;
  readonly after: string;
}

type Rule = readonly [applies: (error: SyntaxError) => boolean, explanation: SyntaxExplanation];

const QUOTE_HINT =
  "Text with a colon and a space in it, or one that starts with a sign, goes into single quotes: title: 'Drama: a story'.";
const APOSTROPHE_HINT = "Inside single quotes an apostrophe is written twice: 'It''s time'.";
const KEY_HINT = 'After the colon of a key comes a space: number: 19.';
const BODY_HINT =
  'A text of any length goes below its key, each line indented: `body: |`, then the text. Nothing in it needs quotes.';
const DEEPER_HINT = 'A line that goes on with a text stands deeper than the key of the text.';

const syntax = (message: string, ...hints: string[]): SyntaxExplanation => ({
  code: 'yaml-syntax',
  message,
  hints,
});

const TAB = syntax(
  'a tab stands where the line is indented',
  'Indent with spaces; most editors have a setting that turns tabs into spaces.',
);
const INDENT = syntax(
  'this line is not indented like its neighbours',
  'Give it as many spaces at the start as the other lines of the same level have.',
  DEEPER_HINT,
);
const NO_KEY = syntax(
  'this line is neither `key: text` nor part of the text above',
  KEY_HINT,
  DEEPER_HINT,
);

/**
 * What the errors of the yaml package mean; the first rule that applies counts. Source: its
 * documentation, "Errors", and the sentences in its folder compose/.
 */
const RULES: readonly Rule[] = [
  [(e) => e.code === 'TAB_AS_INDENT' || /^ *\t\s*$/.test(e.before), TAB],
  [(e) => e.code !== 'BLOCK_IN_FLOW' && /^\s*$/.test(e.before) && /^ *\t/.test(e.after), TAB],
  [
    isUnclosedQuote,
    syntax(
      'this text opens with a quote and never closes',
      'Put the same quote at its end.',
      APOSTROPHE_HINT,
    ),
  ],
  [
    isUnclosedBracket,
    syntax(
      'this bracket is opened and never closed',
      'Close it: period: { from: 2024-11-16, to: 2024-11-30 }.',
      QUOTE_HINT,
    ),
  ],
  [says('BAD_INDENT'), INDENT],
  [says('MISSING_CHAR', /without - indicator/), INDENT],
  [says('BLOCK_AS_IMPLICIT_KEY', /sequence/), INDENT],
  [
    (e) => e.code === 'BLOCK_AS_IMPLICIT_KEY' && /^[‘’‚‛“”„‟«»].*:(\s|$)/.test(e.after),
    syntax(
      'the quotes of print (‘ ’ “ ”) do not hold a text together; there is a colon in it',
      "Put the straight ones of the keyboard around the whole text: title: 'Drama: a story'.",
      APOSTROPHE_HINT,
    ),
  ],
  [
    (e) => e.code === 'BLOCK_AS_IMPLICIT_KEY' && /:(\s|$)/.test(e.after),
    syntax('there is a second colon in this line, so it cannot be read as `key: text`', QUOTE_HINT),
  ],
  [
    says('BLOCK_AS_IMPLICIT_KEY'),
    syntax(
      'this text runs on into the next line, which looks like a key of its own',
      'Indent the next line like the key of this one.',
    ),
  ],
  [
    says('BLOCK_IN_FLOW'),
    syntax(
      'between { and } this text cannot be told from a key',
      'Put a comma between the keys, and text with a colon in it into single quotes.',
      'Or write each key on a line of its own, without { and }.',
    ),
  ],
  [
    says('MISSING_CHAR', /leading empty lines/),
    syntax(
      'the text begins with a blank line that has more spaces than the text',
      'Remove the blank line.',
    ),
  ],
  [says('MISSING_CHAR', /map values/), NO_KEY],
  [says('MULTILINE_IMPLICIT_KEY'), NO_KEY],
  [says('KEY_OVER_1024_CHARS'), NO_KEY],
  [
    (e) =>
      e.code === 'UNEXPECTED_TOKEN' && /at node end/.test(e.message) && /['"]\s*$/.test(e.before),
    syntax(
      'the text ends at the quote before this place',
      APOSTROPHE_HINT,
      'Text with double quotes inside goes into single quotes as a whole: \'The drama "Choice"\'.',
    ),
  ],
  [
    says('UNEXPECTED_TOKEN', /at node end/),
    syntax('a text that starts with a bracket or a sign ends before this place', QUOTE_HINT),
  ],
  [
    says('UNEXPECTED_TOKEN', /Block scalar header|Not a YAML token/),
    syntax(
      'after | or > the line has to end',
      'Start the text on the next line, deeper than its key.',
      'Text that itself starts with | or > goes into single quotes.',
    ),
  ],
  [
    says('UNEXPECTED_TOKEN', /block-seq-ind/),
    syntax(
      'a dash stands in the line of its key',
      'A list begins on the line below its key.',
      'Text that starts with a dash goes into single quotes.',
    ),
  ],
  [says('UNEXPECTED_TOKEN'), syntax('this sign cannot be understood here', QUOTE_HINT)],
  [says('BAD_SCALAR_START'), syntax('a text cannot start with this sign', QUOTE_HINT)],
  [says('BAD_ALIAS'), syntax('a text cannot start with this sign', QUOTE_HINT)],
  [says('TAG_RESOLVE_FAILED'), syntax('a text cannot start with an exclamation mark', QUOTE_HINT)],
  [
    says('BAD_DQ_ESCAPE'),
    syntax(
      'inside double quotes a backslash has a meaning of its own',
      'Use single quotes, or write the backslash twice.',
    ),
  ],
  [
    says('MULTIPLE_DOCS'),
    syntax(
      'the document has ended: a line of three dashes or dots ends it',
      'Remove the line of dashes or dots, or indent it if it belongs to a text.',
    ),
  ],
];

/** What is wrong with a key that stands in its mapping already. */
export const KEY_TWICE: SyntaxExplanation = {
  code: 'yaml-duplicate-key',
  message: 'this key stands twice in the same place',
  hints: ['Keep one of the two; for a second article start a new line with `- title:`.'],
};

/** What an asterisk at the start of a text is taken for: YAML's reference to another place. */
export const UNKNOWN_ALIAS = syntax(
  'a text cannot start with an asterisk',
  "Put the whole text into single quotes: '*Drama* at the theatre'.",
);

/** What a syntax error means to someone who writes an issue, and the way out. */
export function explainSyntaxError(error: YAMLError, text: string): SyntaxExplanation {
  const [from] = error.pos;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const described: SyntaxError = {
    code: error.code,
    message: error.message,
    before: text.slice(lineStart, from),
    after: text.slice(from).split('\n', 1)[0] ?? '',
  };
  const rule = RULES.find(([applies]) => applies(described));
  if (rule) return isInBody(text, from) ? withHint(rule[1], BODY_HINT) : rule[1];
  const message = error.message.replace(/\s+/g, ' ').replace(/\.$/, '');
  return syntax(message, 'Compare the line with the same place in another issue.');
}

/** Whether an offset is in a body that was begun in the line of its key, without an upright. */
function isInBody(text: string, offset: number): boolean {
  // A body that is longer than the limit is refused; nothing is looked for beyond it.
  for (
    let end = offset;
    end >= offset - LIMITS.bodyLetters && end >= 0;
    end = text.lastIndexOf('\n', end - 1)
  ) {
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    if (KEY_LINE.test(line)) return /^[ \t]*(?:-[ \t]+)*body:[ \t]*(?:[^\s|>#]|$)/.test(line);
    if (end === 0) return false;
  }
  return false;
}

function withHint(explanation: SyntaxExplanation, hint: string): SyntaxExplanation {
  return { ...explanation, hints: [hint, ...explanation.hints] };
}

function says(code: YAMLError['code'], sentence = /(?:)/): Rule[0] {
  return (error) => error.code === code && sentence.test(error.message);
}
