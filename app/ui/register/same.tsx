import { Button } from '../buttons'
import { Choices } from '../choices'
import { Hidden, TextField } from '../field'
import { chosen, countOf, textOf, wire, type Sheet } from './typed'

export type SameOne = { id: string; number: string; place: string; day: string; visible: boolean; reasons: readonly string[] }

const One = ({ sheet, one, at, last }: { sheet: Sheet; one: SameOne; at: number; last: boolean }) => {
  // What was decided stands by the other's id, wherever it stood in the list.
  const known = Array.from({ length: countOf(sheet.values, 'duplicates') }, (_, row) => `duplicates[${row}]`).find(
    (row) => textOf(sheet.values, `${row}.otherId`) === one.id,
  )
  const name = `duplicates[${at}]`
  return (
    <div className="row-of">
      <Hidden values={{ [`${name}.otherId`]: one.id }} />
      <p>
        <b className="num">{one.number} 号</b>，{one.day}，{one.place}。
        {one.visible && (
          <a href={`/disputes/${one.id}`} target="_blank" rel="noreferrer">
            打开看看（新窗口）
          </a>
        )}
      </p>
      {one.reasons.length > 0 && <p className="hint">{one.reasons.join('，')}</p>}
      <Choices
        {...chosen(sheet, `${name}.same`)}
        chosen={known ? textOf(sheet.values, `${known}.same`) : undefined}
        legend="是同一件吗"
        choices={[
          { value: 'no', label: '不是同一件' },
          { value: 'yes', label: '是同一件' },
        ]}
      />
      <TextField
        {...wire(sheet, `${name}.why`)}
        defaultValue={known ? textOf(sheet.values, `${known}.why`) : ''}
        label="为什么这样看"
        later
        autoComplete="off"
      />
      {last && one.visible && (
        <Button name="go" value={`note-${one.id}`}>
          是同一件：补充到 {one.number} 号，不再登记
        </Button>
      )}
      {last && !one.visible && <p className="hint">那一件不由您办理。选“是同一件”再登记，分流岗会并到一起。</p>}
    </div>
  )
}

/** Same {sheet ones last}: disputes that may be the same one: number, place and day, and the decision with its reason. */
export function Same({ sheet, ones, last }: { sheet: Sheet; ones: readonly SameOne[]; last: boolean }) {
  if (ones.length === 0) return null
  return (
    <section className="notice" id="same" aria-labelledby="same-title">
      <h2 id="same-title">可能是同一件事</h2>
      {sheet.errors.duplicates && <p className="error">{sheet.errors.duplicates.join('；')}</p>}
      {ones.map((one, at) => (
        <One key={one.id} sheet={sheet} one={one} at={at} last={last} />
      ))}
      <Hidden values={{ doubted: 'yes' }} />
    </section>
  )
}

/** LikelySame {ask}: a quiet line under the parties, filled by script while one types; without script the next page asks the same. */
export const LikelySame = ({ ask }: { ask: string }) => (
  <div className="likely" data-likely={ask} role="status" hidden>
    <p className="likely-title">可能已经登记过，填完再核对：</p>
    <ul />
  </div>
)
