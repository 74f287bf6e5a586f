/** Languages that reports are routed by, those of the interface first. */
export const LANGUAGES = [
  ...['ru', 'uz-Latn', 'uz-Cyrl', 'kk', 'ky', 'tg', 'uk', 'en', 'ko', 'vi', 'zh'],
  ...['tk', 'ro', 'tr', 'fil', 'ar', 'fr', 'mn', 'az', 'hy', 'ka'],
  ...['ha', 'ig', 'yo', 'ce', 'av', 'hi', 'bn', 'ne', 'si', 'es', 'pt', 'sw', 'th', 'km', 'my', 'fa'],
] as const;

/** Where people are exploited; `ZZ` is unknown. */
export const REGIONS = [
  ...['RU', 'RU-MOW', 'KZ', 'KG', 'UZ', 'TJ', 'UA', 'BY', 'KP', 'MD', 'CN', 'PH', 'NG', 'VN', 'TR', 'AE', 'BH', 'SY', 'LY', 'CF', 'ZZ'],
] as const;
