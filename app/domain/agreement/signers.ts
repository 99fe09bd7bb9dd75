import { isRepresentative, representatives, type Representative } from '../words/parties'

/** A party as far as it decides who may put a name to it. */
export type SigningParty = {
  id: string
  side: string
  name: string
  kind: string
  minor: boolean
  phoneHash: string | null
  helpers: SigningHelper[]
}
type SigningHelper = { id: string; role: string; name: string; phoneHash: string | null; maySettle: boolean }

export type SignedBy = {
  name: string
  /** Who it is, where it is not the party and nobody of the file. */
  as?: Representative | undefined
  /** The paper that lets them settle is in the file from now. */
  authority?: boolean | undefined
}

/** What the signature adds to the file: a paper for somebody known, or somebody new. */
export type Stand = { refused: string } | { helperId?: string; role?: Representative; name?: string; maySettle?: boolean }

/** Who acts only by a paper of the party that lets them settle: agents and elected representatives (law.md 2a; MFD 165, MSSF 62; U14). */
export const needsPaper = (role: string): role is 'agent' | 'elected' => role === 'agent' || role === 'elected'

/** A name nobody knew when it was written down. */
const unknown = '姓名不详'

const noPaper = (name: string, of: string, role: 'agent' | 'elected') =>
  `${name}是${of}的${representatives[role].label}，卷里还没有${representatives[role].paper}，签字不算数（民法典第165条、民事诉讼法第62条）。收到后勾选，或者由${of}本人签`

const otherSide = (party: SigningParty, { name, phoneHash }: { name: string; phoneHash?: string | null }, all: readonly SigningParty[]) =>
  all.some(
    (one) =>
      one.id !== party.id &&
      one.side !== party.side &&
      one.side !== 'third' &&
      (one.name === name || (phoneHash && one.phoneHash === phoneHash)),
  )

/** Somebody who stands for the party, known or said to be so. */
function standsFor(
  party: SigningParty,
  { name, authority }: SignedBy,
  helper: { id?: string; role: Representative; phoneHash?: string | null; maySettle: boolean },
  all: readonly SigningParty[],
): Stand {
  if (otherSide(party, { name, phoneHash: helper.phoneHash ?? null }, all))
    return { refused: `${name}是对方当事人，不能替${party.name}签字` }
  const { id, role, maySettle } = helper
  if (needsPaper(role) && !maySettle && !authority) return { refused: noPaper(name, party.name, role) }
  const taken = needsPaper(role) && !maySettle
  return id ? { helperId: id, ...(taken && { maySettle: true }) } : { role, name, maySettle: taken }
}

/**
 * Whether a name under a paper counts for a party. Refused: an agent or elected representative without a paper that lets
 * them settle, a minor alone, who is the other side, and a stranger for a person. A unit, a household or a list signs by
 * one of its own: that is only said on the form.
 */
export function standOf(party: SigningParty, by: SignedBy, all: readonly SigningParty[]): Stand {
  const helper = party.helpers.find(({ name }) => name === by.name)
  if (helper && isRepresentative(helper.role)) return standsFor(party, by, { ...helper, role: helper.role }, all)
  if (by.name === party.name)
    return party.kind === 'person' && party.minor ? { refused: `${party.name}未成年，由监护人签（民法典第145条）。请写监护人的姓名` } : {}
  if (by.as) return standsFor(party, by, { role: by.as, maySettle: false }, all)
  if (party.kind !== 'person' || party.name === unknown) return {}
  return { refused: `${by.name}不是${party.name}本人，也不是登记的代理人、监护人。请在“不是本人签的”里选是什么人` }
}
