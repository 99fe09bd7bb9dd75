import { ButtonLink, Buttons } from '../buttons'
import { SelectField, type Option } from '../field'
import { Notice } from '../problem'

export type HandGroup = {
  key: string
  where: string
  label: string
  count: number
  takers: readonly Option[]
  cases: readonly { number: string; state: string }[]
  more: number
}

const Numbers = ({ group }: { group: HandGroup }) => (
  <details>
    <summary>是哪几件</summary>
    <ul className="numbers-open">
      {group.cases.map(({ number, state }) => (
        <li key={number}>
          <span className="num">{number}</span> {state}
        </li>
      ))}
      {group.more > 0 && <li className="quiet">还有 {group.more} 件</li>}
    </ul>
  </details>
)

/** HandOver {groups typed errors}: what somebody has in hand, by where; number and state only, and who takes each. */
export const HandOver = ({
  groups,
  typed,
  errors,
}: {
  groups: readonly HandGroup[]
  typed: (name: string) => string
  errors: Readonly<Record<string, readonly string[]>>
}) => (
  <section aria-labelledby="in-hand">
    <h2 id="in-hand">手里没办完的</h2>
    {groups.length === 0 && <p className="quiet">没有，不用交接。</p>}
    {groups.length > 0 && <p className="small quiet">管理员看不到纠纷内容，这里只有编号和状态。没有选人的，先留着不动。</p>}
    <ul className="hand-over">
      {groups.map((group) => {
        const name = `to.${group.key}`
        return (
          <li key={group.key}>
            <SelectField
              name={name}
              label={`${group.where}：${group.label} ${group.count} ${group.cases.length ? '件' : '天'}，交给`}
              hint={group.takers.length ? undefined : '没有可以接手的人，请先给别人加岗位'}
              options={group.takers}
              none="先不交"
              defaultValue={typed(name)}
              errors={errors[name]}
            />
            {group.cases.length > 0 && <Numbers group={group} />}
          </li>
        )
      })}
    </ul>
  </section>
)

/** LeftBehind {name numbers back}: what could not go to the one chosen, and what to do about it. */
export const LeftBehind = ({ name, numbers, back }: { name: string; numbers: readonly string[]; back: string }) => (
  <>
    <h1>
      {name}的交接办好了，有 {numbers.length} 件没有交出去
    </h1>
    <Notice>选的人不能办这几件（和当事人有利害关系，或者岗位变了）。请告诉承办组织的负责人另行指派：</Notice>
    <ul>
      {numbers.map((number) => (
        <li key={number} className="num">
          {number}
        </li>
      ))}
    </ul>
    <Buttons>
      <ButtonLink href={back} weight="main">
        知道了
      </ButtonLink>
    </Buttons>
  </>
)
