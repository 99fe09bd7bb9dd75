import { dayIn } from '../../calendar/days'
import { decrypt } from '../../privacy/cipher.server'
import { openDataKey } from '../../privacy/data-key.server'
import { maskDoor, maskIdentityNumber, maskPhone } from '../../privacy/masking'
import {
  credentials,
  languages,
  noticeHows,
  partyKinds,
  representatives,
  rosterUnits,
  sides,
  tellings,
  willingness,
} from '../../words/parties'
import { labelOf } from '../../words/words'
import { shortDay } from './deadlines'
import type { HelperRow, PartyRow } from './file'
import type { DisputePage } from './open.server'

export type MaskedWords = { label: string; masked: string; href?: string }
export type PartyWords = {
  id: string
  role: string
  name: string
  about?: string
  willing: { word: string; tone?: 'due' | 'done' }
  masked: MaskedWords[]
  rows: { label: string; value: string }[]
  helpers: { id: string; text: string; masked?: MaskedWords }[]
  left?: string
}

const secret = {
  phone: { label: '电话', column: 'phone_cipher', mask: maskPhone },
  idNumber: { label: '证件号码', column: 'id_cipher', mask: maskIdentityNumber },
  door: { label: '门牌', column: 'door_cipher', mask: maskDoor },
  awayContact: { label: '离开后联系', column: 'away_contact_cipher', mask: maskDoor },
} as const

type Secret = keyof typeof secret

/** Masks with the dispute's own key, opened once for a page. */
function masker({ dispute, sight }: DisputePage) {
  let key: ReturnType<typeof openDataKey> | undefined
  return (of: 'party' | 'party_helper', rowId: string, field: Secret, cipher: string | null): MaskedWords[] => {
    if (!cipher) return []
    key ??= openDataKey(dispute.dataKey, dispute.id)
    const { label, column, mask } = secret[field]
    const masked = mask(decrypt(cipher, key, { table: of, column, rowId }))
    return [{ label, masked, ...(sight.reveal && { href: `/disputes/${dispute.id}/reveal?of=${of}&id=${rowId}&field=${field}` }) }]
  }
}

/** 申请人; found by the committee itself there is none: 当事人甲、乙. */
export const sideWord = (side: string, source: string): string =>
  side in sides ? sides[side as keyof typeof sides][source === 'ownInitiative' ? 'neutral' : 'label'] : side

const tones: Record<string, 'due' | 'done' | undefined> = { willing: 'done', unwilling: 'due' }

const rosterWords = ({ rosterCount, rosterUnit, rosterEstimated, rosterRepresentatives }: PartyRow) =>
  rosterCount
    ? `${rosterEstimated ? '约 ' : ''}${rosterCount} ${labelOf(rosterUnits, rosterUnit ?? 'person')}${rosterRepresentatives ? `，推选代表 ${rosterRepresentatives} 人` : ''}`
    : ''

const helperWords = ({ role, name, relation, maySettle }: HelperRow) =>
  [`${labelOf(representatives, role)}：${name}`, relation, maySettle ? '可以和解' : ''].filter(Boolean).join('，')

function partyWords(page: DisputePage, party: PartyRow, mask: ReturnType<typeof masker>): PartyWords {
  const { dispute, today } = page
  const about = [
    party.roleText,
    party.kind === 'person' ? '' : labelOf(partyKinds, party.kind),
    rosterWords(party),
    party.minor ? '未成年' : '',
  ]
    .filter(Boolean)
    .join('，')
  const asked = party.willingAt
    ? `${shortDay(dayIn(new Date(party.willingAt)), today)}${party.willingHow ? labelOf(tellings, party.willingHow) : ''}问过`
    : ''
  const tone = tones[party.willing]
  return {
    id: party.id,
    role: sideWord(party.side, dispute.source),
    name: party.name,
    ...(about && { about }),
    willing: { word: labelOf(willingness, party.willing), ...(tone && { tone }) },
    masked: [
      ...mask('party', party.id, 'phone', party.phone),
      ...mask('party', party.id, 'idNumber', party.idNumber),
      ...mask('party', party.id, 'door', party.door),
      ...mask('party', party.id, 'awayContact', party.awayContact),
    ],
    rows: [
      { label: '证件', value: party.idKind ? labelOf(credentials, party.idKind) : '' },
      { label: '住址', value: party.addressText ?? '' },
      { label: '居住地', value: party.homeText ?? '' },
      { label: '语言', value: party.languages.map((code) => labelOf(languages, code)).join('、') },
      { label: '是否愿意', value: asked },
      {
        label: '收集告知',
        value: party.noticedAt
          ? `${shortDay(dayIn(new Date(party.noticedAt)), today)}${labelOf(noticeHows, party.noticedHow ?? '')}`
          : '还没有告知',
      },
      {
        label: '联系',
        value: [
          party.hidden ? '住址、电话、行踪对其他各方保密' : '',
          party.noSms ? '不可发短信' : '',
          party.safeContact ? '有安全联系方式，见说明' : '',
        ]
          .filter(Boolean)
          .join('，'),
      },
      { label: '说明', value: [party.safeContact, party.note].filter(Boolean).join('；') },
    ].filter(({ value }) => value !== ''),
    helpers: party.helpers.map((helper) => {
      const [masked] = mask('party_helper', helper.id, 'phone', helper.phone)
      return { id: helper.id, text: helperWords(helper), ...(masked && { masked }) }
    }),
    ...(party.leftAt && { left: `${shortDay(dayIn(new Date(party.leftAt)), today)}退出` }),
  }
}

/** Every party, in the order in which they were written down; numbers masked. */
export function partiesOf(page: DisputePage): PartyWords[] {
  const mask = masker(page)
  return page.rows.parties.map((party) => partyWords(page, party, mask))
}

export type SideWords = { role: string; names: string; masked: MaskedWords[] }

/** Each side in a line, for the corner of 概况: the names, and the first telephone. */
export function sidesOf(page: DisputePage, most = 4): SideWords[] {
  const mask = masker(page)
  const here = page.rows.parties.filter(({ leftAt }) => !leftAt)
  const names = [...new Set(here.map(({ side }) => side))]
  return names.map((side) => {
    const own = here.filter((party) => party.side === side)
    const shown = own
      .slice(0, most)
      .map((party) => `${party.name}${party.rosterCount ? `（${rosterWords(party)}）` : ''}`)
      .join('、')
    const first = own.find(({ phone }) => phone)
    return {
      role: sideWord(side, page.dispute.source),
      names: own.length > most ? `${shown}等 ${own.length} 名` : shown,
      masked: first ? mask('party', first.id, 'phone', first.phone) : [],
    }
  })
}
