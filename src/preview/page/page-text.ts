// Search in the text of pages. It ignores case, line breaks, hyphenation, and the kind of quotes and
// dashes.

/** A piece of a page's text, as pdf.js reads it. */
export interface Piece {
  readonly text: string;
  /** Whether the piece ends a line. */
  readonly endsLine: boolean;
  /** Distance of the upper edge from the page's top, in pt. */
  readonly top: number;
}

/** A page's text, normalized for search. */
export interface PageText {
  readonly pieces: readonly Piece[];
  readonly folded: string;
  /** For each character of `folded`, its piece and its offset in that piece. */
  readonly origins: readonly (readonly [piece: number, at: number])[];
}

/** A range of one piece. */
export interface HitPart {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

/** A match, as a range in each of its pieces. */
export interface Hit {
  /** Distance from the page's top, in pt. */
  readonly top: number;
  readonly parts: readonly HitPart[];
}

/** Hyphen of a hyphenated word at a line's end. */
const HYPHENATION = /[-\u00ad]$/;
/** Hyphen of a compound word; at a line's end the layout uses U+2010. */
const COMPOUND = /\u2010$/;

/** Normalizes a page's text for search. */
export function readPageText(pieces: readonly Piece[]): PageText {
  let folded = '';
  const origins: [number, number][] = [];
  const add = (character: string, piece: number, at: number) => {
    if (character === ' ' && (folded === '' || folded.endsWith(' '))) return;
    folded += character;
    origins.push([piece, at]);
  };
  for (const [index, { text, endsLine }] of pieces.entries()) {
    const next = pieces.slice(index + 1).find((piece) => piece.text.trim() !== '')?.text ?? '';
    const isHyphenated = endsLine && HYPHENATION.test(text) && /^\p{Ll}/u.test(next);
    const isContinued = isHyphenated || COMPOUND.test(text);
    const kept = isHyphenated ? text.slice(0, -1) : text;
    for (let at = 0; at < kept.length; at++) add(fold(kept[at] ?? ''), index, at);
    if (endsLine && !isContinued) add(' ', index, text.length);
  }
  return { pieces, folded, origins };
}

/** Finds all matches of a text in a page. */
export function findInPage({ folded, origins, pieces }: PageText, typed: string): Hit[] {
  const wanted = [...typed.trim().replace(/\s+/g, ' ')].map(fold).join('');
  const hits: Hit[] = [];
  if (wanted === '') return hits;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const parts = collectParts(origins.slice(at, at + wanted.length));
    hits.push({ top: pieces[parts[0]?.piece ?? 0]?.top ?? 0, parts });
  }
  return hits;
}

function collectParts(origins: PageText['origins']): HitPart[] {
  const parts: { piece: number; from: number; to: number }[] = [];
  for (const [piece, at] of origins) {
    const last = parts.at(-1);
    if (last?.piece === piece) last.to = at + 1;
    else parts.push({ piece, from: at, to: at + 1 });
  }
  return parts;
}

/** Normalizes a character for comparison; the result is one character too. */
function fold(character: string): string {
  if (/[\s\u00a0]/.test(character)) return ' ';
  if (/[“”„«»]/.test(character)) return '"';
  if (/[‘’‚]/.test(character)) return "'";
  if (/[‐‑–—]/.test(character)) return '-';
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}
