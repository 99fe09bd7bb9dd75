import type { PartyRow, Rows } from './file'

/** Surnames of two characters; whatever else begins a name is one. */
const double = /^(欧阳|上官|司马|司徒|诸葛|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方|南宫|端木|长孙|宇文)/
const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const

type Named = Pick<PartyRow, 'name' | 'kind'>

/** Already no name, or not a person's. */
const stays = ({ name, kind }: Named) => kind === 'organisation' || name.length < 2 || /[某＊*]|不知|不详|未知/.test(name)

const short = (name: string) => `${double.exec(name)?.[0] ?? [...name][0] ?? ''}某`

/** 杨某; of several 杨 杨某甲 and 杨某乙. By the full name; an organisation keeps its own. */
export function shortNames(all: readonly Named[]): Map<string, string> {
  const people = [...new Set(all.filter((one) => !stays(one)).map(({ name }) => name))]
  return new Map(
    people.map((name) => {
      const same = people.filter((other) => short(other) === short(name))
      return [name, same.length > 1 ? `${short(name)}${stems[same.indexOf(name)] ?? ''}` : short(name)]
    }),
  )
}

const numbers = [
  { of: /(?<!\d)\d{17}[\dXx](?![\dXx])/g, as: '（证件号略）' },
  { of: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g, as: '（电话略）' },
]

/** Whoever wrote the facts wrote names and numbers into them: the names are shortened, telephones and identity numbers left out. */
export function veiled(text: string, names: ReadonlyMap<string, string>): string {
  const shortened = [...names].toSorted(([a], [b]) => b.length - a.length).reduce((words, [name, as]) => words.replaceAll(name, as), text)
  return numbers.reduce((words, { of, as }) => words.replace(of, as), shortened)
}

/** Everybody whose name stands in the rows. */
export const namesIn = ({ parties }: Pick<Rows, 'parties'>): ReadonlyMap<string, string> =>
  shortNames(
    parties.flatMap(({ name, kind, helpers }) => [{ name, kind }, ...helpers.map((helper) => ({ name: helper.name, kind: 'person' }))]),
  )

const party = (row: PartyRow, say: (text: string) => string): PartyRow => ({
  ...row,
  name: say(row.name),
  roleText: row.roleText && say(row.roleText),
  idKind: null,
  idNumber: null,
  phone: null,
  addressText: null,
  door: null,
  homeText: null,
  awayContact: null,
  safeContact: null,
  note: null,
  helpers: row.helpers.map((helper) => ({ ...helper, name: say(helper.name), phone: null })),
})

/**
 * What a people's body is shown of what was offered to it, until it takes it (U11, U12; design 3): kind, place down to the village,
 * the facts, danger, how many, languages, what the sides were told, by when, why it came here and what was done before. No number of
 * anybody, no door, no paper, no session, nothing of the terms; the sides are 杨某.
 */
export function previewed(rows: Rows): Rows {
  const names = namesIn(rows)
  const say = (text: string) => veiled(text, names)
  return {
    ...rows,
    parties: rows.parties.map((one) => party(one, say)),
    events: rows.events.map((event) => ({ ...event, texts: event.texts.map((text) => ({ ...text, text: say(text.text) })) })),
    placeText: null,
    door: null,
    reporter: null,
    amountNote: rows.amountNote && say(rows.amountNote),
    files: [],
    sessions: [],
    agreements: [],
    terms: [],
    confirmations: [],
    consents: [],
    questions: [],
    priors: rows.priors.map((prior) => ({ ...prior, by: say(prior.by), terms: null })),
    links: rows.links.map((link) => ({ ...link, text: say(link.text) })),
  }
}
