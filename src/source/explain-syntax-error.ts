import type { YAMLError } from 'yaml';
import { LIMITS } from '../limits.ts';
import { KEY_LINE, NO_COLON, TAB } from './indentation-mistakes.ts';
import { isUnclosedBracket, isUnclosedQuote } from './place-syntax-error.ts';
import type { SyntaxExplanation } from './positions.ts';
import { syntax } from './repair.ts';
import type { SyntaxRepair } from './syntax-edits.ts';

/** An error of the yaml package with the text around it. */
interface SyntaxError {
  readonly code: YAMLError['code'];
  /** Message of the yaml package. */
  readonly message: string;
  /** Text of the line before and after the position of the error. */
  readonly before: string;
  readonly after: string;
}

/** An explanation, with what repairs the line. */
export interface RepairableExplanation extends SyntaxExplanation {
  readonly repair?: SyntaxRepair | undefined;
}

type Rule = readonly [
  matchesRule: (error: SyntaxError) => boolean,
  explanation: RepairableExplanation,
];

const QUOTE_HINT =
  "Put text that contains a colon and a space, or starts with a special character, into single quotes: title: 'Drama: a story'.";
const APOSTROPHE_HINT = "Write an apostrophe inside single quotes twice: 'It''s time'.";
const BODY_HINT =
  'Write a longer text below its key, with each line indented: `body: |`, then the text. It needs no quotes.';
const CONTINUATION_HINT = 'Indent a line that continues a text deeper than the key of the text.';

/** An explanation of a text that has to be quoted as a whole. */
const toQuote = (explanation: SyntaxExplanation): RepairableExplanation => ({
  ...explanation,
  repair: 'quote',
});

const INDENT = syntax(
  'the indentation of this line does not match the lines around it',
  'Start it with as many spaces as the other lines of the same level.',
  CONTINUATION_HINT,
);
/**
 * Explanations of the errors of the yaml package; the first matching rule applies. Source: its
 * documentation, "Errors", and the messages in its folder compose/.
 */
