import { describe, expect, test } from '@jest/globals';
import { listMarked, proofread } from '../../../helpers/proofread.ts';

describe('misspelled words', () => {
  test('have suggestions only if they are few, as texts in another language have none', async () => {
    const letters = 'bcdfghklmn';
    const wordOf = (number: number) =>
      `xq${letters[Math.floor(number / 10)]}z${letters[number % 10]}zv`;
    const nonsense = (count: number) =>
      Array.from({ length: count }, (_, i) => wordOf(i)).join(' ');
    const last = async (count: number) =>
      (await listMarked(`They ${nonsense(count)} aquainted.`)).at(-1);
    expect(await last(10)).toEqual(['spelling', 'aquainted', 'acquainted']);
    expect(await last(20)).toEqual(['spelling', 'aquainted']);
  });

  test.each([
    ['The pupils were aquainted with the law.', 'aquainted', 'acquainted'],
    ['A campain was held in the park.', 'campain', 'campaign'],
    ['The inhabitants wellcomed the guests.', 'wellcomed', 'welcomed'],
    ['The substanses were destroyed.', 'substanses', 'substances'],
    ['Doctors of the dispensery took part.', 'dispensery', 'dispensary'],
    ['It was an imporant step.', 'imporant', 'important'],
    ['A prevention lessson followed.', 'lessson', 'lesson'],
    ['They signed a memorandam.', 'memorandam', 'memorandum'],
    ['The audiance asked questions.', 'audiance', 'audience'],
    ['A healthy lifestlye was promoted.', 'lifestlye', 'lifestyle'],
    ['The number of adicts has fallen.', 'adicts', 'addicts'],
    ['Young people recieveing treatment were there.', 'recieveing', undefined],
    ['Officers inspected pharmcies.', 'pharmcies', 'pharmacies'],
    ['An anti-durg campaign began.', 'durg', 'drug'],
    ['The teachers’ commitment was praized.', 'praized', 'praised'],
    ['It was adressed to parents.', 'adressed', 'addressed'],
    ['The operation was carried outby police.', 'outby', 'out by'],
    ['Students of twelwe schools came.', 'twelwe', 'twelve'],
    ['The programme’s effectivness was shown.', 'effectivness', 'effectiveness'],
    ['Crimes commited by minors were discussed.', 'commited', 'committed'],
  ])('%s', async (text, marked, meant) => {
    const [[code, found, ...replacements] = []] = await listMarked(
      `${text} They spoke out by heart.`,
    );
    expect([code, found]).toEqual(['spelling', marked]);
    if (meant !== undefined) expect(replacements).toContain(meant);
  });

  test.each([
    ['Полицейские расказали школьникам о законе.', 'расказали', 'рассказали'],
    ['Проведена профилактичекая беседа.', 'профилактичекая', 'профилактическая'],
    ['Они обсудили незаконый оборот.', 'незаконый', 'незаконный'],
    ['Это грозит лишением свабоды.', 'свабоды', 'свободы'],
    ['Препарат отпускается по рицепту.', 'рицепту', 'рецепту'],
    ['Собрание прошло в общежитиии.', 'общежитиии', 'общежитии'],
    ['Пресечена деятельнось группы.', 'деятельнось', 'деятельность'],
  ])('%s', async (text, marked, meant) => {
    const found = await listMarked(text, { language: 'ru' });
    expect(found[0]?.slice(0, 2)).toEqual(['spelling', marked]);
    expect(found[0]).toContain(meant);
  });

  test.each([
    ['The talk was in november.', 'november', 'November'],
    ['The russian delegation came.', 'russian', 'Russian'],
  ])('a name in small letters gets its capital: %s', async (text, marked, meant) => {
    expect(await listMarked(text)).toEqual([['spelling', marked, meant]]);
  });

  test.each([
    ['slang in quotation marks', 'Sellers call it ‘shisheh’ or “taryok”.'],
    ['a foreign title in italics', 'The novel *Otkan kunlar* was read.'],
    ['words of quoted mistakes', 'He wrote: “I was quikly [sic] gone.”'],
    ['Uzbek words', 'The novel O‘tkan and the O‘zbekiston hall.'],
    ['names and abbreviations', 'Bolat Nurseitov of the UMVD met Dr Vysotsky in Qyzyljar.'],
    ['words of both variants', 'The colour of the center; to organise, to organize.'],
    ['words of the region', 'The deputy akims and the hokimiyat’s narcologists came.'],
    ['substances', 'Mephedrone, cannabinoids, α-PVP and nitazenes were found.'],
    ['a possessive', 'The children’s drawings, the officers’ families.'],
    ['compounds', 'A well-known non-governmental co-operation project, peer-to-peer.'],
    ['prefixes', 'An intermunicipal, counternarcotics, multidisciplinary team.'],
    ['a foreign word in italics', 'A video, *zakladka*, was shown.'],
    ['a foreign name in quotation marks', 'The foundation “Esbol qory” took part.'],
    ['addresses', 'See www.polisia.kz, mvd.gov.kg/rus or press@akn.tj.'],
    ['codes', 'Rooms 12a and b7xyz, file photo_abcd.'],
    ['words of another alphabet', 'The word закладка means a stash.'],
    ['soft hyphens', 'Pre\u00advention is impor\u00adtant.'],
  ])('none in %s', async (_, text) => {
    expect(await listMarked(text)).toEqual([]);
  });

  test.each([
    [
      'inflected words of the vocabulary',
      'Заместители акимов и сотрудники акимата, цена мефедрона.',
    ],
    ['ё and е', 'Её счёт и ее счет, проведённый и проведенный.'],
    ['prefixes', 'Наркокурьеры, видеоролики, киберпатруль, антинаркотическая акция.'],
    ['compounds', 'Во-первых, из-за Северо-Казахстанской области кто-то опоздал.'],
    ['adverbs of peoples', 'Говорили по-казахски, по-туркменски и по-русски.'],
    ['adjectives of two peoples', 'На таджикско-узбекской и афгано-таджикской границе.'],
    ['Kazakh words', 'Фонд «Есбол қоры» и общество «Жас ұлан».'],
  ])('none in %s', async (_, text) => {
    expect(await listMarked(text, { language: 'ru' })).toEqual([]);
  });

  test('the words of the issue are right in every form', async () => {
    const text = 'The qobyzist and two qobyzists played.';
    expect(await listMarked(text)).toHaveLength(2);
    expect(await listMarked(text, { ownWords: ['qobyzist'] })).toEqual([]);
  });

  test('a word that the text has elsewhere is suggested first', async () => {
    const [[, , first] = []] = await listMarked('The wal was high. We saw the wall.');
    expect(first ?? 'wall').toBe('wall');
  });

  test('names the suggestions, and offers to add the word', async () => {
    const [problem] = await proofread('Officers spoke about responsabilities.');
    expect(problem?.message).toBe(
      '“responsabilities” is not in the dictionary: did you mean “responsibilities”?',
    );
    expect(problem?.edits?.map(({ title, isSure }) => [title, isSure])).toEqual([
      ['Write “responsibilities”', false],
      ['Add “responsabilities” to the words of this issue', false],
    ]);
  });
});

