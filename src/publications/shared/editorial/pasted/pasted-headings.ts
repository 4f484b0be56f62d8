import type { Finding } from '../../../../source/finding.ts';
import { type BodyLine, type BodyLines, changeText } from './body-lines.ts';

/** Longest heading, in characters; a longer line is a sentence. */
const MAX_LENGTH = 100;
/** Blank lines between a heading and its text. */
const MAX_BLANK_LINES = 10;
/** A heading of Markdown with another number of marks than the format's; #word is a hash tag. */
const OTHER_LEVEL = /^ {0,3}(#{1,2}|#{4,6})[ \t]+(?=\S)/;
const CLOSING_MARKS = /[ \t]+#+[ \t]*$/;
/** A line of signs below a heading. */
const UNDERLINE = /^ {0,3}(?:={3,}|-{3,}|─{3,}|═{3,}|_{3,}|\*{3,}|~{3,})[ \t]*$/;

/** Finds headings that are marked in another way than the format's. */
export function findPastedHeadings(body: BodyLines): Finding[] {
  return body.lines.flatMap((line, index): Finding[] => {
    if (line.isBlank || body.claimed.has(index)) return [];
    return [
      ...findOtherLevel(line, index, body),
      ...findUnderlined(line, index, body),
      ...findCapitalized(line, index, body),
    ];
  });
}

function findOtherLevel(line: BodyLine, index: number, body: BodyLines): Finding[] {
  const [marks] = OTHER_LEVEL.exec(line.text) ?? [];
  if (marks === undefined) return [];
  body.claimed.add(index);
  const closing = CLOSING_MARKS.exec(line.text);
  const changes = [
    { from: line.at, to: line.at + marks.length, newText: '### ' },
    ...(closing ? [{ from: line.at + closing.index, to: line.end, newText: '' }] : []),
  ];
  return [report(`“${marks.trim()}” at the start of a line makes no heading`, line, body, changes)];
}

function findUnderlined(line: BodyLine, index: number, body: BodyLines): Finding[] {
  const below = body.lines[index + 1];
  const isAlone = body.lines[index - 1]?.isBlank ?? true;
  if (!below || !UNDERLINE.test(below.text) || !isAlone || !isShort(line)) return [];
  body.claimed.add(index).add(index + 1);
  const start = line.at + line.text.search(/\S/);
  const changes = [
    { from: line.at, to: start, newText: '### ' },
    { from: below.at, to: below.end, newText: '' },
  ];
  return [report('the line of signs below makes no heading', line, body, changes)];
}

/** A line in capitals between blank lines; a paragraph follows. */
function findCapitalized(line: BodyLine, index: number, body: BodyLines): Finding[] {
  const { lines } = body;
  const isAlone = (lines[index - 1]?.isBlank ?? true) && (lines[index + 1]?.isBlank ?? false);
  if (!isAlone || !isCapitalized(line) || !isShort(line) || line.depth > 0) return [];
  const below = lines.slice(index + 1, index + 1 + MAX_BLANK_LINES);
  const followed = below.find(({ isBlank }) => !isBlank);
  if (!followed || isCapitalized(followed)) return [];
  body.claimed.add(index);
  const start = line.at + line.text.search(/\S/);
  const changes = [{ from: line.at, to: start, newText: '### ' }];
  return [report('this line in capitals is printed as a paragraph', line, body, changes)];
}

/** Two words in capitals; one alone is usually a name. */
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2,}[^\p{L}]+(?:\p{Lu}+[^\p{L}]+)*\p{Lu}{2,}[^\p{Ll}]*$/u;

function isCapitalized({ text }: BodyLine): boolean {
  return CAPITALS.test(text);
}

/** Whether a line may be a heading: short, no sentence, no list, quotation or direct speech. */
function isShort({ text }: BodyLine): boolean {
  const trimmed = text.trim();
  return (
    trimmed.length <= MAX_LENGTH &&
    !/[.!?…,;:"”»]$/.test(trimmed) &&
    /^[\p{L}\p{N}"“«„]/u.test(trimmed)
  );
}

function report(
  message: string,
  line: BodyLine,
  { passage }: BodyLines,
  changes: Parameters<typeof changeText>[2],
): Finding {
  return {
    code: 'pasted-heading',
    severity: 'warning',
    message,
    path: passage.path,
    piece: { from: line.at, to: line.end },
    hints: ['Write a subheading as ### and a space before its words, between blank lines.'],
    edits: [changeText('Make it a subheading', passage, changes, true)],
  };
}
