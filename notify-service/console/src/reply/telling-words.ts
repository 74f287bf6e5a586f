import { toCyrillic } from './uzbek.ts';

export type Kind = 'authority' | 'topic' | 'papers' | 'helper';

/**
 * Words that tell a person who reads along what this is about. Each is the beginning of a word, since endings follow; `=` before it
 * means the whole word. `ё` is written `е`. No native speaker has read these lists; what they miss, the person has to see.
 */
const UZBEK: Readonly<Record<Kind, string>> = {
  authority: 'politsiya|militsiya|prokur|migratsiya|elchixona|konsul|deport|ichki ishlar|=sud|=sudga|=sudda|=suddan',
  topic: "qullik|=qul|=qullar|odam savdosi|majburiy|majburlab|ekspluatatsiya|zo'ravonlik|ishonch telefoni|boshpana|shikoyat|=ariza|=arizangiz",
  papers: 'pasport|=viza|=vizangiz|=patent|=patentingiz',
  helper: "huquq|advokat|yurist|volontyor|=fond|jabrlan|=qurbon|=guvoh|=guvohlar",
};

const LISTS: readonly Readonly<Record<Kind, string>>[] = [
  UZBEK,
  {
    authority: toCyrillic(UZBEK.authority),
    topic: toCyrillic(UZBEK.topic),
    papers: toCyrillic(UZBEK.papers),
    helper: toCyrillic(UZBEK.helper),
  },
  {
    authority: 'police|policem|=cop|=cops|prosecutor|immigration|deport|embassy|consulate|=court|=courts|=fbi',
    topic: 'traffick|slave|forced lab|exploit|violence|hotline|hot line|=shelter|=shelters|=rescue|=rescued|complaint|=report|=reports|=reported',
    papers: 'passport|=visa|=visas|work permit',
    helper: 'lawyer|attorney|activist|volunteer|human rights|red cross|=ngo|=iom|=un|united nations|victim|witness',
  },
  {
    authority: 'полиц|милиц|=мвд|=фсб|прокур|следовател|миграц|посольств|консульств|депорт|=суд|=суда|=суде|=суду|=судом|участков',
    topic: 'торговля людьми|торговли людьми|торговлю людьми|торговлей людьми|рабств|=раб|=раба|=рабы|=рабов|рабын|принудительн|эксплуатац|насили|горячая лини|горячей лини|горячую лини|убежищ|приют|жалоб|=заявление|=заявления|=заявлению',
    papers: 'паспорт|=виза|=визу|=визы|=визе|=патент|=патента|разрешение на работу',
    helper: 'правозащит|адвокат|юрист|активист|волонтер|=нко|=фонд|=фонда|красный крест|=мом|=оон|жертв|пострадавш|потерпевш|свидетел',
  },
  {
    authority: 'поліц|прокур|міграц|посольств|консульств|депорт|слідч|=суд|=суду|=суді',
    topic: 'торгівля людьми|торгівлі людьми|торгівлю людьми|рабств|=раб|=раби|=рабів|примусов|експлуатац|насильств|гаряча ліні|гарячої ліні|гарячу ліні|притул|скарг|=заява|=заяву|=заяви',
    papers: 'паспорт|=віза|=візу|=візи',
    helper: 'правозахис|адвокат|юрист|активіст|волонтер|=фонд|=фонду|червоний хрест|жертв|постраждал|потерпіл|=свідок|=свідка|=свідки',
  },
  {
    authority: 'полиц|прокур|көші қон|елшілік|консул|депорт|=сот|=сотқа|=соттан|=сотта',
    topic: 'құлдық|=құл|=құлдар|адам саудасы|мәжбүрл|қанау|зорлық|сенім телефоны|баспана|шағым|=арыз|=арызыңыз',
    papers: 'паспорт|=виза|=визаңыз',
    helper: 'құқық|адвокат|заңгер|белсенді|ерікті|=қоры|жәбірлен|құрбан|куәгер|=куә',
  },
  {
    authority: 'милиц|полиц|прокур|миграц|элчилик|консул|депорт|=сот|=сотко|=сотто',
    topic: 'кулчулук|=кул|=кулдар|адам сатуу|адам соодасы|мажбур|эксплуатац|зордук|зомбулук|ишеним телефону|баш калка|даттан|=арыз|=арызыңыз',
    papers: 'паспорт|=виза|=визаңыз',
    helper: 'укук|адвокат|юрист|активист|волонтер|=фонд|жабырлан|=курмандык|=курмандыгы|=күбө',
  },
  {
    authority: 'полис|милис|прокур|муҳоҷират|сафорат|консул|депорт|=суд|=судро|=судҳо',
    topic: 'ғулом|савдои одамон|одамфурӯш|маҷбур|истисмор|зӯровар|телефони боварӣ|паноҳгоҳ|шикоят|=ариза|=аризаи',
    papers: 'шиноснома|паспорт|=виза|раводид',
    helper: 'ҳуқуқ|адвокат|фаъол|ихтиёри|=фонд|ҷабрдида|=қурбонӣ|=қурбонии|=шоҳид|=шоҳидон',
  },
  {
    authority: 'công an|cảnh sát|tòa án|toà án|đại sứ quán|lãnh sự|trục xuất|xuất nhập cảnh',
    topic: 'buôn người|buôn bán người|nô lệ|cưỡng bức|bóc lột|bạo lực|đường dây nóng|nhà tạm lánh|giải cứu|tố cáo|tố giác|khiếu nại',
    papers: 'hộ chiếu|thị thực|=visa',
    helper: 'luật sư|nhân quyền|=tổ chức|tình nguyện viên|nạn nhân|nhân chứng',
  },
];

/** Scripts that put no spaces between words, or endings on them: found wherever they stand. */
const ANYWHERE: readonly Readonly<Record<Kind, string>>[] = [
  {
    authority: '경찰|검찰|법원|출입국|대사관|영사관|추방',
    topic: '인신매매|노예|강제노동|강제 노동|착취|폭력|상담전화|핫라인|쉼터|구출|신고',
    papers: '여권|비자|외국인등록증',
    helper: '변호사|인권|활동가|자원봉사|피해자|증인|목격자',
  },
  {
    authority: '警察|公安|派出所|法院|检察|移民局|大使馆|领事|遣返|警方',
    topic: '贩卖人口|人口贩|拐卖|奴隶|奴役|强迫劳动|剥削|暴力|热线|庇护|解救|举报|报警',
    papers: '护照|签证',
    helper: '律师|人权|组织|志愿者|受害|证人',
  },
];

type Listed = { readonly word: string; readonly kind: Kind };

function listed(lists: readonly Readonly<Record<Kind, string>>[]): readonly Listed[] {
  return lists.flatMap((list) => Object.entries(list).flatMap(([kind, words]) => words.split('|').map((word) => ({ word, kind: kind as Kind }))));
}

export const BEGINNINGS: readonly Listed[] = listed(LISTS);
export const PARTS: readonly Listed[] = listed(ANYWHERE);
