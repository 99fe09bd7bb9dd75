import { Panel } from '../panel'
import { Notice } from '../problem'
import type { AgreementData } from './agreement'
import { DisputeTerms } from './terms'

type Now = Pick<AgreementData, 'id' | 'title' | 'status' | 'missing' | 'unwritten' | 'terms'>

/** AgreementNow {agreement at}: what binds now and how far it is kept, on the first page of a dispute. */
export const AgreementNow = ({
  agreement,
  at,
}: {
  agreement: { now: readonly Now[]; confirmBy?: { lastDay: string } | undefined }
  at: string
}) => {
  const [first] = agreement.now
  const missing = agreement.now.flatMap((one) => one.missing)
  return (
    <Panel
      title="协议与履行"
      side={
        <>
          <a href={`${at}/agreement`}>{first?.title}</a>　{first?.status}
          {missing.length > 0 && <span className="due">　还缺 {missing.length} 项签字盖章</span>}
          {agreement.confirmBy && <span>　可在{agreement.confirmBy.lastDay}前共同申请司法确认</span>}
        </>
      }
    >
      {agreement.now.map((one) =>
        one.unwritten ? (
          <Notice key={one.id} title="条款未录">
            <a href={`${at}/agreement`}>看协议</a>
          </Notice>
        ) : (
          <DisputeTerms key={one.id} terms={one.terms} />
        ),
      )}
    </Panel>
  )
}
