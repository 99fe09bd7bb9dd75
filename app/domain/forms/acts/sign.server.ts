import { z } from 'zod'
import { db } from '#app/db/client.server'
import { missingOn, type Signed } from '../../agreement/sign.server'
import { mostOfSigning, signWithPhotos } from '../../agreement/sign-photos.server'
import { needsPaper } from '../../agreement/signers'
import { formatDate } from '../../calendar/days'
import { Refusal, wrong } from '../../refusal'
import { signatureKinds } from '../../words/agreements'
import { representatives } from '../../words/parties'
import { labelOf } from '../../words/words'
import { typedDay, when } from '../common'
import { define, type OpenDispute } from '../define'
import { calm, choicesOf, day, group, hidden, row, select, text, tick as tickField, type FormField } from '../field-data'
import { bytesOf, filesField, filesShape } from '../file-fields'
import { happenedAt, idOf, legalDay, may, oneOf, tick } from '../form-words'
import { readingFields, readingShape } from '../reading-fields'
import { helperLabel, partiesOf, type FormParty } from '../people.server'

const how = z.enum(['', 'signature', 'seal', 'fingerprint'], { error: '请选签名、盖章还是按指印' }).default('')
const line = z.object({
  kind: z.enum(['party', 'mediator', 'seal'], { error: '没有填对' }),
  partyId: idOf('没有这个当事人').optional(),
  accountId: idOf('没有这个调解员').optional(),
  name: may(60),
  as: oneOf(representatives, '请选是什么人').optional(),
  authority: tick,
  how,
  signedOn: legalDay.optional(),
})
type Line = z.output<typeof line>

/** Which rule puts the paper in force, said above the names (law.md 14.3; U21). */
const ruleWords: Readonly<Record<string, string>> = {
  mediation: '各方当事人、调解员、调委会印章齐了才生效（人民调解法第29条），从最后一个签名、盖章的日子起算。',
  entrusted: '法院委派、委托的，双方当事人签名、盖章后生效（特邀调解规定第24条）。',
  parties: '没有登记的调解员，双方签名、盖章后生效。',
}

const paperOf = (disputeId: string) =>
  db.agreement.findFirst({
    where: { disputeId, status: 'drafted' },
    include: { signatures: { orderBy: { signedOn: 'asc' } } },
    orderBy: { id: 'asc' },
  })

const leadOf = async ({ leg }: OpenDispute) => {
  const [id] = leg?.mediatorIds ?? []
  return id ? db.account.findUnique({ where: { id }, select: { id: true, name: true } }) : null
}

const signers = (parties: FormParty[]) => parties.filter(({ side }) => side === 'applicant' || side === 'respondent')

const helperHint = (helper: FormParty['helpers'][number]) =>
  `${helperLabel(helper)}${needsPaper(helper.role) ? (helper.maySettle ? '，委托书已入卷' : '，还缺写明可以和解的委托书') : ''}`

/** What the law refuses is refused by the act; what is only to be watched is said here. */
const nameHint = ({ kind, helpers }: FormParty) =>
  [
    helpers.length ? `可以代签的：${helpers.map(helperHint).join('；')}` : '',
    kind === 'organisation' ? '单位由法定代表人签，加盖公章；经办人签的，要有单位的授权' : '',
    kind === 'roster' || kind === 'household' ? '由其中一人代表签的，要有推选书或者其他人的授权' : '',
  ]
    .filter(Boolean)
    .join('。') || undefined

function lineFields(
  at: number,
  legend: string,
  first: { kind: string; id?: [string, string]; name: string; hint?: string; names?: string[]; seal?: boolean },
  today: string,
): FormField {
  const name = (key: string) => `signatures[${at}].${key}`
  const kinds = first.seal ? [{ value: 'seal', label: '已盖章' }] : choicesOf(signatureKinds)
  return group(legend, [
    hidden(name('kind'), first.kind),
    ...(first.id ? [hidden(name(first.id[0]), first.id[1])] : []),
    row(
      text(name('name'), first.seal ? '用印人' : '谁签的', {
        value: first.name,
        ...(first.hint && { hint: first.hint }),
        ...(first.names && { suggestions: first.names }),
      }),
      select(name('how'), '怎么签的', kinds, { none: first.seal ? '还没盖' : '还没签' }),
      day(name('signedOn'), '哪天', { value: today }),
    ),
    ...(first.id?.[0] === 'partyId'
      ? [
          select(name('as'), '不是本人签的', choicesOf(representatives), { none: '本人签的，或者名单里的人' }),
          tickField(name('authority'), '授权委托书（推选书）已收下入卷，写明可以和解'),
        ]
      : []),
  ])
}

