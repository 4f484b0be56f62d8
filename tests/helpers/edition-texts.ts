// A short issue in English and its Russian edition, to be changed by tests.
import { createPipeline } from '../../src/pipeline/pipeline.ts';
import { createMemoryHost } from './memory-host.ts';
import { root } from './project-root.ts';

/** Folder of the issue. */
export const FOLDER = '/desk/2025-01';

export const ENGLISH = `number: 1
period: { from: 2025-01-01, to: 2025-01-15 }
sections:
  - country: KZ
    topics:
      - the work of the police
    articles:
      - title: Police found 423 kg of hashish
        source: https://polisia.kz/ru/1
        photo: { file: hall.jpg, alt: A hall full of students, caption: The hall }
        lead: The police report a success.
        body: |
          The officers found 423 kg of hashish on 16 November.

          * one list entry
          * another list entry

          - We are content, the officer said.
      - title: Pupils drew posters
        source: https://polisia.kz/ru/2
        body: |
          The pupils drew posters.
  - country: UZ
    topics:
      - lessons
    articles:
      - title: Lessons were held
        source: https://gazeta.uz/1
        body: |
          Lessons were held in Tashkent.
`;

export const RUSSIAN = `translates: en
sections:
  - country: KZ
    topics:
      - о работе полиции
    articles:
      - source: https://polisia.kz/ru/1
        title: Полиция изъяла 423 кг гашиша
        lead: Полиция сообщает об успехе.
        alt: Зал, полный студентов
        caption: Зал
        body: |
          Сотрудники обнаружили 423 кг гашиша 16 ноября.

          * первый пункт
          * второй пункт

          - Мы довольны, - сказал сотрудник.
      - source: https://polisia.kz/ru/2
        title: Школьники нарисовали плакаты
        body: |
          Школьники нарисовали плакаты.
  - country: UZ
    topics:
      - об уроках
    articles:
      - source: https://gazeta.uz/1
        title: Прошли уроки
        body: |
          Уроки прошли в Ташкенте.
`;

/** A disk with the files of an issue's folder; the photo is none, as no page is built. */
export function issueHost(files: Readonly<Record<string, string>>) {
  return createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text])),
  );
}

/** Codes of the problems of a Russian edition beside an English one, each with its line. */
export async function checkEdition(
  files: Readonly<Record<string, string>>,
  file = 'issue.ru.yaml',
): Promise<string[]> {
  const pipeline = createPipeline({ host: issueHost(files), root, output: '/desk/output' });
  const { problems } = await pipeline.checkIssue(`${FOLDER}/${file}`);
  return problems.map(({ code, range }) => `${code}:${range?.start.line ?? 0}`);
}