describe('misspelled words with capitals', () => {
  test.each([
    ['Polise met pupils. The police spoke of the law.', 'Polise', 'Police'],
    ['“Perents came,” she said. All parents were glad.', 'Perents', 'Parents'],
    ['A CAMPAING IN TARAZ\n\nThe campaign lasted two days.', 'CAMPAING', 'CAMPAIGN'],
    ['The police came.\n\n* Polcie spoke of the law.', 'Polcie', 'Police'],
  ])('%s', async (text, marked, meant) => {
    expect(await listMarked(text)).toEqual([['spelling', marked, meant]]);
  });

  test.each([
    ['The officers met on 26 Novembre 2024.', 'Novembre', 'November'],
    ['It is held on Wendesday, 8 January 2025.', 'Wendesday', 'Wednesday'],
    ['On 10 Febuary pupils came.', 'Febuary', 'February'],
  ])('%s', async (text, marked, meant) => {
    expect(await listMarked(text)).toEqual([['spelling', marked, meant]]);
  });

  test('in Russian', async () => {
    const text = 'Палицейские провели беседы. В них участвовали полицейские района.';
    const found = await listMarked(text, { language: 'ru' });
    expect(found).toEqual([['spelling', 'Палицейские', 'Полицейские']]);
  });

  test.each([
    ['names beside a number', 'Maiya, 12, and Mara, 15, drew; 5 Marcher of 2024 came.'],
    ['a name that stands inside a sentence, too', 'Martyn spoke. Later Martyn left with martyrs.'],
    ['a name without a word like it', 'Akhmetov spoke. The pupils listened.'],
    ['a name inside a sentence', 'We met Marten there with a martens’ hunter of martens.'],
    ['a compound', 'Police-Polise met. The police spoke.'],
    ['a word that is right', 'Policed well, the police and policy are.'],
  ])('none in %s', async (_, text) => {
    expect((await listMarked(text)).filter(([code]) => code === 'spelling')).toEqual([]);
  });

  test('a word of the issue is right', async () => {
    const text = 'Polise met pupils. The police spoke of the law.';
    expect(await listMarked(text, { ownWords: ['Polise'] })).toEqual([]);
  });
});

describe('mixed spelling', () => {
  const british =
    'The colour of the centre honours the programme, organised and recognised, realised.';

  test.each([
    ['They organized it.', 'organized', 'organised'],
    ['A favorable view.', 'favorable', 'favourable'],
    ['The program began.', 'program', 'programme'],
    ['The theaters closed.', 'theaters', 'theatres'],
    ['They analyzed it.', 'analyzed', 'analysed'],
    ['Several neighboring districts.', 'neighboring', 'neighbouring'],
    ['They traveled far.', 'traveled', 'travelled'],
    ['A matter of defense.', 'defense', 'defence'],
  ])('%s', async (text, marked, meant) => {
    expect(await listMarked(`${british} ${text}`)).toEqual([['spelling-mixed', marked, meant]]);
  });

  test('the spelling that the texts have is right', async () => {
    const american = 'The color of the center honors the program, organized and recognized.';
    expect(await listMarked(american)).toEqual([]);
    expect(await listMarked(`${american} It is realised.`)).toEqual([]);
    expect(await listMarked(`${american} Realized, analyzed, emphasised.`)).toEqual([
      ['spelling-mixed', 'emphasised', 'emphasized'],
    ]);
  });

  test('-ize with colour is the Oxford spelling', async () => {
    const text = 'Colour, honour, neighbour, favour; organize, recognize, realize, emphasize.';
    expect(await listMarked(text)).toEqual([]);
  });

  test('none where half of the text is in the other spelling, or in names', async () => {
    expect(await listMarked('The colour of the center; a theatre, a theater.')).toEqual([]);
    expect(
      await listMarked(`${british} The World Health Organization and Lincoln Center.`),
    ).toEqual([]);
  });
});
