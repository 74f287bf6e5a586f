import type { Tag } from '../language/catalogues.ts';

/** The login server's word for a language of ours; it knows no scripts of Uzbek, and Chinese by its country. */
export function signInLocale(language: Tag): string {
  if (language.startsWith('uz')) return 'uz';
  return language === 'zh' ? 'zh-CN' : language;
}
