const most = 160

/**
 * The first line of an error, cut, and without what may be somebody's: what stands in quotes, numbers of four digits and more, Chinese
 * words, addresses and ids. What is left says what kind of thing went wrong; the whole stands in the server's log.
 */
export function plainError(error: string | null): string {
  const [line = ''] = (error ?? '').trim().split('\n')
  const plain = line
    .replace(/\b\w+:\/\/\S+/g, '…')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replace(/[\da-f]{8}-[\da-f-]{10,}/gi, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d{4,}/g, '…')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/…(?:[\s，。、：；]*…)+/g, '…')
  return plain.length > most ? `${plain.slice(0, most)}…` : plain
}
