/** Who is in a dispute, as far as it can stand in a mediator's way. */
export type Involved = {
  name: string
  kind: string
  phoneHash: string | null
  helpers: { name: string; phoneHash: string | null }[]
}

type Mediator = { name: string; phoneHash: string }

/** 和杨正平这一户的电话相同，是这一户的人 */
const sameParty = ({ name, kind }: Involved) =>
  kind === 'household' ? `和${name}这一户的电话相同，是这一户的人` : `和当事人${name}的电话相同，是本案当事人`

/**
 * What stands between a mediator and a dispute, as far as the system can know (U15): the telephone of a party, of a party's
 * household or of who acts for one bars; a namesake only warns. What a body knows beside that, it says when it names.
 */
export function conflictOf({ name, phoneHash }: Mediator, parties: readonly Involved[]): { block?: string; warn?: string } {
  const helpers = parties.flatMap((party) => party.helpers)
  const party = parties.find((one) => one.phoneHash === phoneHash)
  if (party) return { block: sameParty(party) }
  const helper = helpers.find((one) => one.phoneHash === phoneHash)
  if (helper) return { block: `和代理人或监护人${helper.name}的电话相同，是本案代理人或监护人` }
  const as = parties.some((one) => one.name === name) ? '当事人' : helpers.some((one) => one.name === name) ? '代理人或监护人' : null
  return as ? { warn: `和${as}${name}同名，请核实是不是同一个人、同一户` } : {}
}
