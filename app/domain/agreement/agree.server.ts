import { act, advance, type Sent } from '../dispute/advance.server'
import type { Answers } from '../conflict/answers'
import { refuseSettler } from '../conflict/refuse.server'
import type { CaseFile } from '../dispute/case-file.server'
import type { Words } from '../dispute/record.server'
import { giveSight } from '../dispute/sight-rows.server'
import { wrong } from '../refusal'
import type { Term } from './terms'
import { writeAgreement, type AgreementForm } from './write.server'

export type Agreed = {
  form: AgreementForm
  terms: Term[]
  happenedAt?: Date
  /** Why it is oral although the law asks for paper (U20). */
  oralWhy?: string
  /** The mediator's record of an oral agreement's content (People's Mediation Law 28). */
  content?: string
}

const said = ({ content, oralWhy }: Agreed): Words[] => [
  { kind: 'content', audience: 'path', text: content ?? '' },
  { kind: 'why', audience: 'path', text: oralWhy ?? '' },
]

/** 达成协议: an oral one binds at once, a written one when it is signed and sealed. */
export async function agreeWithin(file: CaseFile, agreed: Agreed) {
  const at = agreed.happenedAt ?? file.now
  const { id, owing, effects } = await writeAgreement(file, { ...agreed, kind: 'whole', at })
  await advance(file, {
    event: { type: 'agree', form: agreed.form, agreementId: id, owing },
    subjectId: id,
    happenedAt: at,
    effects,
    texts: said(agreed),
  })
}
export const agree = (sent: Sent, agreed: Agreed) => act(sent, (file) => agreeWithin(file, agreed))

export type Part = Agreed & { who: string; count: number | null; left: number | null }

/** 部分达成协议: some of the parties settle, the rest go on; its terms are added to what binds. `left` 0 ends the mediation. */
export const agreeInPart = (sent: Sent, part: Part) =>
  act(sent, async (file) => {
    const at = part.happenedAt ?? file.now
    const { id, owing, effects } = await writeAgreement(file, { ...part, kind: 'partial', at, part })
    const event = { type: 'partial', form: part.form, agreementId: id, left: part.left, owing } as const
    await advance(file, {
      event,
      subjectId: id,
      happenedAt: at,
      effects,
      texts: [...said(part), { kind: 'note', audience: 'handlers', text: part.who }],
    })
  })

/** 变更协议: the whole list anew. What is in force stays in force until a written change is signed. */
export const amend = (sent: Sent, changed: Agreed & { why: string }) =>
  act(sent, async (file) => {
    if (!file.facts.inForce) throw wrong('terms', '还没有生效的协议，不能变更')
    const at = changed.happenedAt ?? file.now
    const { id, owing, effects } = await writeAgreement(file, { ...changed, kind: 'amendment', at })
    const texts: Words[] = [...said(changed), { kind: 'why', audience: 'path', text: changed.why }]
    await advance(file, {
      event: { type: 'amend', form: changed.form, agreementId: id, owing },
      subjectId: id,
      happenedAt: at,
      effects,
      texts,
    })
  })

/** Who settled it on the spot: a registered mediator's agreement counts as mediation; anybody else's is 自行和解 (U6). */
export type OnSpot = Agreed & { mediatorId?: string; answers?: Answers | undefined }

/** 现场化解: settled where it was found. */
export async function settleOnSpotWithin(file: CaseFile, settled: OnSpot) {
  const at = settled.happenedAt ?? file.now
  const answered = settled.mediatorId ? await refuseSettler(file, settled.mediatorId, settled.answers) : []
  const { id, owing, effects } = await writeAgreement(file, { ...settled, kind: 'onSpot', at, mediated: settled.mediatorId !== undefined })
  const event = { type: 'settleOnSpot', form: settled.form, agreementId: id, owing } as const
  const keeperId = settled.mediatorId ?? file.actorId
  await advance(file, { event, subjectId: id, happenedAt: at, effects, texts: [...said(settled), ...answered], keeperId })
  if (!keeperId) return
  await file.tx.$executeRaw`with kept as (update dispute set settled_by_id = ${keeperId}::uuid where id = ${file.id}::uuid)
    ${giveSight({ disputeId: file.id, to: 'account', ids: [keeperId], why: 'keeper', at: file.now })}`
}
export const settleOnSpot = (sent: Sent, settled: OnSpot) => act(sent, (file) => settleOnSpotWithin(file, settled))
