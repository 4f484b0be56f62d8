import { type LanguageSigns, wordSet } from './language-signs.ts';

/** Signs, letters and links of English. */
export const englishSigns: LanguageSigns = {
  number: { own: 'No. ', foreign: /№[ \u00a0]?(?=\d)|(?<![\p{L}\d])No\.(?=\d)/gu },
  hasApostrophe: true,
  units: 'kg|mg|mcg|km|cm|mm|ha|ml|кг|мг|км|см|мм|га|мл',
  suspending: /^(?:and|or|to|nor|but|as|versus|vs)(?!\p{L})/u,
  abbreviations: wordSet(
    'etc vs no nos st dr mr mrs ms jr sr inc ltd co cf ed eds vol vols pp al est min max tel fax sq ft hr hrs ' +
      'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun gen col lt maj ' +
      'sgt cpt capt cmdr art arts fig figs sec approx dept govt prof corp assn intl univ ave blvd incl excl resp ' +
      'temp orig transl rev hon insp supt ca viz ie eg mln bln thou reg obl rd bldg ext',
  ),
  sentenceStarts:
    'The|This|These|Those|They|She|He|It|We|There|Their|His|Her|During|After|Then|However|Also|Among|Such|As|At|In',
  common: wordSet(
    'the of and in to for with on by from at that is are was were has have had which who about their they it its',
  ),
  emptyLinks:
    /^(?:(?:(?:click|read|see|look|find|more|press|tap|go|follow|at|via|on|by)\s+)*(?:(?:this|the)\s+)?(?:here|link|page|website|web ?site|site|url|source|article|more|this|online)|(?:read|learn|see|find out)\s+more(?:\s+here)?|details|click|continue(?: reading)?)\s*[.…>»→]*$/iu,
  pictureWords:
    /^(?:an?\s+|the\s+|this\s+)?(?:\p{L}+\s+)?(?:image|photo|photograph|picture|pic|snapshot|screenshot|illustration|graphic)\s+(?:of|with|from|shows?|showing|depicts?|depicting|shown|where|in which|on which)(?!\p{L})|^in (?:the|this) (?:photo|picture|image)(?:graph)?(?!\p{L})|^(?:image|photo|photograph|picture)\s*[:–—-]/iu,
  emptyDescription:
    /^(?:an?\s+|the\s+)?(?:photo|photograph|picture|image|pic|img|foto|alt|alt text|illustration|screenshot|untitled|no title|caption|description|none|n\/?a|[-–—.]+|\d+)\s*\d*\.?$/iu,
  emptyCredit:
    /^(?:(?:photo|picture|image|foto)s?\s*(?:from|by|:|–|-|taken from)?\s*(?:the\s+)?)?(?:inter-?net|web|google(?: images)?|yandex|open sources?|social (?:media|networks?)|unknown|whatsapp|telegram|screenshot)\.?$/iu,
  pointing:
    /(?<!\p{L})(?:(?:photo|picture|image|photograph)\s+(?:above|below|on the (?:left|right))|(?:above|below|left|right)\s+(?:photo|picture|image)|pictured (?:above|below))(?!\p{L})/giu,
};
