import type { FigureWords, LanguageProse, TextWords } from './language-prose.ts';
import { createWordPattern } from './language-prose.ts';

// Classes of letters are written out: patterns with \p{L} take ten times as long to compile.

const wordPattern = createWordPattern('A-Za-z');

const PERSON_NAME = '(?<name>[A-Z][a-z’-]{1,20}\\s[A-Z][a-z’-]{2,20})';

const figures: FigureWords = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map(
    (name) => [name],
  ),
  past: wordPattern(
    'held|took (?:place|part)|taken part|met|hosted|attended|gathered|visited|arrived|opened|organi[sz]ed|conducted|' +
      'launched|presented|spoke|discussed|gave|given|concluded|ended|brought together|was venue|detained|seized|' +
      'carried out|celebrated|marked|staged|participated|travelled|received|signed up|trained|talked|told|explained|showed|played|competed|won',
  ),
  background: wordPattern(
    'since|laws?(?! enforcement)|acts?|code|decree|resolution|agreement|memorandum|treaty|convention|protocol|' +
      'signed|adopted|ratified|approved|entered|in(?:to)? force|founded|established|formed|created|history|' +
      'anniversary|born|ago|earlier|previous(?:ly)?|last year|former|first time|had|compared|as of|until|' +
      'will|would|planned|scheduled|annual|every year|sentenced|deadline|before',
  ),
  year: /(?<![A-Za-z])(?:(?<=[Bb]etween [12]\d{3} )and|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|year|January|February|March|April|May|June|July|August|September|October|November|December)\s([12]\d{3})(?=$|[.,;:)”"!?](?!\d)|\s(?:the|it|and|by|with|under|on|a|an|as|at|was|were|to)\s)/gu,
  spanFrom: wordPattern('from'),
  between: wordPattern('between'),
  spanTo: wordPattern('to|until|till|through'),
  numbered: wordPattern('grades|classes|forms|ages|aged|years|pages|articles'),
  change: wordPattern(
    'fell|fall*|drop*|decreas*|reduc*|declin*|cut|cuts|shorten*|lower*|down|shr[aiu]nk*|sank|slid|went|soften*|chang*|' +
      'commut*|slow*|halv*|improv*|replac*',
  ),
  growth: wordPattern(
    'ris(?:e|es|en|ing)|rose|grows?|grown|grew|growth|increas*|surg*|soar*|jump*|climb*|doubl*|tripl*|inflation|profit*|exceed*|' +
      'surpass*|over-?fulfil*|loans?|interest|annual rate|per annum',
  ),
  comparison: wordPattern(
    'more|higher|plan|target|than|above|over|compared|level|last year|previous|capacity|price*|norm|limit|of the (?:plan|target|norm|level)',
  ),
  partOfBefore:
    /(?<![A-Za-z\d.,-])(?:(\d{1,6}) of (?:them|these|those|whom)|of (?:them|whom),? (\d{1,6}))(?![A-Za-z\d]|[.,]\d)/giu,
  partOfWhole:
    /(?<![A-Za-z\d.,/-])(\d{1,6}) (?:out of(?: the)?|of the|of all) (\d{1,6})(?![\d.,]\d)/giu,
  partsBehindWhole: [
    /(?<![A-Za-z\d.,-])(\d{1,6}) (?:[a-z-]+ )?(?:students|pupils|participants|people|persons|teachers|officers|children|teenagers|volunteers|athletes|detainees|guests|specialists|employees|drivers|citizens|men|women|residents|doctors|parents)(?:,| \() ?(?:(?:including|of whom|of them),? )?(\d{1,6})(?= of (?:them|whom)| (?:girls|boys|women|men)(?:\)|[.,;]| (?:were|are)))/gu,
    /(?<![A-Za-z])(?:[Oo]f|[Oo]ut of) (?:the )?(\d{1,6}) (?:students|pupils|participants|people|persons|teachers|officers|children|teenagers|volunteers|athletes|detainees|guests|specialists|employees|drivers|citizens|men|women|residents|doctors|parents),? (\d{1,6})(?= (?:were|are|passed|took|came|received|had|said))/gu,
  ],
  beforeOther: wordPattern(
    '(?:in|at|from|for|within|over|during|to|of|under|aged|after|on|per|No|article|every|last|past|first)(?: (?:the|some|about|all|over|last|past|first))?\\.?\\s$',
  ),
  age: /(?<![A-Za-z])(?:(?:younger|older) than|aged?(?: of| from| between)?(?: \d{1,2} (?:to|and))?|(?:under|over) the age of|turned|(?:eldest|youngest)(?: of them)? (?:is|was))\s(\d{3,4})(?![\d,.]\d|%| ?(?:kg|g|km|m|per))|(?<![\d,.])(\d{3,4})(?:[- ]years?[- ]old)\s(?:man|woman|boy|girl|resident|citizen|driver|student|pupil|suspect|local|native|courier|teenager|person|pensioner|veteran|participant|patient|winner)/giu,
  yearsAndMonths: /(?<![\d.,])\d{1,3} years?(?:,| and|, and)? (\d{1,3}) months?(?![A-Za-z])/giu,
  beforeTime: wordPattern('(?:at|from|until|till|between|\\d:\\d\\d (?:to|and))\\s$'),
  total: /^\W*(?:grand |sub)?(?:total|in all|in total|altogether|sum|overall)\b/i,
  subtotal: /\b(?:including|of which|of whom|of them|subtotal|thereof|average|share|incl)\b/i,
  incomplete: wordPattern(
    'includ*|such as|among|for example|e\\.g|in particular|especially|at least|mostly|mainly|other things|etc|others|some|two of|one of|of the',
  ),
  complements: [
    [/^(?:women|woman|females?)$/, /^(?:men|man|males?)$/],
    [/^girls?$/, /^boys?$/],
    [/^(?:adults?|parents?)$/, /^(?:children|minors|teenagers|adolescents)$/],
    [/^foreign(?:ers)?$/, /^citizens$/],
  ],
  groups: wordPattern(
    'teams?|groups?|class(?:es)?|families|family|schools?|squads?|pairs?|crews?|events?|meetings?|rooms?|sections?',
  ),
  listNouns: wordPattern(
    'groups?|countr(?:y|ies)|states|regions?|cities|districts?|towns?|venues?|platforms?|substances?|drugs?|languages?|sports?|' +
      'winners?|teams?|partners?|agencies|organi[sz]ations?|bodies|ministries|speakers?|experts?|lectures?|sessions?',
  ),
  announcingNouns: wordPattern(
    'topics?|subjects?|themes?|tasks?|subtasks?|nominations?|categor(?:y|ies)|stages?|parts?|areas?|directions?|priorit(?:y|ies)|' +
      'questions?|matters?|issues?|points?|goals?|aims?|objectives?|purposes?|sections?|reasons?|ways?|steps?|measures?|types?|' +
      'kinds?|forms?|rules?|signs?|principles?|recommendations?|proposals?|factors?|disciplines?|duties',
  ),
  otherList: wordPattern('and|or|but|about|with|by|at|who|which|where|when|while|they|he|she|we'),
  listJoiner: wordPattern('and|or'),
};

