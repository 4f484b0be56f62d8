import type { Finding } from '../../../source/finding.ts';
import { countryOf, isMemberState, listMemberStates } from '../countries.ts';
import type { Issue } from '../schema.ts';

/** Countries that are no member states: a slip of a code (KY for KG) is most often another country's. */
export function findNoMembers({ sections }: Issue): Finding[] {
  return sections.flatMap(({ country: code }, s): Finding[] => {
    const country = isMemberState(code) ? undefined : countryOf(code);
    if (!country) return [];
    const members = listMemberStates().map((state) => state.code);
    return [
      {
        code: 'country-no-member',
        severity: 'warning',
        message: `${code} is ${country.shortName}, which is no member state`,
        path: ['sections', s, 'country'],
        hints: [`The member states are ${members.sort().join(', ')}.`],
      },
    ];
  });
}
