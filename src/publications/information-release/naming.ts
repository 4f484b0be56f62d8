import type { IssueNaming } from '../publication.ts';

const NAME = /^\d{4}-\d+$/;
/** A year and a number in another format: 2025_2, issue 25-02. */
const LOOSE_NAME = /^\D*(\d{4}|\d{2})\D+(\d{1,3})\D*$/;

/** Issue folders are named by year and number: 2024-19. */
export const naming: IssueNaming = {
  form: 'YEAR-NUMBER, such as 2025-02',
  isName: (name) => NAME.test(name),
  compare: (a, b) => rankOf(a) - rankOf(b),
  keyOf: (name) => numbersOf(name).join('-'),
  correct(name) {
    const [, year = '', number = ''] = LOOSE_NAME.exec(name) ?? [];
    return year === '' ? undefined : `${year.padStart(4, '20')}-${number.padStart(2, '0')}`;
  },
};

function numbersOf(name: string): number[] {
  return name.split('-').map(Number);
}

function rankOf(name: string): number {
  const [year = 0, number = 0] = numbersOf(name);
  return year * 1000 + number;
}
