import { z } from 'zod'
import { dayIn } from '../calendar/days'
import { legalDay, may, oneOf } from '../forms/form-words'
import { entrustKinds, type SenderKind } from '../words/office'
import { courtProcedures, type IntakeChannel, type Source } from '../words/sources'

/** What is written down beside a registration that another unit handed over (U3). */
export const entrustedForm = z
  .object({
    kind: oneOf(entrustKinds, '请选是委派、委托还是移送'),
    /** Empty: the registrar's own court or organ. */
    sender: may(120),
    number: may(60),
    /** 诉中委托: which of the court's periods runs (law.md 1b). */
    procedure: oneOf(courtProcedures, '请选普通程序还是简易程序').optional(),
    papers: may(500),
    answerBy: legalDay.optional(),
    /** 签收; empty: when it was registered. */
    signedForAt: z.coerce.date({ error: '签收时间没有填对' }).optional(),
  })
  .refine(({ answerBy, signedForAt }) => !answerBy || !signedForAt || answerBy >= dayIn(signedForAt), {
    path: ['answerBy'],
    message: '要求回告的日期不能早于签收',
  })

export type Entrusted = z.output<typeof entrustedForm>

/** Who stands behind a source; null where nobody is owed an answer. */
const senders = {
  ownInitiative: null,
  applied: null,
  court: 'court',
  procuratorate: 'procuratorate',
  police: 'police',
  petitionOffice: 'petition',
  otherDepartment: 'other',
} as const satisfies Record<Source, SenderKind | null>

/** The sender's kind by the source that is counted; the hotline is counted with the other departments. */
export const senderKindOf = (source: Source, intake: IntakeChannel): SenderKind | null =>
  source === 'otherDepartment' && intake === 'hotline' ? 'hotline' : senders[source]
