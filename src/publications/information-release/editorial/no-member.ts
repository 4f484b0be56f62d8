import type { Finding } from '../../../source/finding.ts';
import { countryOf, listMemberStates } from '../countries.ts';
import type { Issue } from '../schema.ts';

/** Countries that are no member states: a slip of a code (KY for KG) is most often another country's. */
export function findNoMembers({ sections }: Issue): Finding[] {
  const members = new Set(listMemberStates().map(({ code }) => code));
  return sections.flatMap(({ country: code }, s): Finding[] => {
    const country = countryOf(code);
    if (!country || members.has(code)) return [];
    return [
      {
        code: 'country-no-member',
        severity: 'warning',
        message: `${code} is ${country.shortName}, which is no member state`,
        path: ['sections', s, 'country'],
        hints: [`The member states are ${[...members].sort().join(', ')}.`],
      },
    ];
  });
}
