import type { Finding } from '../../../../source/finding.ts';
import { type BodyLines, changeText, groupLines, lineEnd } from './body-lines.ts';
import { startsLikeItem } from './pasted-lists.ts';

/** Finds tables whose cells are separated by tabs, and offers GFM tables. */
export function findPastedTables(body: BodyLines): Finding[] {
  if (!body.passage.written.includes('\t')) return [];
  const hasCells = ({ text }: { text: string }, index: number) =>
    !body.claimed.has(index) && /\S[^\t]*\t/.test(text) && !startsLikeItem(text);
  return groupLines(body, hasCells).flatMap((indexes): Finding[] => {
    const [first] = indexes;
    const start = first === undefined ? undefined : body.lines[first];
    if (first === undefined || !start || indexes.length < 2) return [];
    for (const index of indexes) body.claimed.add(index);
    const rows = readRows(indexes.map((index) => body.lines[index]?.text ?? ''));
    const columns = Math.max(...rows.map((row) => row.length));
    return [
      {
        code: 'pasted-table',
        severity: 'warning',
        message: `the tabs of these ${indexes.length} lines print as spaces, so the table is lost`,
        path: body.passage.path,
        piece: { from: start.at, to: start.end },
        hints: [
          'Write the rows as a table: | Region | 2024 |, with | --- | --- | below the first.',
        ],
        edits: [
          changeText(
            'Make it a table',
            body.passage,
            writeRows(body, indexes, rows, columns),
            rows.every((row) => row.length === columns),
          ),
        ],
      },
    ];
  });
}

/** Returns the cells of rows, without columns at the end that are empty in all rows. */
function readRows(lines: readonly string[]): string[][] {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const lengths = rows.map((row) => row.findLastIndex((cell) => cell !== '') + 1);
  const columns = Math.max(...lengths);
  return rows.map((row) => row.slice(0, columns));
}

function writeRows(
  { lines }: BodyLines,
  indexes: readonly number[],
  rows: readonly (readonly string[])[],
  columns: number,
) {
  const isBlank = (index: number) => lines[index]?.isBlank ?? true;
  return indexes.flatMap((index, row) => {
    const line = lines[index];
    if (!line) return [];
    const cells = Array.from({ length: columns }, (_, column) => rows[row]?.[column] ?? '');
    const before = row === 0 && !isBlank(index - 1) ? lineEnd(line) : '';
    const rule = row === 0 ? `${lineEnd(line)}${writeRow(cells.map(() => '---'))}` : '';
    const after = row === rows.length - 1 && !isBlank(index + 1) ? lineEnd(line, true) : '';
    const newText = `${before}${writeRow(cells.map(escapeCell))}${rule}${after}`;
    return [{ from: line.at, to: line.end, newText }];
  });
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escapeCell(cell: string): string {
  return cell.replace(/(?<!\\)\|/g, '\\|');
}
