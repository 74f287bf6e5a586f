/** A file of the bundle and the hash of its bytes. */
interface Pin {
  readonly file: string;
  readonly integrity: string;
}

/** Sees to it that what is imported next is what was built. */
export type Pinning = (part: string) => Promise<void>;

/**
 * Has the browser take the files of a part, each by the hash that the page gives it: a script cannot know them, since they are made
 * after it. Throws where one does not come, or is not the very bytes that were built. What was taken once is what every later import
 * gets, so a part must not be imported before.
 */
export async function pinned(part: string): Promise<void> {
  await Promise.all(pinsOf(part).map(take));
}

/** `<meta name="part" data-part="pages" content="chunk-Y.js sha384-… pages-X.js sha384-…">`, written by the build. */
function pinsOf(part: string): readonly Pin[] {
  const said = document.querySelector<HTMLMetaElement>(`meta[name="part"][data-part="${part}"]`)!.content.split(' ');
  return said.flatMap((file, i) => (i % 2 === 0 ? [{ file, integrity: said[i + 1]! }] : []));
}

function take({ file, integrity }: Pin): Promise<unknown> {
  const link = document.createElement('link');
  // A browser from before 2023: what it imports is as good as the page, which comes from the same place.
  if (!link.relList.supports('modulepreload')) return fetch(file, { integrity }).then((answer) => answer.arrayBuffer());
  return new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error('not the bytes that were built')));
    Object.assign(link, { rel: 'modulepreload', href: file, integrity });
    document.head.append(link);
  }).finally(() => link.remove());
}
