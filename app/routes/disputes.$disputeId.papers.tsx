import { useLoaderData, useOutletContext } from '@remix-run/react'
import { demand } from '#app/domain/dispute/show/open.server'
import { papersOf } from '#app/domain/dispute/show/papers'
import { printsOf } from '#app/domain/paper/list.server'
import { provincePanel } from '#app/domain/province/panel.server'
import { disputePage } from '#app/http/dispute-page.server'
import { pageLoader } from '#app/http/handlers.server'
import { FileCheck } from '#ui/dispute/file-check'
import { DisputeColumns, type NextStepsData } from '#ui/dispute/frame'
import { ProvincePanel } from '#ui/dispute/province-panel'
import { Empty } from '#ui/empty'
import { Panel } from '#ui/panel'
import { PrintList } from '#ui/paper/print-list'
import { PhotoList } from '#ui/photo-list'

/** 文书卷宗: photographs, papers from elsewhere, related disputes, and whether the file is complete. */
export const loader = pageLoader(async (visit) => {
  const page = await disputePage(visit)
  demand(page.sight.sentAlong && !page.sight.sealed)
  const province = page.sight.staffNotes ? await provincePanel(page.actor, page.dispute.id) : null
  return { ...papersOf(page), prints: printsOf(page), province, at: `/disputes/${page.dispute.id}` }
})

export default function Papers() {
  const { photos, check, priors, links, prints, province, at } = useLoaderData<typeof loader>()
  const next = useOutletContext<NextStepsData>()
  const main = (
    <>
      <Panel title="照片、材料和录音" side={photos.length > 0 && `${photos.length} 份`}>
        {photos.length === 0 ? (
          <Empty title="还没有照片">登记、调解、签字、履行时拍的照片、收的材料和录音会放在这里。</Empty>
        ) : (
          <PhotoList photos={photos} />
        )}
      </Panel>
      <Panel title="打印文书" side="按案卷填好，签字盖章在纸上">
        <PrintList prints={prints} />
      </Panel>
      {priors.length > 0 && (
        <Panel title="前情">
          <ul className="links small">
            {priors.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Panel>
      )}
      {links.length > 0 && (
        <Panel title="关联纠纷">
          <ul className="links small">
            {links.map(({ id, text, href }) => (
              <li key={id}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
  const more = (
    <>
      <Panel title="案卷齐不齐" side="提示，不挡办理">
        <div className="stack">
          <FileCheck checks={check} />
          <p className="small">
            <a href={`${at}/path/print`}>打印一站式路径</a>
          </p>
        </div>
      </Panel>
      {province && <ProvincePanel province={province} />}
    </>
  )
  return <DisputeColumns next={next} main={main} more={more} />
}