/** 签字盖章: what is there, each with its date; what is still missing by the rule of its source. */
export const sign = define({
  schema: z.object({ signatures: z.array(line).max(80, '一次写得太多了').default([]), ...readingShape, ...filesShape, happenedAt }),
  form: async ({ actor, dispute, now }) => {
    const [paper, parties, lead] = await Promise.all([paperOf(dispute.id), partiesOf(dispute.id), leadOf(dispute)])
    if (!paper) return { fields: [], barred: '没有等待签字的协议。' }
    const sides = signers(parties)
    const missing = missingOn(paper.effectRule, paper.signatures, sides)
    const today = typedDay(now)
    const unsigned = sides.filter(({ id }) => !paper.signatures.some((one) => one.kind === 'party' && one.partyId === id))
    const full = paper.effectRule === 'mediation'
    const has = (kind: string) => paper.signatures.some((one) => one.kind === kind)
    const lines = [
      ...unsigned.map((party) => ({
        legend: `当事人 ${party.name}`,
        first: {
          kind: 'party',
          id: ['partyId', party.id] as [string, string],
          name: party.name,
          hint: nameHint(party),
          names: party.helpers.map(({ name }) => name),
        },
      })),
      ...(full && !has('mediator')
        ? [
            {
              legend: '人民调解员',
              first: {
                kind: 'mediator',
                ...(lead && { id: ['accountId', lead.id] as [string, string] }),
                name: lead?.name ?? '',
              },
            },
          ]
        : []),
      ...(full && !has('seal')
        ? [
            {
              legend: '调委会印章',
              first: { kind: 'seal', name: has('mediator') ? actor.name : '', seal: true, hint: '保管印章、盖章的人' },
            },
          ]
        : []),
    ]
    const signed = paper.signatures.map(
      ({ name, how: by, signedOn }) => `✓ ${name}，${labelOf(signatureKinds, by)}，${formatDate(signedOn.toISOString().slice(0, 10))}`,
    )
    return {
      submit: '记下签字盖章',
      fields: [
        calm(missing.length ? `还缺：${missing.join('、')}` : '已经齐了', ruleWords[paper.effectRule] ?? ''),
        ...(signed.length ? [{ kind: 'say' as const, tone: 'done' as const, title: '已经签的', lines: signed }] : []),
        ...lines.map(({ legend, first }, at) => lineFields(at, legend, first, today)),
        readingFields(paper),
        filesField(mostOfSigning, '签好的协议拍照或者扫描；'),
        when(now, '什么时候齐的'),
      ],
    }
  },
  run: async (sent, { signatures, photos, happenedAt: at, ...reading }) => {
    const parties = signers(await partiesOf(sent.disputeId))
    const given = signatures.flatMap((one, place) => (one.how ? [{ ...one, how: one.how, place }] : []))
    const paper = await paperOf(sent.disputeId)
    if (!given.length && paper && missingOn(paper.effectRule, paper.signatures, parties).length)
      throw wrong('signatures[0].how', '请选谁已经签了；还没有人签的，不用提交')
    const rows = given.map((one): Signed => signed(one, parties))
    try {
      return await signWithPhotos(sent, await bytesOf(photos), rows, at, reading)
    } catch (refusal) {
      throw beside(
        refusal,
        given.map(({ place }) => place),
      )
    }
  },
})

/** The act counts the signatures it was handed; the form has a line for each that is missing. */
function beside(refusal: unknown, places: number[]): unknown {
  if (!(refusal instanceof Refusal)) return refusal
  const renamed = Object.entries(refusal.fields).map(([name, words]) => [
    name.replace(/\d+/, (at) => String(places[Number(at)] ?? at)),
    words,
  ])
  return new Refusal(refusal.code, refusal.message, Object.fromEntries(renamed) as Record<string, string>)
}

function signed(
  { kind, partyId, accountId, name, as, authority, how: by, signedOn, place }: Line & { how: Exclude<Line['how'], ''>; place: number },
  parties: FormParty[],
): Signed {
  if (!name) throw wrong(`signatures[${place}].name`, kind === 'seal' ? '请写用印人' : '请写谁签的')
  if (!signedOn) throw wrong(`signatures[${place}].signedOn`, '请填日期')
  if (kind === 'party' && !parties.some(({ id }) => id === partyId)) throw wrong(`signatures[${place}].name`, '没有这个当事人')
  return {
    kind,
    ...(kind === 'party' && { partyId, as, authority }),
    ...(kind === 'mediator' && { accountId }),
    name,
    how: by,
    signedOn,
  }
}
