import { type BodyRow, BodyRows } from '../body-rows'

export type TownshipRow = {
  id: string
  name: string
  committee: BodyRow | null
  villages: readonly { id: string; href: string; name: string }[]
}
export type BodyListWords = {
  rooms: readonly BodyRow[]
  townships: readonly TownshipRow[]
  industry: readonly BodyRow[]
  courts: readonly BodyRow[]
  organs: readonly BodyRow[]
}

const Part = ({ title, rows }: { title: string; rows: readonly BodyRow[] }) =>
  rows.length ? (
    <section className="part">
      <h2>{title}</h2>
      <BodyRows rows={rows} />
    </section>
  ) : null

/** BodyList {bodies: BodyListWords}: rooms first, the committees of each township with its villages, then industry, courts and organs. */
export const BodyList = ({ bodies: { rooms, townships, industry, courts, organs } }: { bodies: BodyListWords }) => (
  <>
    <Part title="调解室" rows={rooms} />
    <section className="part">
      <h2>乡镇、街道和村、社区</h2>
      <ul className="townships">
        {townships.map(({ id, committee, villages }) => (
          <li key={id} data-row>
            <h3>{committee && <a href={committee.href}>{committee.name}</a>}</h3>
            <p className="small quiet num">{committee?.load}</p>
            <p className="villages">
              {villages.map((village) => (
                <a key={village.id} href={village.href}>
                  {village.name}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
    <Part title="行业和区级调委会" rows={industry} />
    <Part title="法院、检察院" rows={courts} />
    <Part title="公安和行政机关、仲裁、其他单位" rows={organs} />
  </>
)
