/** English titles, trigger words, particles of names, and closed lists of capitals that are not names. */
import type { NameWords } from '../names.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const MODIFIERS = set(
  'deputy vice former acting interim chief senior assistant associate foreign defence defense interior finance health energy home prime first ' +
    'executive managing general press attorney state labour labor justice education trade economy transport culture environment agriculture ' +
    'commerce treasury housing agriculture ex-president ex-prime ex newly-elected outgoing incoming late national honorary lead principal retired supreme special security intelligence',
);

export const names: NameWords = {
  functionWords: set(
    'a an the this that these those some any each every no none all both either neither another other others such same several many much most more ' +
      'few fewer less least enough what which who whom whose when where why how whether if unless although though while whereas because since as than ' +
      "i i'm i'll i've i'd me my mine you you're your yours he he's him his she she's her hers it it's its we we're we've our ours us they they're their " +
      'theirs them myself yourself himself herself itself ourselves themselves one ones nobody nothing something someone somebody anyone anything ' +
      'everyone everything everybody and or but nor yet so for of in on at by to from with without within about above across after against along among ' +
      'around before behind below beneath beside besides between beyond despite down during except inside into like near off onto out outside over past ' +
      'per through throughout toward towards under until till up upon via not never ever only just also too very even still already again once twice ' +
      'then there here now soon later today tomorrow yesterday tonight meanwhile however therefore thus hence indeed instead moreover furthermore ' +
      'nevertheless nonetheless otherwise perhaps maybe almost nearly about roughly approximately is are was were be been being am do does did done has ' +
      "have had having will would shall should can could may might must let let's don't doesn't didn't isn't aren't wasn't won't can't cannot couldn't " +
      "wouldn't shouldn't haven't hasn't that's there's here's what's who's where's yes no oh well please thanks dear hello hi " +
      'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty ' +
      'sixty seventy eighty ninety hundred thousand million billion first second third next last ' +
      'according speaking asked given due thanks amid amidst aboard alongside unlike plus versus',
  ),
  breakWords: set(
    'from with the and or but in on at by to for of as than into about after before under over against between is are was were',
  ),
  givenNames: set('will may art mo ben'),
  surnames: set('black white green young king bishop'),
  labels: set('to from cc bcc by attn contact author authors editor photo photograph photographer interviewer interviewee'),
  listWords: set('and & or the as well plus'),
  openers: set(
    'according people police officials authorities residents workers protesters protestors protests soldiers troops witnesses experts analysts critics ' +
      'supporters opponents friends relatives colleagues neighbours neighbors followers fans members leaders investigators prosecutors lawyers doctors scientists researchers economists investors shareholders customers companies ' +
      'governments reports figures statistics data details results sales revenue revenues profit profits prices shares stocks news sources media ' +
      'earlier later recent recently new old more most many another other others following follow based including include known born founded ' +
      'total net gross average annual quarterly monthly weekly daily growth income earnings cash debt costs cost capital diluted adjusted operating ' +
      'men women children students teachers parents families survivors victims hundreds thousands dozens millions scores half part parts ' +
      'long short big small great good better best bad worse worst high higher low lower early late large larger strong weak free full ' +
      'read see look click sign subscribe share watch listen photo picture image video caption credit updated published copyright subject regards ' +
      'sincerely best thank thanks warm kind check learn get make take give find go come keep try use add help join contact call visit ' +
      'former current local regional federal western eastern northern southern central international global foreign public private major military ' +
      'social political economic mass street state city town country nation world government parliament congress senate court church war peace ' +
      'time times year years month months week weeks day days night morning evening afternoon summer winter spring autumn christmas easter ' +
      'nature science technology business sport sports health education opinion editorial analysis comment review feature features section chapter ' +
      'page issue volume table figure appendix notes note references introduction conclusion summary background overview abstract',
  ),
  ordinaryEndings: [
    'ing',
    'ly',
    'ed',
    'tion',
    'tions',
    'sion',
    'sions',
    'ment',
    'ments',
    'ness',
    'ists',
    'isms',
    'ism',
    'ants',
    'ents',
    'ities',
    'ity',
    'ous',
    'ive',
    'ful',
    'less',
    'able',
    'ible',
    'ships',
    'ship',
    'ences',
    'ances',
    'ers',
    'ors',
  ],
  calendar: set(
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
      'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays ' +
      'mon tue tues wed thu thur thurs fri sat sun',
  ),
  calendarNames: set('april may june august march jan sun mar'),
  datePrepositions: set('in on by since until till from during before after last next this early late mid of through every between'),
  // Adjectives and nouns of nationality as the CIA's World Factbook lists them, with peoples, languages and religions of the same form.
  nationalities: set(
    'afghan albanian algerian american andorran angolan argentine argentinian armenian australian austrian azerbaijani azeri bahamian bahraini ' +
      'bangladeshi barbadian belarusian belarussian belgian belizean beninese bhutanese bolivian bosnian botswanan brazilian british briton bruneian ' +
      'bulgarian burkinabe burmese burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese croatian croat cuban cypriot ' +
      'czech danish dane djiboutian dominican dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian filipino finnish finn ' +
      'flemish french gabonese gambian georgian german ghanaian greek grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic icelander ' +
      'indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kazakh kazakhstani kenyan korean kosovar kuwaiti kurdish ' +
      'kurd kyrgyz lao laotian latvian lebanese liberian libyan lithuanian luxembourgish macedonian malagasy malawian malaysian maldivian malian maltese ' +
      'mauritanian mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali nicaraguan nigerian nigerien norwegian ' +
      'omani pakistani palestinian panamanian paraguayan peruvian polish pole portuguese qatari romanian russian rwandan salvadoran samoan saudi ' +
      'scottish scot senegalese serbian serb singaporean slovak slovakian slovene slovenian somali spanish spaniard sudanese surinamese swazi swedish ' +
      'swede swiss syrian taiwanese tajik tanzanian thai tibetan togolese tunisian turkish turk turkmen turkic ugandan ukrainian uruguayan uyghur uighur ' +
      'uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean african asian arab arabic latin hispanic slavic nordic baltic balkan caucasian ' +
      'eurasian western eastern northern southern soviet christian catholic protestant orthodox muslim islamic islamist jewish jew hindu buddhist sikh ' +
      'sunni shia shiite mormon communist socialist marxist stalinist trotskyist bolshevik nazi republican democrat democratic conservative liberal tory labour ' +
      'internet web english-language',
  ),
  // Short names of the UN's member states and observers, the states of the US, provinces of Canada, continents and oceans.
  wellKnown: set(
    'afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize ' +
      'benin bhutan bolivia bosnia botswana brazil brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia comoros congo croatia ' +
      'cuba cyprus czechia denmark djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana ' +
      'greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan ' +
      'kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar ' +
      'malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia ' +
      'nauru nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania ' +
      'russia rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan ' +
      'tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam yemen zambia ' +
      'zimbabwe england scotland wales britain alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois ' +
      'indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma ' +
      'oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming columbia alberta manitoba ontario quebec saskatchewan ' +
      'america europe asia africa antarctica oceania atlantic pacific arctic moscow london paris berlin brussels beijing tokyo rome madrid vienna geneva',
  ),
  countryAbbreviations: set('us usa uk eu un uae ussr'),
  unionAbbreviations: set('un eu'),
  commonAbbreviations: set(
    'ceo cfo coo cto cio vp hr pr it tv pc pm am gmt utc est edt pst gdp gnp vat ipo eps ebit ebitda gaap roi kpi crm seo sms faq pdf url html api usb gps ' +
      'lpg lng dna rna hiv aids covid id ok ps rsvp asap diy lgbt lgbtq ngo ngos ai ar vr ev evs suv suvs atm pin usd eur gbp jpy cny rub chf aud cad inr ' +
      'yoy qoq ytd fy q1 q2 q3 q4 h1 h2 i ii iii iv vi vii viii ix xi xii b2b b2c saas',
  ),
  titles: set(
    'mr mrs ms miss mx dr prof professor president premier minister chancellor secretary senator sen congressman congresswoman representative rep gov ' +
      'governor mayor councillor councilor ambassador envoy spokesman spokeswoman spokesperson general gen colonel col lieutenant lt major maj captain capt ' +
      'sergeant sgt corporal private admiral commander marshal officer constable inspector superintendent sheriff detective judge justice chairman ' +
      'chairwoman chairperson chair ceo cfo coo director sir dame lord lady baron baroness count countess duke duchess prince princess king queen emperor ' +
      'empress tsar czar sultan sheikh sheik emir ayatollah imam mullah rabbi pope cardinal archbishop bishop reverend rev father sister pastor saint ' +
      'monsieur madame herr frau senor señor signor comrade dictator leader oligarch tycoon billionaire businessman businesswoman banker economist analyst activist ' +
      'journalist reporter correspondent editor author writer novelist poet singer actor actress director producer coach manager striker midfielder ' +
      'goalkeeper defender captain lawyer attorney solicitor barrister prosecutor magistrate mp mep mps coordinator founder co-founder co-chairman chief ' +
      'head boss successor predecessor wife husband son daughter brother sister nephew niece grandson granddaughter cousin uncle aunt mother widow ' +
      'son-in-law daughter-in-law brother-in-law historian scientist researcher physicist expert commissioner speaker candidate nominee delegate deputy ' +
      'messrs hon secretary-general attorney-general governor-general director-general major-general lieutenant-general brigadier-general ' +
      'vice-president vice-chancellor vice-chairman editor-in-chief commander-in-chief ex-president ex-minister ex-wife ex-husband strongman warlord rapper comedian footballer player ' +
      'doctor nurse surgeon midwife pharmacist physician teacher headmaster headmistress engineer fisherman pilot firefighter shopkeeper paramedic ' +
      'veterinarian psychologist sociologist biologist geologist hydrologist epidemiologist virologist chemist architect photographer blogger ' +
      'philosopher campaigner organiser organizer',
  ),
  royalTitles: set('prince princess king queen pope emperor empress tsar czar sultan saint sheikh sheik emir lord lady sir dame ayatollah'),
  titleModifiers: MODIFIERS,
  organisationWords: set(
    'party ministry bank banks inc incorporated ltd limited llc plc corp corporation company co gmbh group holdings holding committee commission council ' +
      'university college school institute academy agency organization organisation association federation foundation union alliance league treaty pact ' +
      'department bureau office authority board court senate congress parliament assembly government cabinet administration service services society ' +
      'movement front army navy force forces police guard times post journal tribune herald gazette news media press radio television magazine ' +
      'airlines airways motors electric systems technologies technology solutions software industries industrial international partners associates ' +
      'capital ventures fund trust insurance pharmaceuticals laboratories labs energy petroleum oil gas railways railway hospital clinic museum library ' +
      'theatre theater orchestra club team fc united championship cup house consortium syndicate network forum summit conference initiative campaign ' +
      'coalition confederation brotherhood brigade battalion regiment militia committee secretariat directorate tribunal cia fbi',
  ),
  placeWords: set(
    'region province city town village district county state territory prefecture oblast governorate municipality borough republic kingdom emirate ' +
      'river lake sea ocean bay gulf strait straits canal island islands isle isles peninsula cape mount mountain mountains hill hills valley ' +
      'desert forest park street road avenue boulevard lane square bridge airport port harbour harbor beach coast plain plateau palace castle ' +
      'cathedral oilfield field fields mine border suburb neighbourhood neighborhood',
  ),
  placeKinds: set(
    'city town village capital province region district county state island republic port suburb hamlet municipality country oilfield',
  ),
  placePrepositions: set('in near throughout across outside'),
  ofHeads: set(
    'duke duchess prince princess earl university college bank republic kingdom city isle gulf bay strait cape house church order knights sons ' +
      'daughters friends institute declaration battle treaty union democratic choice movement commonwealth league voice',
  ),
  forHeads: set(
    'centre center committee commission institute organisation organization office agency campaign fund ministry minister council society association ' +
      'department alliance movement network union coalition foundation party initiative school college forum',
  ),
  portfolioHeads: set('ministry department office committee commission secretariat bureau'),
  commonParts: set(
    'new old great greater north south east west northern southern eastern western central upper lower los las san santa saint st el la le les the port ' +
      'mount mt fort ft lake river cape grand royal national international united federal first american european global world general people of for and de ' +
      'da do dos das di del della du des van von der den ter ten bin ibn bint al ben abu y e zu big free black white red green blue golden young social',
  ),
  speechVerbs: set(
    'said says say told tells added adds claimed claims announced announces stated states argued argues insisted insists warned warns noted notes ' +
      'explained explains replied replies asked asks declared declares admitted admits denied denies confirmed confirms acknowledged recalled ' +
      'wrote writes tweeted testified alleged alleges promised vowed joked quipped recalled reflected exclaimed continued concluded commented',
  ),
  particles: set('de da do dos das di del della dello du des la le van von der den ter ten bin ibn bint al el ben abu zu zur y e'),
  surnameParticles: set('van von de di da del della dos ter ten bin ibn zu'),
  articles: set('al el as ash ad ar an at az es ul'),
  // The commonest surnames of Statistics Korea's census of 2015 and of Taiwan's Ministry of the Interior (2023), as they are romanised.
  eastAsianSurnames: set(
    `kim lee park choi jung chung jeong kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon hwang ahn an song ryu ryoo yoo yu
    you jeon jun chun hong ko go moon yang son sohn bae pae baek paik heo hur nam shim sim noh roh ha kwak sung seong cha joo ju woo koo gu
    min rhee yi ri pak choe ro chae won eom um byun chen lin huang wang wu liu tsai hsu cheng hsieh kuo hung chiu tseng liao lai chou yeh su
    chuang lu chiang ho hsiao lo kao pan chien chu peng chan hu shih shen fan tang tung soong mao ma teng sun`,
  ),
  suffixes: set(
    'inc incorporated ltd limited llc plc corp corporation co gmbh ag sa spa nv jr sr ii iii iv vi vii viii ix xi xii xiii xiv xv xvi',
  ),
};
