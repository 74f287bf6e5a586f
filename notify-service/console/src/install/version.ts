/** True when the desk serves another bundle than the one that runs: its page pins other bytes. */
export async function hasNewVersion(page: Document): Promise<boolean> {
  const answer = await fetch('index.html', { cache: 'no-cache' }).catch(() => undefined);
  if (!answer?.ok) return false;
  const served = await answer.text();
  const pins = [...page.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('[integrity]')].map((one) => one.integrity);
  return served.includes('integrity=') && pins.some((pin) => !served.includes(pin));
}
