import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';

/** A press release as it was published, transcribed into the keys of an issue. */
export interface TranscribedRelease {
  /** Its words in order, without the marks of the file. */
  readonly words: readonly string[];
  /** The issue with words of its own for every part. */
  readonly ownWords: string;
  /** The issue with the words of its programme for the closing block. */
  readonly programmeWords: string;
}

/** Reads the text of a published release and transcribes it. */
export function transcribeRelease(file: string): TranscribedRelease {
  const text = readFileSync(file, 'utf8')
    .replace(/^#+ /gm, '')
    .replace(/\*\*/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<([^>]*)>/g, '$1');
  const parts = text
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/[ \t]+$/gm, ''))
    .filter((part) => part !== '');
  const at = (start: string) => parts.findIndex((part) => part.startsWith(start));
  const contactAt = at('For more information, please contact:');
  const [, name, role, phone, email] =
    /: (Ms\. [^,]+), ([^,]+), by phone (.+) or e-mail: (\S+)$/.exec(parts[contactAt] ?? '') ?? [];
  const implementedAt = at('This project is implemented by');
  const fundedAt = at('This project is funded');
  const lines = (parts[fundedAt + 2] ?? '').split('\n');
  const fact = (label: string) =>
    lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2);
  const common = {
    publication: 'press-release',
    programme: 'cadap-6',
    date: '2019-04-25',
    place: (parts[2] ?? '').split(',')[0],
    headline: parts[1],
    body: parts.slice(3, contactAt - 1).join('\n\n'),
    about: parts[contactAt - 1],
    readMore: false,
    contact: { name, role, phone, email },
  };
  const own = {
    implementer: {
      statement: parts[implementedAt],
      address: parts[implementedAt + 1]?.split('\n'),
    },
    funder: { statement: parts[fundedAt] },
    delegation: {
      name: parts[fundedAt + 1]?.replace('\n', ' '),
      address: lines.slice(
        0,
        lines.findIndex((line) => line.startsWith('Telephone')),
      ),
      phone: fact('Telephone'),
      fax: fact('Fax'),
      email: fact('E-mail'),
      website: fact('Website'),
      facebook: fact('Facebook'),
    },
    europeanUnion: parts.at(-1),
  };
  return {
    words: splitWords(text),
    ownWords: stringify({ ...common, ...own }),
    programmeWords: stringify({ ...common, delegation: 'kyrgyzstan' }),
  };
}

/** The words of a text; quotation marks and spaces of any form count as plain ones. */
export function splitWords(text: string): string[] {
  return text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .split(/[\s\u00a0]+/)
    .filter((word) => word !== '');
}
