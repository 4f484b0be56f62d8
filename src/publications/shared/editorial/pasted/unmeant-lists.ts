import type { Finding } from '../../../../source/finding.ts';
import { type BodyLine, type BodyLines, changeText, groupLines, lineEnd } from './body-lines.ts';

/** A telephone number after a plus: + 7 705 111 22 33. */
const PLUS_NUMBER = /^ {0,3}\+(?=[ \t]+[\d(])/;
/** A star before a footnote, where a word has a star behind it. */
const STAR = /^ {0,3}\*(?=[ \t]+\S)/;
const STARRED_WORD = /[\p{L}\p{N}»”)]\*(?=[\s.,;:)]|$)/u;
/** A number with a bracket, which makes a list with full stops. */
const BRACKETED = /^ {0,3}\d{1,2}(?=\)[ \t]+\S)/;
/** A year at the start of a paragraph. Lists with as many items are not written. */
const YEAR = /^ {0,3}\d{3,9}(?=[.)][ \t]+\S)/;
/** An item of a list that does not begin with 1, which CommonMark joins to a paragraph above. */
const LATER_NUMBER = /^ {0,3}([2-9]|[1-9]\d)[.)][ \t]+\S/;

/** Finds lines that make a list by chance, and lists that make none because they do not begin with 1. */
export function findUnmeantLists(body: BodyLines): Finding[] {
  if (!/^[ >]*[*+\d]/m.test(body.passage.written)) return [];
  const chances = body.lines.flatMap((line, index): Finding[] => {
    if (body.claimed.has(index)) return [];
    const [sign] = PLUS_NUMBER.exec(line.text) ?? [];
    if (sign !== undefined) return [reportChance(line, sign.length - 1, '+', body)];
    if (isFootnote(index, body)) return [reportChance(line, line.text.indexOf('*'), '*', body)];
    const [bracketed] = BRACKETED.exec(line.text) ?? [];
    if (bracketed !== undefined) return [reportBracket(line, bracketed.length, body)];
    const isFirst = body.lines[index - 1]?.isBlank ?? true;
    const [year] = isFirst ? (YEAR.exec(line.text) ?? []) : [];
    return year === undefined
      ? []
      : [reportChance(line, year.length, line.text.slice(0, year.length + 1).trim(), body)];
  });
  return [...chances, ...findLaterNumbers(body)];
}

function reportChance(
  line: BodyLine,
  at: number,
  written: string,
  { passage }: BodyLines,
): Finding {
  const place = line.at + at;
  return {
    code: 'pasted-list',
    severity: 'warning',
    message: `“${written}” at the start of a line makes a list`,
    path: passage.path,
    piece: { from: line.at, to: place + 1 },
    hints: ['Write a backslash before the sign if no list is meant.'],
    edits: [
      changeText(
        'Write a backslash before the sign',
        passage,
        [{ from: place, to: place, newText: '\\' }],
        true,
      ),
    ],
  };
}

/** Whether a line is the only item of its list, and a word of the text has a star. */
function isFootnote(index: number, { lines, passage }: BodyLines): boolean {
  const isItem = (line: BodyLine | undefined) => line !== undefined && STAR.test(line.text);
  if (!isItem(lines[index]) || !STARRED_WORD.test(passage.written)) return false;
  const others = lines.filter(({ isBlank }, place) => place !== index && !isBlank);
  return !others.some(isItem) && !/(?<!\*)\*[^\s*][^*\n]*\*(?!\*)/.test(passage.written);
}

function reportBracket(line: BodyLine, at: number, { passage }: BodyLines): Finding {
  const place = line.at + at;
  const number = line.text.slice(0, at).trim();
  return {
    code: 'pasted-list',
    severity: 'warning',
    message: `“${number})” at the start of a line makes a list, and is printed as “${number}.”`,
    path: passage.path,
    piece: { from: line.at, to: place + 1 },
    hints: ['Write a backslash before the bracket if no list is meant, else a full stop.'],
    edits: [
      changeText(
        'Write a backslash before the bracket',
        passage,
        [{ from: place, to: place, newText: '\\' }],
        false,
      ),
      changeText(
        'Write a full stop',
        passage,
        [{ from: place, to: place + 1, newText: '.' }],
        false,
      ),
    ],
  };
}

function findLaterNumbers(body: BodyLines): Finding[] {
  const numberOf = ({ text }: BodyLine) => Number(LATER_NUMBER.exec(text)?.[1]);
  const runs = groupLines(body, (line, index) => !body.claimed.has(index) && numberOf(line) > 0);
  return runs.flatMap((run): Finding[] => {
    const [first = 0] = run;
    const [line, above] = [body.lines[first], body.lines[first - 1]];
    const isCounted = run.every((index, place) => {
      const [one, before] = [body.lines[index], body.lines[index - 1]];
      return place === 0 || (one && before && numberOf(one) === numberOf(before) + 1);
    });
    const isJoined =
      above && !above.isBlank && !/^ {0,3}(?:\d{1,9}[.)]|[*+])[ \t]/.test(above.text);
    if (!line || !isJoined || !isCounted || run.length < 2) return [];
    for (const index of run) body.claimed.add(index);
    const change = { from: above.end, to: above.end, newText: lineEnd(line, true) };
    return [
      {
        code: 'pasted-list',
        severity: 'warning',
        message: `these ${run.length} lines are joined to the paragraph before: only a list from 1 begins without a blank line`,
        path: body.passage.path,
        piece: { from: line.at, to: line.end },
        hints: ['Put a blank line before the list.'],
        edits: [changeText('Put a blank line before the list', body.passage, [change], true)],
      },
    ];
  });
}
