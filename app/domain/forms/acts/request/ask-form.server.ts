import { mayWhistle } from '../../../dispute/permissions'
import { advisersNear } from '../../../roll/advisers.server'
import { bodyKinds, requestRoles } from '../../../words/body-kinds'
import { sides, tellings } from '../../../words/parties'
import { labelOf } from '../../../words/words'
import { bodiesFor, bodyGroups } from '../../bodies.server'
import { when } from '../../common'
import type { Asking, FormPage } from '../../define'
import { calm, choicesOf, day, group, hidden, long, row, select, text, type FormField } from '../../field-data'
import { handingFields } from '../../handing-fields'
import { partiesOf } from '../../people.server'
import { nameOf, type Open } from './open-ones.server'

/** Where the desk goes on from here: what is asked already, and 吹哨 for who may. */
async function elsewhere({ actor, dispute }: Asking, open: Open[]): Promise<FormField[]> {
  const at = `/disputes/${dispute.id}/do/request`
  const links = await Promise.all(open.map(async (one) => ({ label: `${await nameOf(one)}：答复、撤回`, href: `${at}?request=${one.id}` })))
  const whistle = mayWhistle(actor, dispute.handling) ? [{ label: '吹哨：一次请几个部门到场', href: `${at}?kind=whistle` }] : []
  return [
    ...(links.length ? [{ kind: 'say' as const, tone: 'calm' as const, title: '正在协办', lines: [], links }] : []),
    ...(whistle.length ? [{ kind: 'say' as const, tone: 'calm' as const, title: '要几个部门一起来', lines: [], links: whistle }] : []),
  ]
}

/** One body of the register, or somebody from outside (Art. 20), is asked to help or to mediate together. */
export async function askForm(asking: Asking, open: Open[]): Promise<FormPage> {
  const { dispute, now, query } = asking
  const parties = await partiesOf(dispute.id)
  const joint = query.get('kind') === 'joint'
  const advisers = joint ? [] : await advisersNear(dispute.townshipId, now)
  return {
    title: joint ? '请求联合调解' : '请求协办',
    submit: '发出',
    fields: [
      ...(await elsewhere(asking, open)),
      ...(joint ? [hidden('kind', 'joint')] : []),
      select('bodyId', '请哪个单位', bodyGroups(await bodiesFor(dispute)), { none: '名录里没有，写在下面' }),
      row(
        text('outsideName', '名录以外的单位或人', { later: '没有就空着' }),
        select('outsideKind', '是什么单位', choicesOf(bodyKinds), { none: '不清楚' }),
      ),
      ...(advisers.length ? [select('registrantId', '或者请法律明白人、法律顾问', advisers, { none: '不请' })] : []),
      select('role', '请它做什么', choicesOf(requestRoles), { none: '请选', ...(joint && { value: 'joint' }) }),
      long('asked', '具体请求', { hint: '只写对方需要知道的；不写双方的让步' }),
      group(
        '各方当事人同意邀请吗',
        parties.flatMap(({ id, name, side }, at) => [
          hidden(`agreed[${at}].partyId`, id),
          select(`agreed[${at}].how`, `${name}（${labelOf(sides, side)}）`, choicesOf(tellings), { none: '没有问，或者不同意' }),
        ]),
        '请名录以外的人才填：要各方都同意（人民调解法第20条），填怎么同意的。发出以后，给他一个一次性链接',
      ),
      day('answerBy', '哪天前答复', { later: '没有期限就空着' }),
      ...handingFields(parties, '发出以前，'),
      calm(
        '发出以后',
        joint
          ? '对方的调解员可以一起指派到这一件，负责人在协办期间看得到；调解记录和协议书写明联合调解的单位。主办的还是现在的承办组织。'
          : '对方只看得到这一件，办完就不再看到。纠纷还在原来的人手里，期限照常走。',
      ),
      when(now),
    ],
  }
}
