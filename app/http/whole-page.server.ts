/**
 * A rendered page from its pieces. React 18 fills a view of 2,048 bytes and, where a character of several bytes no longer
 * fits, sends the view with zero bytes at its end: a browser shows them as �. No page of ours holds a zero byte.
 */
export function wholePage(pieces: readonly Buffer[]): Buffer<ArrayBuffer> {
  const page = Buffer.concat(pieces)
  return page.includes(0) ? Buffer.from(page.filter((byte) => byte !== 0)) : page
}
