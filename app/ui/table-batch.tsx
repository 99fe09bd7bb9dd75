import type { ReactNode } from 'react'
import { Notice } from './problem'
import { TablePage, type Looking } from './table-page'

type Does = 'none' | 'change' | 'make' | 'same'
type Sheet = {
  id: string
  step: 'look' | 'sure' | 'done' | 'undo' | 'undone'
  sums: Readonly<Record<Does, number>>
  total: number
  rows: readonly { row: number; cells: readonly string[]; tone: 'good' | 'look' | 'bad'; words: string; href?: string | undefined }[]
  first: string | null
  next: string | null
  until: string | null
  obstacles: readonly string[]
}

type Words = {
  title: string
  /** What a row is: 个组织, 人 */
  unit: string
  at: string
  back: { label: string; href: string }
  template: string
  note: string
}

const sumWords = ({ make, change, same, none }: Sheet['sums'], unit: string) =>
  `新增 ${make} ${unit}，改动 ${change} ${unit}，没有变化 ${same} 行，有问题 ${none} 行`

/** What may be done with a sheet in each step: looked at, asked once more, taken back. */
function lookingAt({ id, step, sums, until, obstacles }: Sheet, { unit, at, back }: Words): Looking | null {
  const here = `${at}?sheet=${id}`
  const counted = sums.make + sums.change
  const again = { label: '重新上传', href: at }
  if (step === 'look')
    return {
      title: sumWords(sums, unit),
      notes: sums.none > 0 ? '有问题的不导入；改好可以把整张表再传一次，已经一样的会认出来。' : '这一步还什么都没有改。',
      next: counted ? { label: '核对好了，下一步', href: `${here}&step=sure` } : null,
      links: [again, back],
    }
  if (step === 'sure')
    return {
      title: `确定新增 ${sums.make} ${unit}、改动 ${sums.change} ${unit}？`,
      notes: '按下就写进去。改动的照下面每一行；有问题和没有变化的行不动。',
      submit: `确定导入 ${counted} 行`,
      links: [{ label: '再看一遍', href: here }],
    }
  if (step === 'undo' && obstacles.length === 0)
    return {
      title: `整批撤回：去掉新增的 ${sums.make} ${unit}，改动的 ${sums.change} ${unit}恢复原样`,
      notes: '要么全部撤回，要么一行也不动。撤回以后不能再恢复，只能重新导入。',
      submit: '整批撤回',
      grave: true,
      links: [{ label: '不撤回', href: here }],
    }
  if (step === 'done' && until)
    return { title: `${until}前可以整批撤回，有了依赖的就不能`, links: [{ label: '整批撤回……', href: `${here}&step=undo` }, again] }
  return null
}

const Obstacles = ({ obstacles, here }: { obstacles: readonly string[]; here: string }) => (
  <Notice title="现在不能撤回">
    <ul>
      {obstacles.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
    要改的请一项一项改。<a href={here}>回到这份表</a>
  </Notice>
)

const Lately = ({ lately }: { lately: readonly { href: string; when: string; undone: boolean }[] }) =>
  lately.length === 0 ? null : (
    <section>
      <h2>我最近导入的</h2>
      <ul>
        {lately.map(({ href, when, undone }) => (
          <li key={href}>
            <a href={href}>{when}</a> {undone && <span className="quiet">已撤回</span>}
          </li>
        ))}
      </ul>
    </section>
  )

const doneWords = ({ step, sums }: Sheet, { unit, back }: Words, list: ReactNode) => {
  if (step === 'undone') return { title: '这一批已经整批撤回', words: list }
  if (step !== 'done') return null
  return { title: `导入好了：新增 ${sums.make} ${unit}，改动 ${sums.change} ${unit}`, words: <a href={back.href}>看{back.label}</a> }
}

/** TableBatch {page base problem? wrong? words again?}: a table that is taken in as a batch: sent, looked at, asked once more, done, taken back. */
export function TableBatch({
  page,
  base,
  problem,
  wrong,
  words,
  again,
}: {
  page: {
    heads: readonly string[]
    most: number
    days: number
    sheet: Sheet | null
    lately: readonly { href: string; when: string; undone: boolean }[]
  }
  base: Readonly<Record<string, string | number | undefined>>
  problem?: string | null | undefined
  wrong?: readonly string[] | undefined
  words: Words
  /** It was to be written, and something had changed since it was looked at. */
  again?: boolean
}) {
  const { sheet, heads, most, days } = page
  const { title, at, back, template, note } = words
  const list = <a href={back.href}>回到{back.label}</a>
  return (
    <TablePage
      head={
        <>
          <p className="small">
            <a href={back.href}>‹ {back.label}</a>
          </p>
          <h1>{title}</h1>
          {again && <Notice title="您看过以后，有几行的情况变了">还没有导入。请看过下面新的答复，再按下一步。</Notice>}
        </>
      }
      problem={problem}
      wrong={wrong}
      base={{ ...base, ...(sheet && { step: sheet.step }) }}
      heads={heads}
      sheet={sheet && { ...sheet, bad: sheet.sums.none }}
      sending={
        sheet
          ? null
          : {
              template,
              hint: `一次最多 ${most} 行，.xlsx，不超过 2 MB`,
              note: `${note}上传后先逐行核对，您确认了才写。导入以后 ${days} 天内可以整批撤回。`,
              links: [back],
            }
      }
      looking={sheet && lookingAt(sheet, words)}
      done={sheet && doneWords(sheet, words, list)}
      after={!sheet && <Lately lately={page.lately} />}
    >
      {sheet?.step === 'undo' && sheet.obstacles.length > 0 && <Obstacles obstacles={sheet.obstacles} here={`${at}?sheet=${sheet.id}`} />}
    </TablePage>
  )
}
