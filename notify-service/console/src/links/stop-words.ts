import { folded } from './fold.ts';

/** What says nothing of which place it is, as people write it. */
const WORDS = `
  улица улицы ул ulitsa street str avenue road lane square проспект пр шоссе переулок пер площадь бульвар набережная проезд
  дом дома доме house home building корпус корп строение стр квартира кв подъезд этаж flat floor apartment room комната
  город города городе city town район районе district область обл region регион посёлок село деревня village аул ауыл айыл qishloq
  метро metro станция станции station остановка stop рынок рынке market bozor бозор bazaar базар магазин магазине shop store do'kon дүкен дүкөн мағоза
  склад warehouse завод factory fabrika фабрика стройка construction общежитие dormitory hostel yotoqxona хостел барак
  около возле рядом напротив между перед near next opposite behind between the and with from for into где там здесь это
  ko'cha ko'chasi uyi tuman tumani viloyat viloyati shahar shahri mahalla yaqinida yonida
  көше көшесі үйі ауданы облысы қала қаласы жанында көчө көчөсү үйү району облусу шаар шаары жанда
  кӯча кӯчаи хона хонаи ноҳия вилоят шаҳр назди
  вулиця вулиці будинок місто область біля поруч ринок крамниця
  номер номера конец number phone end last raqami oxiri нөмірі соңы номери аягы рақами охири кінець телефон телефона тел tel telefon хозяин хозяйка boss owner начальник
  đường phố quận thành gần chợ nhà
`;

const STOPPED: ReadonlySet<string> = new Set(WORDS.normalize('NFKC').split(/\s+/).filter((word) => word !== '').map(folded));

export function saysNothing(word: string): boolean {
  return STOPPED.has(word);
}
