import { reading, type Reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatDate, type LegalDay } from '../calendar/days'
import { Refusal } from '../refusal'
import { day, long, text, type SettingForm } from '../settings/fields'
import { demandOwnDistrict } from '../settings/period-page.server'
import { placeNames } from './template-words'
import { isTemplate, templateCodes, templateOf, type TemplateCode } from './templates'

type Version = { code: string; version: number; text: string; owner: string; from: LegalDay; by: string | null }

/** The versions that the district wrote, of one text or of all, the newest first. */
export const versionsOf = (tx: Reading, code: TemplateCode | null = null) => tx.$queryRaw<Version[]>`
  select t.code, t.version, t.text, t.owner, to_char(t.valid_from, 'YYYY-MM-DD') as "from", a.name as by
  from message_template t left join account a on a.id = t.recorded_by_id where ${code}::text is null or t.code = ${code}
  order by t.code, t.version desc limit 1000`

const inForce = (rows: readonly Version[], code: string, today: LegalDay) => rows.find((row) => row.code === code && row.from <= today)

/** A new version holds from today at the earliest, and not before the one that it replaces. */
export const earliestAfter = (rows: readonly Version[], today: LegalDay): LegalDay =>
  rows.reduce((latest, { from }) => (from > latest ? from : latest), today)

/** Every text as it is sent now. Throws Refusal notFound. */
export async function templateList(actor: Person, now = new Date()) {
  await demandOwnDistrict(reading, actor, 'messages')
  const rows = await versionsOf(reading)
  return templateCodes.map((code) => {
    const own = inForce(rows, code, dayIn(now))
    const { label, text } = templateOf(code)
    return { code, href: `/settings/messages/${code}`, label, text: own?.text ?? text, owner: own?.owner ?? '系统自带' }
  })
}

/** One text: what it says now, the form of its next version, and those before. Throws Refusal notFound. */
export async function templatePage(actor: Person, code: string, now = new Date()) {
  await demandOwnDistrict(reading, actor, 'messages')
  if (!isTemplate(code)) throw new Refusal('notFound', '没有这种短信')
  const rows = await versionsOf(reading, code)
  const today = dayIn(now)
  const { label, text: given } = templateOf(code)
  const current = inForce(rows, code, today)
  const places = placeNames(code)
  const form: SettingForm & { aside: { intent: string; label: string } } = {
    act: 'template',
    title: '改写',
    note: `不能写是什么事、和谁、在哪里：旁人会看到。${places ? `可以填的：${places}。` : '这条里没有要填的内容。'}`,
    fields: [
      long('text', '短信内容', { value: (rows[0] ?? current)?.text ?? given }),
      text('owner', '谁负责', { value: rows[0]?.owner ?? '', hint: '哪个单位、哪位负责人定的' }),
      day('from', '从哪天起', { value: earliestAfter(rows, today) }),
    ],
    submit: '从那天起这样发',
    aside: { intent: 'preview', label: '看看发出去的样子' },
    seen: String(rows[0]?.version ?? 0),
  }
  return {
    code,
    title: label,
    text: current?.text ?? given,
    form,
    versions: [
      ...rows.map(({ version, text: words, owner, from, by }) => ({
        id: String(version),
        text: words,
        who: [owner, by && `${by}记`].filter(Boolean).join('，'),
        from: `${formatDate(from)}起`,
        now: version === current?.version,
      })),
      { id: '0', text: given, who: '系统自带', from: '', now: current === undefined },
    ],
  }
}
