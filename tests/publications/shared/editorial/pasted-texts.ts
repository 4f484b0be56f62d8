// Texts as programs put them on the clipboard, and the pages that they must give. Facts from the programs'
// documentation and bug reports; the words are made for the purpose.

/** A pasted text. */
export interface PastedText {
  readonly from: string;
  readonly pasted: string;
  /** Codes of its problems, in the order of the rules. */
  readonly problems: readonly string[];
  /** The text after all sure edits; absent if there are none. */
  readonly fixed?: string;
  /** The printed blocks: ¶ paragraph, • and 1. list, “ quote, # subheading, row of | a table. */
  readonly page: readonly string[];
}

const LONG =
  'Officers of the regional department met the pupils of two schools and spoke with them for an hour about the law and its reasons.';
const LATER = 'A second meeting is planned for the spring, when the new school term has begun.';

export const PASTED_TEXTS: readonly PastedText[] = [
  // Paragraphs.
  {
    from: 'Word, LibreOffice, Google Docs: one line end after each paragraph',
    pasted: `${LONG}\n${LATER}\n${LONG}`,
    problems: ['lines-joined'],
    fixed: `${LONG}\n\n${LATER}\n\n${LONG}`,
    page: [`¶ ${LONG}`, `¶ ${LATER}`, `¶ ${LONG}`],
  },
  {
    from: 'a messenger: short paragraphs',
    pasted: 'Уважаемые коллеги!\nВстреча состоится в среду.\nПросьба прибыть вовремя.',
    problems: ['lines-joined'],
    fixed: 'Уважаемые коллеги!\n\nВстреча состоится в среду.\n\nПросьба прибыть вовремя.',
    page: ['¶ Уважаемые коллеги!', '¶ Встреча состоится в среду.', '¶ Просьба прибыть вовремя.'],
  },
  {
    from: 'Word: paragraphs with a tab as first-line indent',
    pasted: '\tThe meeting was held in the hall.\n\tThe parents asked many questions.',
    problems: ['lines-joined'],
    fixed: '\tThe meeting was held in the hall.\n\n\tThe parents asked many questions.',
    page: ['¶ The meeting was held in the hall.', '¶ The parents asked many questions.'],
  },
  {
    from: 'a news site: a paragraph indented by no-break spaces',
    pasted: '\u00a0\u00a0\u00a0В городе прошла акция.',
    problems: ['space-twice'],
    fixed: 'В городе прошла акция.',
    page: ['¶ В городе прошла акция.'],
  },
  {
    from: 'an e-mail: hard-wrapped at 72 columns',
    pasted:
      'Officers of the regional department met the pupils of two schools and\nspoke with them for an hour about the law. The pupils asked questions.\nThe officers answered all of them with patience and in detail, until the\nbell rang.',
    problems: [],
    page: [
      '¶ Officers of the regional department met the pupils of two schools and spoke with them for an hour about the law. The pupils asked questions. The officers answered all of them with patience and in detail, until the bell rang.',
    ],
  },
  {
    from: 'a keyboard: the space on the wrong side of a comma',
    pasted: 'The akimat ,its departments and the schools took part.',
    problems: ['space-before'],
    fixed: 'The akimat, its departments and the schools took part.',
    page: ['¶ The akimat, its departments and the schools took part.'],
  },
  {
    from: 'a PDF: names below one another',
    pasted: 'Участники:\nИванов И. И.\nПетров П. П.\nСидорова А. К.',
    problems: ['lines-joined'],
    page: ['¶ Участники: Иванов И. И. Петров П. П. Сидорова А. К.'],
  },
  // Direct speech.
  {
    from: 'a news site: dialogue on neighbouring lines',
    pasted: '— Кто там?\n— Друг, – ответил он.\n—Входите!',
    problems: [],
    page: ['¶ – Кто там?', '¶ – Друг, – ответил он.', '¶ – Входите!'],
  },
  {
    from: 'a messenger: hyphens without a space',
    pasted: 'He asked:\n-Who is there?\n-"A friend", said the man.',
    problems: [],
    page: ['¶ He asked:', '¶ – Who is there?', '¶ – "A friend", said the man.'],
  },
  {
    from: 'a news site: text after direct speech',
    pasted: '– We will help.\nThe meeting went on until the evening.',
    problems: ['lines-joined'],
    fixed: '– We will help.\n\nThe meeting went on until the evening.',
    page: ['¶ – We will help.', '¶ The meeting went on until the evening.'],
  },
  // Lists.
  {
    from: 'Word: bullets of three levels',
    pasted: '•\tSchools\n•\tPolice\no\tCity\no\tRegion\n▪\tNorth\n•\tParents\nAll of them came.',
    problems: ['pasted-list'],
    fixed: '* Schools\n* Police\n  * City\n  * Region\n    * North\n* Parents\n\nAll of them came.',
    page: [
      '• ¶ Schools',
      '• ¶ Police',
      '• • ¶ City',
      '• • ¶ Region',
      '• • • ¶ North',
      '• ¶ Parents',
      '¶ All of them came.',
    ],
  },
  {
    from: 'Word: bullets of the Symbol font',
    pasted: '\uf0b7\tOne\n\uf0b7\tTwo',
    problems: ['pasted-list'],
    fixed: '* One\n* Two',
    page: ['• ¶ One', '• ¶ Two'],
  },
  {
    from: 'Outlook and web pages made by Word: a dot and spaces',
    pasted: 'The plan has:\n·       one;\n·       two.',
    problems: ['pasted-list'],
    fixed: 'The plan has:\n* one;\n* two.',
    page: ['¶ The plan has:', '• ¶ one;', '• ¶ two.'],
  },
  {
    from: 'LibreOffice: dashes before a tab',
    pasted: '–\tone\n–\ttwo',
    problems: ['pasted-list'],
    fixed: '* one\n* two',
    page: ['• ¶ one', '• ¶ two'],
  },
  {
    from: 'Word: numbers before a tab',
    pasted: '1.\tone\n2.\ttwo',
    problems: ['pasted-list'],
    fixed: '1. one\n2. two',
    page: ['1. ¶ one', '2. ¶ two'],
  },
  {
    from: 'Word: numbers with brackets, and bullets below one',
    pasted: '1)\tone\n•\ta part\n•\tanother\n2)\ttwo',
    problems: ['pasted-list'],
    fixed: '1. one\n   * a part\n   * another\n2. two',
    page: ['1. ¶ one', '1. • ¶ a part', '1. • ¶ another', '2. ¶ two'],
  },
  {
    from: 'a Russian order: letters',
    pasted: 'Решено:\nа) провести встречу;\nб) подвести итоги.',
    problems: ['pasted-list'],
    fixed: 'Решено:\n1. провести встречу;\n2. подвести итоги.',
    page: ['¶ Решено:', '1. ¶ провести встречу;', '2. ¶ подвести итоги.'],
  },
  {
    from: 'letters that the text refers to',
    pasted: 'As a) says:\n\na) one\nb) two',
    problems: ['pasted-list'],
    page: ['¶ As a) says:', '¶ a) one b) two'],
  },
  {
    from: 'Telegram: signs of emoji as bullets, and key caps',
    pasted: '🔹 One\n🔹 Two\n\n1️⃣ First\n2️⃣ Second',
    problems: ['pasted-list', 'pasted-list'],
    fixed: '* One\n* Two\n\n1. First\n2. Second',
    page: ['• ¶ One', '• ¶ Two', '1. ¶ First', '2. ¶ Second'],
  },
  {
    from: 'a list that does not begin with 1',
    pasted: 'Also:\n2. two\n3. three',
    problems: ['pasted-list'],
    fixed: 'Also:\n\n2. two\n3. three',
    page: ['¶ Also:', '2. ¶ two', '3. ¶ three'],
  },
  {
    from: 'a telephone number, a year and a number with a bracket, which are no lists',
    pasted: '+ 7 705 111 22 33\n\n1986. A year.\n\n3) a remark',
    problems: ['pasted-list', 'pasted-list', 'pasted-list'],
    fixed: '\\+ 7 705 111 22 33\n\n1986\\. A year.\n\n3) a remark',
    page: ['¶ + 7 705 111 22 33', '¶ 1986. A year.', '3. ¶ a remark'],
  },
  {
    from: 'Google Docs, WhatsApp: lists with asterisks and numbers',
    pasted: '* one\n* two\n\n1. three\n2. four',
    problems: [],
    page: ['• ¶ one', '• ¶ two', '1. ¶ three', '2. ¶ four'],
  },
  {
    from: 'Google Docs: text below a list, without a blank line',
    pasted:
      'Decided:\n* to hold a meeting;\n* to report.\n  The report is short.\nThe end of the text.',
    problems: ['lines-joined'],
    fixed:
      'Decided:\n* to hold a meeting;\n* to report.\n  The report is short.\n\nThe end of the text.',
    page: [
      '¶ Decided:',
      '• ¶ to hold a meeting;',
      '• ¶ to report. The report is short.',
      '¶ The end of the text.',
    ],
  },
  // Tables.
  {
    from: 'Word, Excel, a browser: cells with tabs',
    pasted:
      'Seizures:\nRegion\t2023\t2024\nTurkestan\t12\t1,300\nAlmaty | city\t5\t\nSource: police.',
    problems: ['pasted-table'],
    fixed:
      'Seizures:\n\n| Region | 2023 | 2024 |\n| --- | --- | --- |\n| Turkestan | 12 | 1,300 |\n| Almaty \\| city | 5 |  |\n\nSource: police.',
    page: [
      '¶ Seizures:',
      'Region | 2023 | 2024',
      'Turkestan | 12 | 1,300',
      'Almaty | city | 5 | ',
      '¶ Source: police.',
    ],
  },
  {
    from: 'Excel: rows with different numbers of cells',
    pasted: 'Region\t2023\t2024\nTurkestan\t12',
    problems: ['pasted-table'],
    page: ['¶ Region\t2023\t2024 Turkestan\t12'],
  },
  // Headings.
  {
    from: 'Word: a heading in capitals',
    pasted: 'ABOUT THE PROJECT\n\nThe project began in May.',
    problems: ['pasted-heading'],
    fixed: '### ABOUT THE PROJECT\n\nThe project began in May.',
    page: ['# ABOUT THE PROJECT', '¶ The project began in May.'],
  },
  {
    from: 'a chat with Markdown: headings of other levels',
    pasted: '# One\n\nText.\n\n## Two ##\n\nText.\n\n#### Four',
    problems: ['pasted-heading', 'pasted-heading', 'pasted-heading'],
    fixed: '### One\n\nText.\n\n### Two\n\nText.\n\n### Four',
    page: ['# One', '¶ Text.', '# Two', '¶ Text.', '# Four'],
  },
  {
    from: 'an e-mail: underlined headings',
    pasted: 'One\n===\n\nText.\n\nTwo words\n---------\nText.',
    problems: ['pasted-heading', 'pasted-heading'],
    fixed: '### One\n\n\nText.\n\n### Two words\n\nText.',
    page: ['# One', '¶ Text.', '# Two words', '¶ Text.'],
  },
  {
    from: 'names and slogans in capitals, and a hash tag, which are no headings',
    pasted: 'NATO\n\nText.\n\nNO TO DRUGS!\n\n#спорт\n\nText.',
    problems: [],
    page: ['¶ NATO', '¶ Text.', '¶ NO TO DRUGS!', '¶ #спорт', '¶ Text.'],
  },
  // Characters.
  {
    from: 'a news site: soft hyphens, word joiners and byte-order marks',
    pasted: 'The cam\u00adpaign of pre\u00adven\u00adtion\u200b was \u2060no\u00adticed.\ufeff',
    problems: ['pasted-invisible'],
    fixed: 'The campaign of prevention was noticed.',
    page: ['¶ The campaign of prevention was noticed.'],
  },
  {
    from: 'WhatsApp: isolates around a number',
    pasted: 'Call \u2068+7\u00a0705\u2069 now.',
    problems: ['pasted-invisible'],
    fixed: 'Call +7\u00a0705 now.',
    page: ['¶ Call +7\u00a0705 now.'],
  },
  {
    from: 'a social network: letters of mathematics, in circles, of full width',
    pasted: '𝗣𝗼𝗹𝗶𝗰𝗲 say 𝐧𝐨, Ⓝⓞ, Ｎｏ.',
    problems: ['pasted-letters', 'pasted-letters', 'pasted-letters', 'pasted-letters'],
    fixed: 'Police say no, No, No.',
    page: ['¶ Police say no, No, No.'],
  },
  {
    from: 'a PDF: ligatures',
    pasted: 'The ofﬁcers ﬂew.',
    problems: ['pasted-letters', 'pasted-letters'],
    fixed: 'The officers flew.',
    page: ['¶ The officers flew.'],
  },
  {
    from: 'signs that are meant',
    pasted: '5 m² at 20 °C, №3, ½ kg, 1st™, α-PVP, ℃.',
    problems: [],
    page: ['¶ 5 m² at 20 °C, №3, ½ kg, 1st™, α-PVP, ℃.'],
  },
  // Markup.
  {
    from: 'the source of a web page: character references',
    pasted: 'Tom &amp; Jerry&nbsp;came: &laquo;yes&#187;, pre&shy;vention, AT&T; 2&#42;3.',
    problems: Array.from({ length: 6 }, () => 'pasted-markup'),
    fixed: 'Tom & Jerry came: «yes», prevention, AT&T; 2\\*3.',
    page: ['¶ Tom & Jerry came: «yes», prevention, AT&T; 2*3.'],
  },
  {
    from: 'the source of a web page: tags in a line',
    pasted: 'They came <b>early</b>. <a href="https://example.org/?a=1&amp;b=2">More</a><br>here.',
    problems: ['pasted-markup', 'pasted-markup', 'pasted-markup', 'pasted-markup'],
    fixed: 'They came **early**. [More](https://example.org/?a=1&b=2)\\\nhere.',
    page: ['¶ They came **early**. [More→https://example.org/?a=1&b=2]\nhere.'],
  },
  {
    from: 'the source of a web page: blocks',
    pasted: '<h2>Title</h2>\n<p>One.</p>\n<p>Two.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nText.',
    problems: Array.from({ length: 6 }, () => 'pasted-markup'),
    fixed: '### Title\n\n\nOne.\n\n\nTwo.\n\n\n* a\n* b\n\nText.',
    page: ['# Title', '¶ One.', '¶ Two.', '• ¶ a', '• ¶ b', '¶ Text.'],
  },
  {
    from: 'angle brackets that are text',
    pasted: 'If a < b and c > d, write to <name> or 5<6.',
    problems: [],
    page: ['¶ If a < b and c > d, write to <name> or 5<6.'],
  },
  {
    from: 'an encyclopaedia: marks of references',
    pasted: 'It began in 1995.[1] See the note[^2].',
    problems: ['pasted-markup', 'pasted-markup'],
    page: ['¶ It began in 1995.[1] See the note[^2].'],
  },
  {
    from: 'a chat with Markdown: rules, code, struck text, a picture',
    pasted: 'One.\n\n***\n\n```\ncode\n```\n\nA `word`, ~~gone~~, ![p](https://example.org/p.png)',
    problems: Array.from({ length: 6 }, () => 'pasted-markup'),
    page: [
      '¶ One.',
      '¶ ***',
      '¶ ``` code ```',
      '¶ A `word`, ~~gone~~, ![p→https://example.org/p.png]',
    ],
  },
  {
    from: 'Telegram, WhatsApp: headings of messages',
    pasted: 'Иван Петров, [26.11.2024 10:30]\nТекст.\n\n[12/11/24, 10:30:05 PM] Anna: Text.',
    problems: ['pasted-markup', 'pasted-markup'],
    page: ['¶ Иван Петров, [26.11.2024 10:30] Текст.', '¶ [12/11/24, 10:30:05 PM] Anna: Text.'],
  },
  {
    from: 'brackets, blanks and marks that are text',
    pasted: 'The text [in brackets] and * a mark*, Name ______ (1) [x] #5 ~5 kg C:\\dir\\file.',
    problems: [],
    page: ['¶ The text [in brackets] and * a mark*, Name ______ (1) [x] #5 ~5 kg C:\\dir\\file.'],
  },
  {
    from: 'Telegram, WhatsApp: bold with spaces inside its signs',
    pasted: 'It is ** very ** clear, **quite** and 2 ** 3 ** 4.',
    problems: ['pasted-markup'],
    page: ['¶ It is ** very ** clear, **quite** and 2 ** 3 ** 4.'],
  },
  {
    from: 'a leaflet: a star of a footnote, and stars that are text',
    pasted: 'The drug* is new.\n\n* by the police',
    problems: ['pasted-list'],
    fixed: 'The drug* is new.\n\n\\* by the police',
    page: ['¶ The drug* is new.', '¶ * by the police'],
  },
  // Spacing.
  {
    from: 'a typist: spaces around punctuation',
    pasted: 'Two  spaces.  A\ttab , a comma ; a stop . A ( word ) and « one » .',
    problems: [
      ...['space-twice', 'space-twice', 'space-twice'],
      ...Array.from({ length: 8 }, () => 'space-before'),
    ],
    fixed: 'Two spaces. A tab, a comma; a stop. A (word) and «one».',
    page: ['¶ Two spaces. A tab, a comma; a stop. A (word) and «one».'],
  },
  {
    from: 'a typist: spaces inside quotation marks of all kinds',
    pasted: 'He said " yes " and “ no ”, «да » и „ нет “ или 5" и 6".',
    problems: Array.from({ length: 7 }, () => 'space-before'),
    fixed: 'He said "yes" and “no”, «да» и „нет“ или 5" и 6".',
    page: ['¶ He said "yes" and “no”, «да» и „нет“ или 5" и 6".'],
  },
  {
    from: 'a phone: narrow and thin spaces, a minus sign',
    pasted: '10\u202f000 kg, 5\u2009%, −5 °C',
    problems: ['space-twice'],
    fixed: '10\u202f000 kg, 5 %, −5 °C',
    page: ['¶ 10\u00a0000 kg, 5 %, –5 °C'],
  },
  {
    from: 'a typist: spaces that are missing, marks that are doubled',
    pasted: 'In the hall,they sat.The end;all left.. Then came,, more.',
    problems: ['space-after', 'space-after', 'space-after', 'mark-twice', 'mark-twice'],
    fixed: 'In the hall, they sat. The end; all left. Then came, more.',
    page: ['¶ In the hall, they sat. The end; all left. Then came, more.'],
  },
  {
    from: 'numbers, times, names and abbreviations, which need no space',
    pasted:
      'No.5 at 8.5 or 1,300, U.S.A., www.x.org, e.g., 10:30, report.docx, Gazeta.uz, 2,4-D, N,N-dimethyl, score 1 : 2, wait... or … :) a@b.kz.',
    problems: [],
    page: [
      '¶ No.5 at 8.5 or 1,300, U.S.A., [www.x.org→http://www.x.org], e.g., 10:30, report.docx, Gazeta.uz, 2,4-D, N,N-dimethyl, score 1 : 2, wait... or … :) [a@b.kz→mailto:a@b.kz].',
    ],
  },
  {
    from: 'Russian abbreviations and initials',
    pasted:
      'Т. е. А. С. Пушкин, г.Алматы, и т. д., и т.д., 5 тыс. чел. Что?.. Да!.. Лента.Ру — Н.С. 90-х гг.',
    problems: [],
    page: [
      '¶ Т. е. А. С. Пушкин, г.Алматы, и т. д., и т.д., 5 тыс. чел. Что?.. Да!.. Лента.Ру — Н.С. 90-х гг.',
    ],
  },
  {
    from: 'addresses beside punctuation',
    pasted:
      'See [it](https://example.org/a,b;c), (https://example.org/x..y) and www.example.org/a,b.',
    problems: [],
    page: [
      '¶ See [it→https://example.org/a,b;c], ([https://example.org/x..y→https://example.org/x..y]) and [www.example.org/a,b→http://www.example.org/a,b].',
    ],
  },
  {
    from: 'an e-mail: a quoted text',
    pasted: '> quoted  text\n> - Come.\n> • a point',
    problems: ['pasted-list', 'space-twice'],
    fixed: '> quoted text\n> - Come.\n> * a point',
    page: ['“ ¶ quoted text', '“ ¶ – Come.', '“ • ¶ a point'],
  },
];