const texts: TextWords = {
  leftovers: [
    {
      name: 'the share buttons',
      pattern: /^share\b(?: (?:this|on|with|via|article|post|page|in)\b.*)?\s*(?::.*|$)/iu,
    },
    {
      name: 'a link to another article',
      pattern:
        /^(?:read (?:also|more|next|on)|see also|also read|(?:more|related)(?: (?:news|articles?|stories|posts|on this topic|materials))|related|recommended|similar (?:news|articles)|(?:latest|other|popular|top) (?:news|stories)|previous (?:article|post|news)|next (?:article|post|news)|more (?:on|about) (?:the|this) (?:topic|subject|story)|more details|learn more|continue reading)\s*(?::.*|…|\.\.\.|→|»|$)/iu,
    },
    {
      name: 'the credit of a photo',
      pattern:
        /^(?:photo(?:s|graph|graphs)?|picture|image|video|illustration|infographic)s?(?: ?\(c\)| ?©|:| by | courtesy| from |\s?\/).{0,120}$/iu,
    },
    {
      name: 'a counter of views',
      pattern:
        /^(?:(?:views?|hits|reads|viewed|visits|likes)\s*:?\s*[\d\s,.]+(?:times)?|[\d\s,.]+k?\s*(?:views?|hits|reads|likes|shares|visits))$/iu,
    },
    {
      name: 'a counter of comments',
      pattern:
        /^(?:[\d\s,.]*(?:comments?|replies)(?:\s*(?::|\().*)?|no comments(?: yet)?|leave (?:a|your) (?:comment|reply)|add (?:a )?comment|comments are closed)\.?$/iu,
    },
    {
      name: 'a notice about cookies',
      pattern:
        /\bcookies?\b.{0,80}\b(?:experience|agree|accept|consent|policy|site|website|browser)|\b(?:use|accept|allow|manage)\b.{0,30}\bcookies\b/iu,
    },
    {
      name: 'a byline',
      pattern:
        /^(?:By|Author|Text|Written by|Reported by|Editor|Correspondent|Prepared by|Translated by)(?::\s*|\s)(?:[A-Z][A-Za-z’.-]*(?:,?\s|$)){2,5}[^.!?]{0,40}(?:\.[a-z]{2,6})?$/u,
    },
    {
      name: 'the time of publication',
      pattern:
        /^(?:(?:published|posted|updated|last (?:updated|modified)|created|added|date|publication date)(?: on| at)?\s*:?\s*)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2} [A-Za-z]{3,9},? \d{4}|[A-Za-z]{3,9} \d{1,2}, \d{4}|(?:today|yesterday),?(?= \d))(?:(?:,| at| –| -| \|)?\s*\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?(?:\s*[,|/–-]\s*[^.!?]{0,60})?$/iu,
    },
    {
      name: 'the time of publication',
      pattern:
        /^(?:published|posted|updated|last updated)(?: on| at)?\s*:?\s*[^.!?]{0,60}\d[^.!?]{0,20}$/iu,
    },
    {
      name: 'a call to subscribe',
      pattern:
        /\b(?:subscribe to (?:our|the)|sign up (?:for|to) our|follow us|join (?:us on|our (?:telegram|whatsapp|channel|group))|our (?:telegram|whatsapp|youtube|instagram|facebook) (?:channel|page|group)|read us (?:on|in)|stay tuned)\b/iu,
    },
    {
      name: 'the word above an advertisement',
      pattern:
        /^(?:advertisements?|advertising|ad|ads|sponsored(?: content)?|promoted|partner material)\.?$/iu,
    },
    {
      name: 'the navigation of a web page',
      pattern: /^(?:home|main(?: page)?|news|start)\s*(?:[/>»→›|]|::)\s*\S.*$/iu,
    },
    {
      name: 'a button of a web page',
      pattern:
        /^(?:print(?: version|able version| this page| article)?|version for print(?:ing)?|send (?:by e-?mail|to (?:a )?friends?)|e-?mail this|download(?: (?:pdf|app|file|the app))?|back(?: to (?:top|list|news|the list))?|go back|to top|log ?in|sign in|register|search|menu|skip to content|show more|load more|listen(?: to (?:the|this) article)?|copy link|report an? (?:error|typo)|select all|play video|watch (?:the )?video|view gallery|full screen|click here.{0,40}|enlarge|accept(?: all)?(?: cookies)?)\.?$/iu,
    },
    {
      name: 'a copyright notice',
      pattern:
        /^(?:©|\(c\)|copyright\b|all rights reserved|terms of use|privacy policy)|\ball rights reserved\b/iu,
    },
    {
      name: 'the reading time',
      pattern:
        /^(?:(?:reading time|time to read)\s*:?.{0,20}|\d+ min(?:ute)?s?(?: to)? read(?:ing)?)$/iu,
    },
    {
      name: 'the tags of a web page',
      pattern: /^(?:tags?|keywords?|topics?|categor(?:y|ies)|section|rubric)\s*:\s*\S.*$/iu,
    },
    {
      name: 'an answer of a translation program',
      pattern:
        /^(?:here(?: is|’s|'s)|below is|this is|sure[,!]|certainly[,!]|of course[,!]|okay[,!])[^.]{0,60}\b(?:translation|translated|summary|version|text|rewrite)\b.{0,60}:?$|^(?:translation|translated (?:text|by|with|from).{0,40}|machine translation)\s*:?$|\bas an? (?:ai|language model)\b|\blet me know if you(?:’|')?d? (?:would|need|want|like)\b/iu,
    },
    {
      name: 'a call to report an error',
      pattern:
        /\b(?:select|highlight) (?:it|the text|an? error)\b.{0,40}\bctrl\b|\bctrl\s?\+\s?enter\b/iu,
    },
    { name: 'tags of a social network', pattern: /^(?:#[^\s#,\d][^\s#,]*[\s,]*)+$/u },
  ],
  source:
    /^(?:sources?|link|original(?: (?:article|source|text))?|via|origin|reference|materials? (?:from|of|by))\s*:\s*\S/iu,
  notes: [
    /\(?\b(?:TODO|FIXME|TBC|TBD|TBA|tbc|tbd|tba)\b\)?/gu,
    /(?<![A-Za-z\d])(?:X{3,}(?=\s[a-z]|\s*$|[.,;:)%])|x{3,}|Xxx+)(?![A-Za-z\d])/gmu,
    /\blorem ipsum\b(?: dolor sit amet)?/giu,
    /(?<=\b(?:more than|over|about|around|at least|up to) )(?:\.{3}|…)(?= [a-z])/gu,
    /[[<{](?:please |pls )?(?:insert|add|check|confirm|verify|fill in|replace|translate|to be [A-Za-z]+|to [A-Za-z]+|tb[acd]|ask|choose|find out|need(?:s|ed)?|missing|(?:full |first |last )?name|surname|date|number|figure|place|title|photo|picture|caption|text|link|source|position|rank|spelling|not sure|unclear|draft|placeholder|your|edit|delete|remove|rewrite|shorten|update|optional|comment|note|xx+)\b[^\])>}\n]{0,60}[\])>}]/giu,
    /\((?:please |pls )?(?:check|confirm|verify|insert|fill in|clarify|rewrite|double-check|correct)(?:!|\?|\)| (?:the |his |her |this |with |name|date|spelling|figure|number|translation|source|rank|photo|please)[^)\n]{0,40}\))|\((?:choose one|to be (?:translated|confirmed|added|clarified|checked|updated|announced|completed|verified|inserted|specified)(?: (?:with|by|in|on|from)[^)\n]{0,40})?|name|surname|full name|date|rank|position|number|figure|not sure|unclear|spelling|translation)[!?]{0,3}\)/giu,
    /^[ \t]*(?:insert|add|attach|put) (?:a |the |an )?(?:photo|picture|image|caption|text|link|name|date|number|quote|source|table)s?(?![A-Za-z])[^.!?\n]{0,60}$/gimu,
    /(?:^|(?<=[.!?]\s|\n))(?:NB|N\.B\.|Note to (?:self|editor)|Editor’s note|To do)(?![A-Za-z]):?\s[^.!?\n]{1,80}[.!?]?/gmu,
    /\b(?:caption|title|headline|lead|text|body|description|name|alt text|your (?:text|title|caption|name)|article text|placeholder|sample|dummy) (?:text )?(?:goes )?here\b/giu,
    /\b(?:placeholder|dummy text|sample text|untitled|your text)\b/giu,
    /^[ \t]*(?:[*+-]\s|\d+[.)]\s)?(?:to be (?:added|confirmed|continued|completed|translated|clarified|announced)|coming soon)[.;!]?$/gimu,
    /^[ \t]*(?:photo |picture |image )?(?:caption|headline)\.?$/gimu,
    /[[(](?:the )?(?:translator|editor|author)(?:[’']?s)?(?:[’'])? (?:note|comment)[^\])\n]{0,80}[\])]/giu,
    /\[[A-Z]{1,3}\d{1,3}\]/gu,
  ],
  unfinishedEnd:
    /(?<![A-Za-z])(?:the|a|an|and|or|of|to|in|on|at|for|with|by|from|that|which|who|as|than|but|is|are|was|were|their|its|his|her|our|this|these|those|into|between|including|such)$/u,
  publicLine: wordPattern(
    'hotlines?|helplines?|trust line|call cent(?:re|er)|lines?|toll-?free|press (?:service|office|cent(?:re|er))|duty (?:officer|unit|station)|anonymous*|' +
      'reception|enquir*|inquir*|contact cent(?:re|er)|consultation|emergency|report (?:it|them|to)|confidential|chat-?bot|bot',
  ),
  privateLine: wordPattern(
    'mob|mobile|cell|home|personal|private|his|her|my|whatsapp|contact her|contact him',
  ),
  namedAges: [
    new RegExp(`(?<age>\\d{1,2})[- ]year[- ]old (?:(?:[a-z]+,? ){0,3})${PERSON_NAME}`, 'gu'),
    new RegExp(
      `${PERSON_NAME}, (?:aged? )?(?<age>\\d{1,2})(?: years? old| years of age)?(?=[,.;:)](?!\\d)|$)`,
      'gu',
    ),
    new RegExp(
      `${PERSON_NAME} \\((?:aged? (?<age>\\d{1,2})|(?<years>\\d{1,2}) (?:years? old|years of age))(?=[,;)])`,
      'gu',
    ),
    // A number alone in brackets may also count goals or votes.
    new RegExp(
      `${PERSON_NAME} \\((?<age>1[0-7])\\)(?<!(?:scor|goal|point|vote|elected|\\(\\d{1,2}\\))[^.!?\\n(]{0,160}\\(\\d\\d\\))(?![^.!?\\n]{0,160}(?:scor|goal|point|vote|elected|\\(\\d{1,2}\\)))`,
      'gu',
    ),
    new RegExp(
      `${PERSON_NAME},? (?:is|was|who is|who was|aged) (?:only )?(?<age>\\d{1,2})(?: years old)?(?=[,.;:)]|$)`,
      'gu',
    ),
    new RegExp(`${PERSON_NAME},? an? (?<age>\\d{1,2})[- ]year[- ]old`, 'gu'),
  ],
  notPersons: wordPattern(
    'agency|cent(?:re|er)|programme|program|committee|organi[sz]ation|ministry|service|university|department|school|region|district|' +
      'street|avenue|road|city|council|police|academy|institute|college|forum|asia|republic|state|states|office|project|' +
      'north|south|east|west|nations|day|january|february|march|april|may|june|july|august|september|october|november|' +
      'december|article|no|gymnasium|lyceum|kindergarten|club|union|commission|directorate|code|drug|operation|park|square|palace|hall|the|in|on|at|of',
  ),
  identity:
    /(?<![A-Za-z])(?:IIN|INN|PIN|PINFL|personal (?:identification )?(?:number|code)|identity (?:card|number|document)|ID (?:card|number|no)|passport(?: data| number| no| series)?|driving licence)[\s.:,№#(]*(?:(?:no|number|series)\.?\s*)?((?:[A-Z]{1,2}\s?)?\d[\d\s-]{4,18}\d)/giu,
  home: /(?:\d{1,4}[A-Z]?,? (?:[A-Z][A-Za-z.’-]+ ){1,3}(?:[Ss]treet|[Ss]t\.|[Aa]venue|[Aa]ve\.|[Rr]oad|[Ll]ane|[Bb]oulevard|[Mm]icrodistrict),? (?:house \d+[A-Za-z]?,? )?|(?:[A-Z][A-Za-z.’-]+ ){1,3}(?:[Ss]treet|[Ss]t\.|[Aa]venue|[Aa]ve\.|[Rr]oad|[Ll]ane|[Bb]oulevard|[Mm]icrodistrict),? (?:house |building |[Nn]o\.? ?)?\d{1,4}[A-Za-z]?,? )(?:flat|apartment|apt\.?)\s?(?:[Nn]o\.?\s?|№\s?)?\d{1,4}/gu,
};

/** What the editorial rules know of English. */
export const englishProse: LanguageProse = { figures, texts };
