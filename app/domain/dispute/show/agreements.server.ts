import { agreementMachine } from '#machines/agreement.machine'
import { confirmationMachine } from '#machines/confirmation.machine'
import { can, metaOf } from '#machines/step'
import { missingOn } from '../../agreement/sign.server'
import { dayIn } from '../../calendar/days'
import { agreementForms, signatureKinds } from '../../words/agreements'
import { labelOf } from '../../words/words'
import { dayWords, shortDay, runningDeadlines, type DeadlineWords } from './deadlines'
import type { AgreementRow } from './file'
import type { DisputePage } from './open.server'
import { termWords, type TermWords } from './terms'

export type SignatureWords = { label: string; done: boolean; note: string }
export type AgreementWords = {
  id: string
  title: string
  /** 已生效, 待生效 */
  status: string
  binds: boolean
  facts: { label: string; value: string }[]
  signatures: SignatureWords[]
  missing: string[]
  terms: TermWords[]
  /** No terms were written yet (条款未录). */
  unwritten: boolean
}
export type ConfirmationWords = { id: string; title: string; lines: string[] }
export type AgreementsWords = {
  now: AgreementWords[]
  before: AgreementWords[]
  confirmations: ConfirmationWords[]
  confirmBy?: DeadlineWords
}

const titles: Record<string, string> = {
  whole: '调解协议',
  partial: '部分当事人的协议',
  amendment: '变更后的协议',
  onSpot: '现场化解的协议',
  outcome: '承办单位的文书',
}
const effects: Record<string, string> = {
  mediation: '各方、调解员签名，加盖调委会印章，齐全之日生效（《人民调解法》第29条）',
  oral: '口头协议自达成之日生效（《人民调解法》第30条）',
  entrusted: '法院委派、委托的，各方当事人签名之日生效（《人民法院特邀调解规定》第24条）',
  parties: '自行和解，双方自己约定，不能申请司法确认；不愿意照着办的，可以请调委会调解',
  official: '以承办单位的文书为准',
}

/** Waits for its signatures: only such a paper can still be dropped. */
const isDraft = ({ status, confirmable }: AgreementRow) => can(agreementMachine, status, { confirmable }, { type: 'drop' })

function signaturesOf(agreement: AgreementRow, { rows, today }: DisputePage): SignatureWords[] {
  if (agreement.form === 'oral' || agreement.effectRule === 'official') return []
  const sides = rows.parties.filter(({ side, leftAt }) => !leftAt && side !== 'third')
  const one = (label: string, mine: AgreementRow['signatures']): SignatureWords => ({
    label,
    done: mine.length > 0,
    note: mine.length
      ? mine
          .map(
            ({ name, how, signedOn }) => `${shortDay(signedOn, today)} ${label.includes(name) ? '' : name}${labelOf(signatureKinds, how)}`,
          )
          .join('；')
      : '还没有签',
  })
  const by = (kind: string) => agreement.signatures.filter((signature) => signature.kind === kind)
  const parties = sides.map(({ id, name }) =>
    one(
      name,
      by('party').filter(({ partyId }) => partyId === id),
    ),
  )
  return agreement.effectRule === 'mediation' ? [...parties, one('人民调解员', by('mediator')), one('调委会印章', by('seal'))] : parties
}

function agreementWords(page: DisputePage, agreement: AgreementRow): AgreementWords {
  const { rows, today, sight } = page
  const day = (iso: string | null) => (iso ? dayWords(dayIn(new Date(iso)), today) : '')
  const sides = rows.parties.filter(({ side, leftAt }) => !leftAt && side !== 'third')
  const terms = rows.terms.filter(({ agreementId }) => agreementId === agreement.id)
  const count = agreement.partCount ? `${agreement.partCount} 方` : ''
  const content = rows.events
    .filter(({ subjectId }) => subjectId === agreement.id)
    .flatMap(({ texts }) => texts.filter(({ kind }) => kind === 'content').map(({ text }) => text))
  const facts = [
    { label: '编号', value: agreement.number ?? '' },
    { label: '形式', value: labelOf(agreementForms, agreement.form) },
    { label: '达成', value: day(agreement.madeAt) },
    { label: '生效', value: day(agreement.effectiveAt) },
    { label: '怎样生效', value: effects[agreement.effectRule] ?? '' },
    {
      label: '谁',
      value: [agreement.partWho, count, agreement.partLeft ? `还有 ${agreement.partLeft} 方没有谈成` : ''].filter(Boolean).join('，'),
    },
    { label: '口头的原因', value: agreement.reason ?? '' },
    { label: '内容记录', value: content.join('\n') },
  ].filter(({ value }) => value !== '')
  return {
    id: agreement.id,
    title: titles[agreement.kind] ?? '协议',
    status: metaOf(agreementMachine, agreement.status).label,
    binds: agreement.binds,
    facts,
    signatures: signaturesOf(agreement, page),
    missing: isDraft(agreement) && sight.parties ? missingOn(agreement.effectRule, agreement.signatures, sides) : [],
    terms: terms.map((term) => termWords(page, term)),
    unwritten: terms.length === 0,
  }
}

function confirmationWords({ rows, known, today }: DisputePage): ConfirmationWords[] {
  return rows.confirmations.map(({ id, status, court, courtReason, covers, appliedAt, endedAt, number }) => {
    const label = metaOf(confirmationMachine, status).label
    const items = covers.flatMap((term) => known.numbers.get(term) ?? [])
    const day = (iso: string) => dayWords(dayIn(new Date(iso)), today)
    return {
      id,
      title: label,
      lines: [
        `${day(appliedAt)}双方共同向${court ?? '人民法院'}申请${items.length ? `，确认第 ${items.join('、')} 项` : '，确认全部条款'}`,
        courtReason ? `选这个法院：${courtReason}` : '',
        endedAt ? `${day(endedAt)}${label}${number ? `，${number}` : ''}` : '法院还没有裁定',
      ].filter(Boolean),
    }
  })
}

/** 协议与履行: what binds or waits for its signatures, what came before it, and the way to a court's confirmation. */
export function agreementsOf(page: DisputePage): AgreementsWords {
  const confirmBy = runningDeadlines(page).find(({ id }) =>
    page.rows.deadlines.some((row) => row.id === id && row.period === 'confirmation'),
  )
  const over = (agreement: AgreementRow) => !agreement.binds && !isDraft(agreement)
  return {
    now: page.rows.agreements.filter((one) => !over(one)).map((one) => agreementWords(page, one)),
    before: page.rows.agreements
      .filter(over)
      .map((one) => agreementWords(page, one))
      .toReversed(),
    confirmations: confirmationWords(page),
    ...(confirmBy && { confirmBy }),
  }
}
