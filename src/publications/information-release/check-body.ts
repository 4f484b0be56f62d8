import type { Finding } from '../../source/finding.ts';
import type { SourceDocument } from '../../source/read-yaml.ts';
import type { ValuePath } from '../../source/value-path.ts';
import type { RichText } from '../../text/parse-rich-text.ts';
import { plainBlocks } from '../../text/rich-text.ts';

/** What is wrong with a body: it prints nothing, or its paragraphs were joined. */
export function checkBody(
  { blocks }: RichText,
  path: ValuePath,
  document: SourceDocument,
): Finding[] {
  if (!/[\p{L}\p{N}]/u.test(plainBlocks(blocks))) {
    return [
      {
        code: 'value-empty',
        message: '`body` has no words that would be printed',
        path,
        hints: ['Write the article’s text; signs such as > and *** only set it off.'],
      },
    ];
  }
  const join = document.locateJoin(path);
  if (!join) return [];
  return [
    {
      code: 'text-joined',
      severity: 'warning',
      message: 'this line is joined to the paragraph before it',
      path,
      range: join,
      hints: [
        'Write `body: |` and the text on the lines below it: then its lines and paragraphs are kept.',
      ],
    },
  ];
}
