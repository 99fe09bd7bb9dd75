import { dayIn, formatTime } from '../../calendar/days'
import { decrypt } from '../../privacy/cipher.server'
import { openDataKey } from '../../privacy/data-key.server'
import { maskPhone } from '../../privacy/masking'
import { intakeChannels } from '../../words/sources'
import { labelOf } from '../../words/words'
import { shortDay } from './deadlines'
import type { MergedRow } from './file-merged'
import type { DisputePage } from './open.server'
import { sideWord, type SideWords } from './parties.server'

/** A registration that rests in this file, as whoever handles it reads it. */
export type MergedWords = {
  id: string
  number: string
  /** Its own page, for who may open that too. */
  href?: string
  head: string
  facts: string
  sides: SideWords[]
  files: { href: string; label: string }[]
}

/** Who sees every dispute of the area sees the resting one as well. */
const opens: readonly string[] = ['triage', 'duty', 'bureau']

function sideOf({ dispute, sight }: DisputePage, row: MergedRow, side: string): SideWords {
  const own = row.parties.filter((party) => party.side === side)
  const key = own.some(({ phone }) => phone) ? openDataKey(row.dataKey, row.id) : null
  return {
    role: sideWord(side, dispute.source),
    names: own.map(({ name, addressText }) => [name, addressText].filter(Boolean).join('，')).join('；'),
    masked: own.flatMap(({ id, name, phone }) => {
      if (!phone || !key) return []
      const masked = maskPhone(decrypt(phone, key, { table: 'party', column: 'phone_cipher', rowId: id }))
      const href = sight.reveal ? { href: `/disputes/${dispute.id}/reveal?of=party&id=${id}&field=phone` } : {}
      return [{ label: `${name}的电话`, masked, ...href }]
    }),
  }
}

/** 并入的登记: facts, people, pictures and who reported, each as it was told. */
export const mergedOf = (page: DisputePage): MergedWords[] =>
  page.rows.merged.map((row) => {
    const at = new Date(row.registeredAt)
    const head = [`${shortDay(dayIn(at), page.today)} ${formatTime(at)}登记`, labelOf(intakeChannels, row.intake), row.registrar]
    return {
      id: row.id,
      number: row.number,
      ...(page.sight.viewers.some((viewer) => opens.includes(viewer)) && { href: `/disputes/${row.id}` }),
      head: head.filter(Boolean).join('，'),
      facts: row.facts ?? '',
      sides: [...new Set(row.parties.map(({ side }) => side))].map((side) => sideOf(page, row, side)),
      files: row.files
        .filter(({ kind }) => kind !== 'identity')
        .map(({ id, mime }, at) => ({ href: `/files/${id}`, label: `${mime.startsWith('image/') ? '照片' : '文件'} ${at + 1}` })),
    }
  })
