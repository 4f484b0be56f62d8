// Affixes of Hunspell dictionaries, as the manual page hunspell(5) describes them: the part of the format
// that dictionaries of English and Russian use. Flags have one letter; no affix has affixes of its own.

/** A way to form a word from another that has the flag. */
export interface AffixRule {
  readonly flag: string;
  /** Letters of the base that the affix replaces; often none. */
  readonly strip: string;
  /** Whether it may be combined with an affix at the other end. */
  readonly combines: boolean;
  /** Whether the base is one that the rule applies to. */
  appliesTo(base: string): boolean;
}

/** The rules of an .aff file, by the letters that they add. */
export interface AffixRules {
  readonly prefixes: ReadonlyMap<string, readonly AffixRule[]>;
  readonly suffixes: ReadonlyMap<string, readonly AffixRule[]>;
  /** Number of letters of the longest suffix. */
  readonly longestSuffix: number;
  /** Letters for suggestions, the most frequent ones first. */
  readonly letters: string;
  /** Flag of words that are not suggested; empty if there is none. */
  readonly unsuggested: string;
  /** Flag of entries that are only parts of words; empty if there is none. */
  readonly partOnly: string;
}

/** Parses an .aff file. */
export function parseAffixRules(text: string): AffixRules {
  const prefixes = new Map<string, AffixRule[]>();
  const suffixes = new Map<string, AffixRule[]>();
  const options = new Map<string, string>();
  const combining = new Map<string, boolean>();
  for (const line of text.split('\n')) {
    const [kind = '', flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/);
    if (kind !== 'PFX' && kind !== 'SFX') options.set(kind, flag);
    // The head of a group: flag, whether its rules may be combined, their number.
    else if (condition === undefined) combining.set(kind + flag, strip === 'Y');
    else {
      const rules = kind === 'PFX' ? prefixes : suffixes;
      const letters = add === '0' ? '' : add;
      const known = rules.get(letters) ?? [];
      rules.set(letters, known);
      known.push({
        flag,
        strip: strip === '0' ? '' : strip,
        combines: combining.get(kind + flag) ?? false,
        appliesTo: createCondition(condition, kind === 'PFX'),
      });
    }
  }
  return {
    prefixes,
    suffixes,
    longestSuffix: Math.max(0, ...[...suffixes.keys()].map(({ length }) => length)),
    letters: [...new Set((options.get('TRY') ?? '').toLowerCase().match(/\p{L}/gu))].join(''),
    unsuggested: options.get('NOSUGGEST') ?? '',
    partOnly: options.get('ONLYINCOMPOUND') ?? '',
  };
}

/** A condition is letters, dots and sets of letters such as [^aeiou], at one end of the base. */
function createCondition(condition: string, isPrefix: boolean): AffixRule['appliesTo'] {
  if (condition === '.') return () => true;
  if (!/[.[]/.test(condition)) {
    return (base) => (isPrefix ? base.startsWith(condition) : base.endsWith(condition));
  }
  let pattern: RegExp | undefined;
  return (base) => {
    pattern ??= new RegExp(isPrefix ? `^${condition}` : `${condition}$`, 'u');
    return pattern.test(base);
  };
}
