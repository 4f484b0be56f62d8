import { posix } from 'node:path';
import type { Finding } from '../../../source/finding.ts';
import type { ValuePath } from '../../../source/positions.ts';
import type { SourceDocument } from '../../../source/read-yaml.ts';
import { countryOf, isMemberState, listMemberStates } from '../countries.ts';
import { dayAfter } from '../plan-issue.ts';
import { type Issue, listArticles, photoOf, yearOf } from '../schema.ts';
import { type IndexEntry, sourceKey } from './index-entry.ts';
/** How an issue's number and period follow those of the one before. */
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
      ? `the issue before is ${before.name}`
      : `no issue of ${year} comes before it`;
  return [
    {
      code: 'number-jump',
      severity: 'warning',
      message: `the number is ${issue.number}, but ${reason}`,
      path: ['number'],
      dependsOn: [['period', 'to']],
      hints: [`The next number would be ${expected}.`],
    },
  ];
}

function checkPeriod({ period }: Issue, before: IndexEntry): Finding[] {
  const next = dayAfter(before.period.to);
  if (period.from === next) return [];
  const severity = 'warning';
  const path = ['period', 'from'];
  // The issue before is found by them.
  const dependsOn = [['number'], ['period', 'to']];
  if (period.from < next) {
    const message = `the period overlaps that of issue ${before.name}, which ends on ${before.period.to}`;
    const hints = [`Begin on ${next}.`];
    return [{ code: 'period-overlap', severity, message, path, dependsOn, hints }];
  }
  const message = `between issue ${before.name}, which ends on ${before.period.to}, and this one days are left out`;
  const hints = [`Begin on ${next}, unless an issue between the two is kept elsewhere.`];
  return [{ code: 'period-gap', severity, message, path, dependsOn, hints }];
}

/** Sources that an earlier issue told about already. */
export function findReusedSources(issue: Issue, earlier: readonly IndexEntry[]): Finding[] {
  const known = new Map(
    earlier.flatMap(({ name, sources }) =>
      sources.map(({ address, line }) => [address, { name, line }] as const),
    ),
  );
  return listArticles(issue).flatMap(({ article, path }): Finding[] => {
    const used = known.get(sourceKey(article.source));
    if (!used) return [];
    return [
      {
        code: 'source-reused',
        severity: 'warning',
        message: `issue ${used.name} has this source already, at line ${used.line}`,
        path: [...path, 'source'],
        hints: [
          'If it is the same event, remove the article; else see whether the address was copied.',
        ],
      },
    ];
  });
}

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

/** Photos that stand with two articles. */
export function findPhotosTwice(issue: Issue, document: Pick<SourceDocument, 'locate'>): Finding[] {
  const seen = new Map<string, ValuePath>();
  return listArticles(issue).flatMap(({ article, path }): Finding[] => {
    const photo = photoOf(article);
    if (!photo) return [];
    const place = [...path, 'photo', 'file'];
    // Canonically equivalent names lead to the same file.
    const file = posix.normalize(photo.file.trim()).normalize('NFC');
    const first = seen.get(file);
    if (!first) {
      seen.set(file, place);
      return [];
    }
    const message = `the photo \`${photo.file}\` stands at line ${document.locate(first).start.line} already`;
    const hints = ['Give each article a picture of its own, or none.'];
    return [
      { code: 'photo-twice', severity: 'warning', message, path: place, hints, dependsOn: [first] },
    ];
  });
}
