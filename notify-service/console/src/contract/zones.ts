/** Whose clock is likely on the wall, by the region of a report; a responder who knows better chooses another. */
const BY_REGION: Readonly<Record<string, string>> = {
  RU: 'Europe/Moscow', 'RU-PRI': 'Asia/Vladivostok', 'RU-KHA': 'Asia/Vladivostok', 'RU-SAK': 'Asia/Sakhalin', 'RU-IRK': 'Asia/Irkutsk', 'RU-NVS': 'Asia/Novosibirsk', 'RU-KYA': 'Asia/Krasnoyarsk',
  'RU-SVE': 'Asia/Yekaterinburg', 'RU-SAM': 'Europe/Samara', 'RU-KGD': 'Europe/Kaliningrad', KZ: 'Asia/Almaty', KG: 'Asia/Bishkek', UZ: 'Asia/Tashkent', TJ: 'Asia/Dushanbe', UA: 'Europe/Kyiv',
  BY: 'Europe/Minsk', KP: 'Asia/Pyongyang', MD: 'Europe/Chisinau', CN: 'Asia/Shanghai', PH: 'Asia/Manila', NG: 'Africa/Lagos', VN: 'Asia/Ho_Chi_Minh', TR: 'Europe/Istanbul', AE: 'Asia/Dubai',
  BH: 'Asia/Bahrain', SY: 'Asia/Damascus', LY: 'Africa/Tripoli', CF: 'Africa/Bangui',
};

/** Of that region, else of its country; where the place is unknown, none is proposed. */
export function zoneOf(region: string): string {
  const zone = BY_REGION[region] ?? BY_REGION[region.split('-')[0]!];
  return zone ?? '';
}
