/** A line is kept whole: what was asked, and behind a break how it was answered. */
export const lineOf = (asked: string, answered: string): string => `${asked}\n${answered}`

export const partsOf = (line: string): { asked: string; answered: string } => {
  const [asked = '', ...rest] = line.split('\n')
  return { asked, answered: rest.join(' ') }
}