const RULES: readonly Rule[] = [
  [(e) => e.code === 'TAB_AS_INDENT' || /^ *\t\s*$/.test(e.before), TAB],
  [(e) => e.code !== 'BLOCK_IN_FLOW' && /^\s*$/.test(e.before) && /^ *\t/.test(e.after), TAB],
  [
    isUnclosedQuote,
    syntax(
      'this text opens with a quote that is never closed',
      'Put the same quote at the end of the text.',
      APOSTROPHE_HINT,
    ),
  ],
  [
    isUnclosedBracket,
    syntax(
      'this bracket is never closed',
      'Close it: period: { from: 2024-11-16, to: 2024-11-30 }.',
      QUOTE_HINT,
    ),
  ],
  [matches('BAD_INDENT'), INDENT],
  [matches('MISSING_CHAR', /without - indicator/), INDENT],
  [matches('BLOCK_AS_IMPLICIT_KEY', /sequence/), INDENT],
  [
    (e) => e.code === 'BLOCK_AS_IMPLICIT_KEY' && /^[‘’‚‛“”„‟«»].*:(\s|$)/.test(e.after),
    toQuote(
      syntax(
        'typographic quotes (‘ ’ “ ”) do not count as quotes in YAML, and this text contains a colon',
        "Put straight quotes, as on the keyboard, around the whole text: title: 'Drama: a story'.",
        APOSTROPHE_HINT,
      ),
    ),
  ],
  [
    (e) => e.code === 'BLOCK_AS_IMPLICIT_KEY' && /:(\s|$)/.test(e.after),
    toQuote(
      syntax(
        'there is a second colon in this line, so it cannot be read as `key: text`',
        QUOTE_HINT,
      ),
    ),
  ],
  [
    matches('BLOCK_AS_IMPLICIT_KEY'),
    syntax(
      'this text continues on the next line, which looks like a key',
      'Indent the next line as deep as the key of this one.',
    ),
  ],
  [
    matches('BLOCK_IN_FLOW'),
    {
      ...syntax(
        'this text between { and } cannot be distinguished from a key',
        'Put a comma between the keys, and put text that contains a colon into single quotes.',
        'Or write each key on its own line, without { and }.',
      ),
      repair: 'quote-in-brackets',
    },
  ],
  [
    matches('MISSING_CHAR', /leading empty lines/),
    syntax(
      'the text begins with a blank line that is indented deeper than the text',
      'Remove the blank line.',
    ),
  ],
  [matches('MISSING_CHAR', /map values/), NO_COLON],
  [matches('MULTILINE_IMPLICIT_KEY'), NO_COLON],
  [matches('KEY_OVER_1024_CHARS'), NO_COLON],
  [
    (e) =>
      e.code === 'UNEXPECTED_TOKEN' && /at node end/.test(e.message) && /['"]\s*$/.test(e.before),
    toQuote(
      syntax(
        'the text ends at the quote before this position',
        APOSTROPHE_HINT,
        'Put text that contains double quotes into single quotes as a whole: \'The drama "Choice"\'.',
      ),
    ),
  ],
  [
    matches('UNEXPECTED_TOKEN', /at node end/),
    toQuote(
      syntax(
        'a text that starts with a bracket or a special character ends before this position',
        QUOTE_HINT,
      ),
    ),
  ],
  [
    matches('UNEXPECTED_TOKEN', /Block scalar header|Not a YAML token/),
    syntax(
      'the line must end after | or >',
      'Start the text on the next line, indented deeper than its key.',
      'Put text that itself starts with | or > into single quotes.',
    ),
  ],
  [
    matches('UNEXPECTED_TOKEN', /block-seq-ind/),
    syntax(
      'a dash cannot follow a key on the same line',
      'Begin a list on the line below its key.',
      'Put text that starts with a dash into single quotes.',
    ),
  ],
  [matches('UNEXPECTED_TOKEN'), toQuote(syntax('this character is not allowed here', QUOTE_HINT))],
  [
    matches('BAD_SCALAR_START'),
    toQuote(syntax('a text cannot start with this character', QUOTE_HINT)),
  ],
  [matches('BAD_ALIAS'), toQuote(syntax('a text cannot start with this character', QUOTE_HINT))],
  [
    matches('TAG_RESOLVE_FAILED'),
    toQuote(syntax('a text cannot start with an exclamation mark', QUOTE_HINT)),
  ],
  [
    matches('BAD_DQ_ESCAPE'),
    {
      ...syntax(
        'a backslash has a special meaning inside double quotes',
        'Use single quotes, or write the backslash twice.',
      ),
      repair: 'backslash',
    },
  ],
  [
    matches('MULTIPLE_DOCS'),
    syntax(
      'a line of three dashes or dots ends the document',
      'Remove the line of dashes or dots, or indent it if it belongs to a text.',
    ),
  ],
];

/** Explains a duplicate key of a mapping. */
export const DUPLICATE_KEY: SyntaxExplanation = {
  code: 'yaml-duplicate-key',
  message: 'this key appears twice in the same group',
  hints: ['Keep one of the two. Start a second article with a new line: `- title:`.'],
};

/** Explains an asterisk at the start of a text, which YAML reads as an alias. */
export const UNKNOWN_ALIAS = toQuote(
  syntax(
    'a text cannot start with an asterisk',
    "Put the whole text into single quotes: '*Drama* at the theatre'.",
  ),
);

/** Explains a syntax error to an editor: what is wrong and how to fix it. */
export function explainSyntaxError(error: YAMLError, text: string): RepairableExplanation {
  const [from] = error.pos;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const described: SyntaxError = {
    code: error.code,
    message: error.message,
    before: text.slice(lineStart, from),
    after: text.slice(from).split('\n', 1)[0] ?? '',
  };
  const rule = RULES.find(([matchesRule]) => matchesRule(described));
  if (rule) return isInPlainBody(text, from) ? explainInBody(rule[1]) : rule[1];
  const message = error.message.replace(/\s+/g, ' ').replace(/\.$/, '');
  return syntax(message, 'Compare the line with the same place in another issue.');
}

/** Whether an offset is inside a body that starts on the line of its key, without a vertical bar. */
function isInPlainBody(text: string, offset: number): boolean {
  // A longer body is rejected anyway, so the search stops at the limit.
  for (
    let end = offset;
    end >= offset - LIMITS.bodyLength && end >= 0;
    end = text.lastIndexOf('\n', end - 1)
  ) {
    const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
    if (KEY_LINE.test(line)) return /^[ \t]*(?:-[ \t]+)*body:[ \t]*(?:[^\s|>#]|$)/.test(line);
    if (end === 0) return false;
  }
  return false;
}

function explainInBody(explanation: SyntaxExplanation): RepairableExplanation {
  return { ...explanation, hints: [BODY_HINT, ...explanation.hints], repair: 'literal-block' };
}

function matches(code: YAMLError['code'], sentence = /(?:)/): Rule[0] {
  return (error) => error.code === code && sentence.test(error.message);
}
