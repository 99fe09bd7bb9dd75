import { literal, read, reading } from '#app/db/client.server'
import { hasGateway } from '#app/services/sms.server'
import { roleLabels, type Person, type Role } from '../actor'
import { formatInstant } from '../calendar/days'
import { isId } from '../id'
import { phoneOf } from '../people/accounts.server'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { maskPhone } from '../privacy/masking'
import { demandOwnDistrict } from '../settings/period-page.server'
import { textFailures, textStatuses } from '../words/texts'
import { isCode, labelOf } from '../words/words'
import { isTemplate, templateOf } from './templates'

const pageSize = 50

type Row = {
  id: string
  template: string
  drill: boolean
  status: keyof typeof textStatuses
  failure: string | null
  text: string | null
  queuedAt: Date
  sentAt: Date | null
  receiptAt: Date | null
  accountId: string | null
  accountPhone: string | null
  role: Role | null
  partyId: string | null
  partyPhone: string | null
  disputeId: string | null
  dataKey: string | null
}

/** Never a name: the role, and the number with its middle cut. */
function receiverOf({ accountId, accountPhone, role, partyId, partyPhone, disputeId, dataKey }: Row): string {
  if (accountId)
    return `${role ? roleLabels[role] : '工作人员'} ${accountPhone ? maskPhone(phoneOf({ id: accountId, phoneCipher: accountPhone })) : ''}`
  if (!partyId || !partyPhone || !disputeId || !dataKey) return '当事人'
  const place = { table: 'party', column: 'phone_cipher', rowId: partyId }
  return `当事人 ${maskPhone(decrypt(partyPhone, openDataKey(dataKey, disputeId), place))}`
}

/** Without a gateway, what would have been handed over was written down here. */
const statusWords = () => (hasGateway() ? textStatuses : { ...textStatuses, sent: { label: '只记在本机' } })

const tones = { queued: undefined, sent: undefined, delivered: 'done', failed: 'danger' } as const

function lineOf(row: Row) {
  const { id, template, drill, status, failure, text, queuedAt, sentAt, receiptAt } = row
  return {
    id,
    to: receiverOf(row),
    drill,
    about: isTemplate(template) ? templateOf(template).label : template,
    text: text ?? '',
    status: statusWords()[status].label,
    tone: tones[status],
    why: failure ? labelOf(textFailures, failure) : '',
    at: formatInstant(receiptAt ?? sentAt ?? queuedAt),
  }
}

/** The text messages of late, by key, of one state where the address names one. Throws Refusal notFound. */
export async function sentTexts(actor: Person, params: URLSearchParams) {
  await demandOwnDistrict(reading, actor, 'messages')
  const [asked, after] = [params.get('status') ?? '', params.get('after') ?? '']
  const status = isCode(textStatuses, asked) ? asked : null
  const rows = await read<Row[]>`
    select t.id, t.template, t.drill, t.status, t.failure, t.text, t.queued_at as "queuedAt", t.sent_at as "sentAt", t.receipt_at as "receiptAt",
      c.id as "accountId", c.phone_cipher as "accountPhone", (select s.role from post s where s.account_id = c.id order by s.id limit 1) as role,
      p.id as "partyId", p.phone_cipher as "partyPhone", d.id as "disputeId", d.data_key as "dataKey"
    from text_message t left join account c on c.id = t.account_id left join party p on p.id = t.party_id left join dispute d on d.id = p.dispute_id
    where (${status}::"TextStatus" is null or t.status = ${status}::"TextStatus") and (${isId(after) ? after : null}::uuid is null or t.id < ${isId(after) ? after : null}::uuid)
    order by t.id desc limit ${literal(pageSize + 1)}`
  const shown = rows.slice(0, pageSize)
  const address = (at: string | null, of = status) => {
    const query = new URLSearchParams({ ...(of && { status: of }), ...(at && { after: at }) }).toString()
    return query ? `/settings/messages?${query}` : '/settings/messages'
  }
  const tab = (label: string, of: typeof status) => ({ label, href: address(null, of), current: of === status })
  return {
    rows: shown.map(lineOf),
    tabs: [tab('全部', null), ...Object.entries(statusWords()).map(([code, { label }]) => tab(label, code as keyof typeof textStatuses))],
    local: !hasGateway(),
    first: isId(after) ? address(null) : undefined,
    next: rows.length > pageSize ? address(shown.at(-1)?.id ?? null) : undefined,
  }
}
