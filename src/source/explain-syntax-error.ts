import type { YAMLError } from 'yaml';
import type { Problem } from '../diagnostics/problem.ts';

type Explanation = Pick<Problem, 'code' | 'message' | 'hints'>;

const QUOTE_HINT =
  "Text with a colon and a space, or one that starts with a quote or another sign, goes into single quotes: title: 'Drama: a story'.";

/**
 * The yaml package's errors in an editor's words, by the package's error codes
 * (its documentation, "Errors"); one that is not here keeps the package's own sentence.
 */
const EXPLANATIONS: Partial<Record<YAMLError['code'], Explanation>> = {
  TAB_AS_INDENT: {
    code: 'yaml-syntax',
    message: 'a tab stands where the line is indented',
    hints: ['Indent with spaces; most editors have a setting that turns tabs into spaces.'],
  },
  BAD_INDENT: {
    code: 'yaml-syntax',
    message: 'this line is not indented like its neighbours',
    hints: ['Give it as many spaces at the start as the other lines of the same level have.'],
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'yaml-syntax',
    message: 'there is a second colon in this line, so it cannot be read as `key: text`',
    hints: [QUOTE_HINT],
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'yaml-syntax',
    message: 'this line is neither `key: text` nor part of the text above',
    hints: [
      'Indent it deeper than its key if it belongs to the text above, or add the missing colon.',
    ],
  },
  MISSING_CHAR: {
    code: 'yaml-syntax',
    message: 'something is missing here: a closing quote, a colon or a space after it',
    hints: ['A text that opens with a quote must close with the same quote.', QUOTE_HINT],
  },
  UNEXPECTED_TOKEN: {
    code: 'yaml-syntax',
    message: 'this is in no place where it can be understood',
    hints: [QUOTE_HINT],
  },
  BAD_SCALAR_START: {
    code: 'yaml-syntax',
    message: 'a text cannot start with this sign',
    hints: [QUOTE_HINT],
  },
  BAD_DQ_ESCAPE: {
    code: 'yaml-syntax',
    message: 'inside double quotes a backslash has a meaning of its own',
    hints: ['Use single quotes, or write the backslash twice.'],
  },
  DUPLICATE_KEY: {
    code: 'yaml-duplicate-key',
    message: 'this key stands twice in the same place',
    hints: ['Keep one of the two; for a second article start a new line with `- title:`.'],
  },
  MULTIPLE_DOCS: {
    code: 'yaml-syntax',
    message: 'a line of three dashes starts a second document here',
    hints: ['An issue is one document: remove the line, or indent it if it belongs to a text.'],
  },
};

/** What a syntax error means to someone who writes an issue, and the way out. */
export function explainSyntaxError(error: YAMLError): Explanation {
  return (
    EXPLANATIONS[error.code] ?? {
      code: 'yaml-syntax',
      message: error.message.replace(/\s+/g, ' ').replace(/\.$/, ''),
      hints: ['Compare the line with the same place in another issue.'],
    }
  );
}
