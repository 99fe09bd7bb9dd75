import { useLoaderData, useOutletContext } from '@remix-run/react'
import { demand } from '#app/domain/dispute/show/open.server'
import { logOf } from '#app/domain/dispute/show/log'
import { pathOf, sumsOf } from '#app/domain/dispute/show/path'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { DisputeColumns, type NextStepsData } from '#ui/dispute/frame'
import { DisputeLog } from '#ui/dispute/log'
import { Panel } from '#ui/panel'
import { PathList } from '#ui/path/list'
import { PathMap } from '#ui/path/map'

/** 路径: every station: who, when, why, how long; requests beside the line; then everything that was written, newest first. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  demand(!page.sight.sealed)
  const written = logOf(page).filter(({ said, note, corrected }) => said.length > 0 || note || corrected)
  const { id } = page.dispute
  return {
    path: pathOf(page),
    sums: sumsOf(page),
    written,
    print: `/disputes/${id}/path/print`,
    routing: page.sight.staffNotes ? `/disputes/${id}/routing` : null,
  }
})

export default function Path() {
  const { path, sums, written, print, routing } = useLoaderData<typeof loader>()
  const next = useOutletContext<NextStepsData>()
  const main = (
    <>
      <Panel
        title="一站式路径"
        side={
          <>
            {routing && <a href={routing}>当时的分流建议</a>}　<a href={print}>打印</a>
          </>
        }
      >
        <PathMap path={path} most={40} />
        <PathList path={path} />
        <p className="small quiet sums-line">
          <span>天数是距上一站的日历天数</span>
          {sums.map(({ label, days, note }) => (
            <span key={label}>
              {label} <b>{days}</b>
              {note && `，${note}`}
            </span>
          ))}
        </p>
      </Panel>
      {written.length > 0 && (
        <Panel title="写下的话" id="log" side="办理人写的、补记的、更正的">
          <DisputeLog lines={written} />
        </Panel>
      )}
    </>
  )
  return <DisputeColumns next={next} main={main} />
}
