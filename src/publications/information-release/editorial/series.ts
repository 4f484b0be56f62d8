import { posix } from 'node:path';
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { addressKey } from '../../../text/address-key.ts';
import { sourcesOf } from '../article-sources.ts';
import { countryOf, isMemberState, listMemberStates } from '../countries.ts';
import { dayAfter } from '../plan-issue.ts';
import { type Issue, listArticles, otherCountriesOf, photosOf, yearOf } from '../schema.ts';
import type { IndexEntry } from './index-entry.ts';

/** Finds a number or a period that does not continue the previous issue. */
export function findSeriesBreaks(issue: Issue, before: IndexEntry | undefined): Finding[] {
  if (!before) return [];
  return [...checkNumber(issue, before), ...checkPeriod(issue, before)];
}

function checkNumber(issue: Issue, before: IndexEntry): Finding[] {
  const year = yearOf(issue);
  const expected = year === before.year ? before.number + 1 : 1;
  if (issue.number === expected) return [];
  const reason =
    year === before.year
      ? `the previous issue is ${before.name}`
      : `this is the first issue of ${year}`;
  return [
    {
      code: 'number-jump',
      severity: 'warning',
      message: `the number is ${issue.number}, but ${reason}`,
      path: ['number'],
      dependsOn: [['period', 'to']],
      hints: [`Use number ${expected}, unless an earlier issue of ${year} is kept elsewhere.`],
    },
  ];
}

function checkPeriod({ period }: Issue, before: IndexEntry): Finding[] {
  const next = dayAfter(before.period.to);
  if (period.from === next) return [];
  const severity = 'warning';
  const path = ['period', 'from'];
  // These values determine which issue is the previous one.
  const dependsOn = [['number'], ['period', 'to']];
  if (period.from < next) {
    const message = `the period overlaps the period of issue ${before.name}, which ends on ${before.period.to}`;
    const hints = [`Begin the period on ${next}.`];
    return [{ code: 'period-overlap', severity, message, path, dependsOn, hints }];
  }
  const message = `no issue covers the days between issue ${before.name}, which ends on ${before.period.to}, and this one`;
  const hints = [`Begin the period on ${next}, unless an issue between the two is kept elsewhere.`];
  return [{ code: 'period-gap', severity, message, path, dependsOn, hints }];
}

/** Finds sources that an earlier issue has already used. */
export function findReusedSources(issue: Issue, earlier: readonly IndexEntry[]): Finding[] {
  const known = new Map(
    earlier.flatMap(({ name, sources }) =>
      sources.map(({ address, line }) => [addressKey(address), { name, line }] as const),
    ),
  );
  const sources = listArticles(issue).flatMap(({ article, path }) => sourcesOf(article, path));
  return sources.flatMap(({ address, path }): Finding[] => {
    const used = known.get(addressKey(address));
    if (!used) return [];
    return [
      {
        code: 'source-reused',
        severity: 'warning',
        message: `issue ${used.name} already has this source, on line ${used.line}`,
        path,
        hints: [
          'If both articles report the same event, remove this one. Otherwise, check the address.',
        ],
      },
    ];
  });
}

/** Finds countries that are not member states: a mistyped code (KY for KG) is often another country's. */
export function findNonMembers({ sections }: Issue): Finding[] {
  const codes = sections.flatMap(({ country, articles }, s) => [
    ...(country === undefined ? [] : [{ value: country, path: ['sections', s, 'country'] }]),
    ...articles.flatMap((article, a) => otherCountriesOf(article, ['sections', s, 'articles', a])),
  ]);
  return codes.flatMap(({ value: code, path }): Finding[] => {
    const country = isMemberState(code) ? undefined : countryOf(code);
    if (!country) return [];
    const members = listMemberStates().map((state) => state.code);
    return [
      {
        code: 'country-no-member',
        severity: 'warning',
        message: `${code} is ${country.shortName}, which is not a member state`,
        path,
        hints: [`The member states are ${members.sort().join(', ')}.`],
      },
    ];
  });
}

/** Finds photos that are used more than once. */
export function findRepeatedPhotos(
  issue: Issue,
  document: Pick<SourceDocument, 'locate'>,
): Finding[] {
  const seen = new Map<string, ValuePath>();
  const photos = listArticles(issue).flatMap(({ article, path }) => photosOf(article, path));
  return photos.flatMap(({ value: photo, path }): Finding[] => {
    const place = [...path, 'file'];
    // Canonically equivalent names refer to the same file.
    const file = posix.normalize(photo.file.trim()).normalize('NFC');
    const first = seen.get(file);
    if (!first) {
      seen.set(file, place);
      return [];
    }
    const message = `the photo \`${photo.file}\` is already used on line ${document.locate(first).start.line}`;
    const hints = ['Use another photo, or remove one of the two.'];
    return [
      { code: 'photo-twice', severity: 'warning', message, path: place, hints, dependsOn: [first] },
    ];
  });
}
