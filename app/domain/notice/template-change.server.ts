import type { Tx } from '#app/db/client.server'
import { dateOf, dayIn, formatDate } from '../calendar/days'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, demandFresh, type Setting } from '../settings/act.server'
import { demandOwnDistrict } from '../settings/period-page.server'
import type { TemplateForm } from './template-form'
import { earliestAfter, versionsOf } from './template-page.server'
import { problemsOf } from './template-words'
import { isTemplate } from './templates'

/** A place, a body or a colleague that the text names; the district itself may be named. */
async function namedIn(tx: Tx, text: string): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    with names as (
      select name from area where level <> 'district' union select regexp_replace(name, '(街道|镇|乡|社区|村委会|村)$', '') from area where level <> 'district'
      union select name from body union select name from account)
    select name from names where length(name) > 1 and position(name in ${text}) > 0 order by length(name) desc limit 1`
  return row?.name
}

/**
 * A new version of a text from a day on; messages that are sent before keep the old one. What gives away a dispute is refused with a
 * sentence that says why (U35). Throws Refusal: notFound, stale, invalid. Answers its number; undefined where the form was answered
 * before.
 */
export const changeTemplate = (setting: Setting, code: string, form: TemplateForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    await demandOwnDistrict(tx, actor, 'messages')
    if (!isTemplate(code)) throw new Refusal('notFound', '没有这种短信')
    // Two at once take turns: the second finds that it is stale.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('message_template'))`
    const rows = await versionsOf(tx, code)
    demandFresh(setting.seen, String(rows[0]?.version ?? 0))
    const [problem] = problemsOf(code, form.text)
    if (problem) throw wrong('text', problem)
    const name = await namedIn(tx, form.text)
    if (name) throw wrong('text', `不能写“${name}”：地名、组织名、人名会让旁人知道是什么事`)
    const earliest = earliestAfter(rows, dayIn(now))
    if (form.from < earliest) throw wrong('from', `最早从${formatDate(earliest)}起`)
    const version = (rows[0]?.version ?? 0) + 1
    await tx.messageTemplate.create({
      data: {
        id: newId(),
        code,
        version,
        text: form.text,
        owner: form.owner,
        recordedById: actor.accountId,
        recordedAt: now,
        validFrom: dateOf(form.from),
      },
    })
    await record('message.template', { kind: 'account', id: actor.accountId }, { code, version, from: form.from })
    return version
  })
