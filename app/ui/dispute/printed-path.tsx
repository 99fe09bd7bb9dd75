import { SignLines } from '../paper'
import { PrintButton } from '../print-button'
import type { PathData } from '../path/data'
import { PathList } from '../path/list'
import { PathMap } from '../path/map'

export type Sheet = {
  number: string
  district: string
  facts: readonly { label: string; value: string; wide?: boolean | undefined }[]
  path: PathData
  sums: readonly { label: string; days: string; note?: string | undefined }[]
  office: string
  checkCode: string
  printed: string
}

/** SheetBar {back to?}: above a sheet on the screen, never on paper: the way back (to the path), and the printer. */
export const SheetBar = ({ back, to = '路径' }: { back: string; to?: string }) => (
  <nav className="sheet-bar only-screen" aria-label="打印">
    <a href={back}>‹ 回到{to}</a>
    <PrintButton>打印这一张</PrintButton>
  </nav>
)

/** PrintedPath {sheet}: the path on A4: what dispute, the drawing, station by station, the days, who signs. */
export const PrintedPath = ({ sheet: { number, district, facts, path, sums, office, checkCode, printed } }: { sheet: Sheet }) => (
  <main id="main" className="paper sheet">
    <header>
      <h1>一站式路径</h1>
      <p>
        {district}
        <br />
        <span className="num">{number}</span>
      </p>
    </header>
    <dl className="facts">
      {facts.map(({ label, value, wide }) => [
        <dt key={`${label}?`}>{label}</dt>,
        <dd key={label} className={wide ? 'wide' : undefined}>
          {value}
        </dd>,
      ])}
    </dl>
    <PathMap path={path} named most={60} />
    <PathList path={path} />
    <div className="sums">
      {sums.map(({ label, days, note }) => (
        <span key={label}>
          {label} <b>{days}</b>
          {note && `，${note}`}
        </span>
      ))}
    </div>
    <SignLines lines={['经办人（签名）', '负责人（签名）', `${office}（印章）`, '日期']} />
    <footer className="paper-foot">
      <span>天数是距上一站的日历天数。按登记记录排出，只增不改；核对码 {checkCode}</span>
      <span>{printed} 打印</span>
    </footer>
  </main>
)
