/** Sizes of type on the map, px; path.css has the same. */
export const type = { title: 13, day: 12, body: 12, gap: 11, lane: 12 } as const

// No canvas on a server: widths are estimated from above, by the widest of the fonts we name.
const emOf = (character: string) => {
  const code = character.codePointAt(0) ?? 0
  if (code === 0xb7 || code >= 0x2000) return 1
  if (character === ' ') return 0.3
  if (character >= '0' && character <= '9') return 0.58
  if (character >= 'A' && character <= 'Z') return 0.74
  return 0.62
}

/** Width of a line of text, px, never less than it will be drawn. */
export const widthOf = (text: string, size: number) => {
  let ems = 0
  for (const character of text) ems += emOf(character)
  return ems * size
}

/** The text if it fits, else its beginning with … and, after that, the tail. Null when not even one character fits. */
export function cutTo(text: string, width: number, size: number, tail = ''): string | null {
  if (widthOf(text + tail, size) <= width) return text + tail
  const characters = [...text]
  while (characters.length > 1) {
    characters.pop()
    const cut = `${characters.join('')}…${tail}`
    if (widthOf(cut, size) <= width) return cut
  }
  return null
}
