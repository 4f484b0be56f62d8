// Finding text in pages as people read it: in small or large letters, across lines, divided words
// whole, whatever kind of quotes and dashes are typed.

/** A piece of a page's text, as pdf.js reads it. */
export interface Piece {
  readonly text: string;
  /** Whether a line ends after it. */
  readonly endsLine: boolean;
  /** Height of its upper edge, in pt from the page's top. */
  readonly top: number;
}

/** A page's text made ready for finding; each of its characters knows where it comes from. */
export interface PageText {
  readonly pieces: readonly Piece[];
  readonly folded: string;
  /** For each character of `folded` its piece, and its place in that piece. */
  readonly origins: readonly (readonly [piece: number, at: number])[];
}

/** A stretch of one piece. */
export interface HitPart {
  readonly piece: number;
  readonly from: number;
  readonly to: number;
}

/** A place where the text was found: a stretch of each piece it is in. */
export interface Hit {
  /** Height in pt from the page's top. */
  readonly top: number;
  readonly parts: readonly HitPart[];
}

/** The hyphen of a word that is divided; that of a compound is U+2010 at a line's end. */
const DIVIDING = /[-\u00ad]$/;
const COMPOUND = /\u2010$/;

/** Makes a page's text ready for finding. */
export function readPageText(pieces: readonly Piece[]): PageText {
  let folded = '';
  const origins: [number, number][] = [];
  const add = (character: string, piece: number, at: number) => {
    if (character === ' ' && (folded === '' || folded.endsWith(' '))) return;
    folded += character;
    origins.push([piece, at]);
  };
  for (const [index, { text, endsLine }] of pieces.entries()) {
    const follows = pieces.slice(index + 1).find((piece) => piece.text.trim() !== '')?.text ?? '';
    const isDivided = endsLine && DIVIDING.test(text) && /^\p{Ll}/u.test(follows);
    const goesOn = isDivided || COMPOUND.test(text);
    const whole = isDivided ? text.slice(0, -1) : text;
    for (let at = 0; at < whole.length; at++) add(fold(whole[at] ?? ''), index, at);
    if (endsLine && !goesOn) add(' ', index, text.length);
  }
  return { pieces, folded, origins };
}

/** Where a text stands in a page. */
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

/** A character as it is compared; always one for one. */
function fold(character: string): string {
  if (/[\s\u00a0]/.test(character)) return ' ';
  if (/[“”„«»]/.test(character)) return '"';
  if (/[‘’‚]/.test(character)) return "'";
  if (/[‐‑–—]/.test(character)) return '-';
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}
