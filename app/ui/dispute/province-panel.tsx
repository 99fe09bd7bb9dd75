import { Facts } from '../facts'
import { Panel } from '../panel'

export type ProvinceWords = { rows: readonly { label: string; value: string }[]; missing: string; href: string | null }

/** ProvincePanel {province}: what the province's system asks beside the case: what is said, what is missing, where to fill it in. */
export const ProvincePanel = ({ province: { rows, missing, href } }: { province: ProvinceWords }) => (
  <Panel title="省系统要填的" side={href ? <a href={href}>填写</a> : undefined}>
    <Facts small rows={rows} />
    <p className="small quiet part-note">{missing ? `还没填：${missing}。办结时一起填，也可以现在填。` : '要填的都有了，可以导出25列。'}</p>
  </Panel>
)
