import { type Level, RiskChip } from '../chip'

/** SealedRows {rows: {number township level}[]}: disputes that are sealed to the reader: number, area and level, no more. */
export const SealedRows = ({ rows }: { rows: readonly { number: string; township: string; level: Level }[] }) => (
  <section className="part">
    <h2>不公开的纠纷</h2>
    <p className="small quiet">涉及未成年人、家庭暴力、医疗等的，只有经办人和值班员能打开；这里只显示编号、地方和风险等级。</p>
    <ul className="sealed">
      {rows.map(({ number, township, level }) => (
        <li key={number}>
          <span className="num">{number}</span>
          <span>{township}</span>
          <RiskChip level={level} />
        </li>
      ))}
    </ul>
  </section>
)
