import { requestMachine, requestSteps } from '#machines/request.machine'
import { can } from '#machines/step'
import { lateWords, stepWords } from '../../../request/late-words'
import { answeringEvents, mostOfAnswer, speaksForAsked, stepsFor, type Answering } from '../../../request/steps.server'
import { requestRoles } from '../../../words/body-kinds'
import { requestKinds } from '../../../words/requests'
import { isCode, labelOf } from '../../../words/words'
import { when } from '../../common'
import type { Asking, FormPage } from '../../define'
import { calm, choice, choicesOf, hidden, long, type FormField } from '../../field-data'
import { filesField } from '../../file-fields'
import { nameOf, timedOf, type Open } from './open-ones.server'

/** The steps as the form offers them. */
export const stepWordsOf = {
  receive: { label: requestSteps.receive },
  arrive: { label: requestSteps.arrive },
  answer: { label: requestSteps.answer },
  refuse: { label: requestSteps.refuse },
  withdraw: { label: requestSteps.withdraw },
} as const satisfies Record<Answering, { label: string }>

const isStep = (name: string | null): name is Answering => name !== null && Object.hasOwn(stepWordsOf, name)

const asks: Record<Answering, { submit: string; hint?: string }> = {
  receive: { submit: '签收' },
  arrive: { submit: '登记到场' },
  answer: { submit: '答复', hint: '办了什么、结果怎样' },
  refuse: { submit: '答复不能办', hint: '写明原因，请求的人看得到' },
  withdraw: { submit: '撤回', hint: '为什么不用办了' },
}

const about = async (open: Open, now: Date): Promise<FormField> => {
  const timed = timedOf(open)
  const times = stepWords(timed, now)
  return calm(
    `请${await nameOf(open)}：${open.kind === 'help' ? '' : `${labelOf(requestKinds, open.kind)}，`}${isCode(requestRoles, open.roleText) ? requestRoles[open.roleText].label : open.roleText}`,
    open.askedText ?? '',
    times.length ? times.join('；') : '没有写答复的期限',
    ...lateWords(timed, now),
  )
}

const words = (name: Answering | null): FormField[] => {
  if (name === 'receive') return []
  if (name === 'arrive') return [long('text', '到了哪里、谁来的', { later: '可以空着' })]
  if (name) return [long('text', name === 'answer' ? '答复' : '原因', { hint: asks[name].hint ?? '' })]
  return [long('text', '答复', { hint: '答复、不能协办、撤回的，要写明', later: '签收、到场可以空着' })]
}

/**
 * The asked body receives, comes, answers with its papers or refuses; who asked takes it back, and writes down what was answered.
 * With `?step=` in the address only that step is asked: the desk's buttons lead there.
 */
export async function answerForm({ actor, query, now }: Asking, open: Open): Promise<FormPage> {
  const mine = stepsFor(actor, open).filter(
    (name) => can(requestMachine, open.status, {}, answeringEvents[name]) && !(name === 'arrive' && open.arrivedAt),
  )
  const own = speaksForAsked(actor, open)
  const asked = query.get('step')
  const one = isStep(asked) && mine.includes(asked) ? asked : null
  const files = one === null || one === 'answer'
  const behalf = open.bodyId !== null && !own ? [calm('替这个单位记下', '路径上会写明是代它登记的；谁答复的、怎么答复的，写在下面。')] : []
  return {
    title: one ? stepWordsOf[one].label : own ? '办理协办' : '协办的答复、撤回',
    submit: one ? asks[one].submit : '记下',
    fields: [
      await about(open, now),
      ...behalf,
      hidden('requestId', open.id),
      one
        ? hidden('step', one)
        : choice(
            'step',
            '怎么办',
            choicesOf(stepWordsOf).filter(({ value }) => mine.some((name) => name === value)),
            { layout: 'one', value: mine[0] ?? '' },
          ),
      ...words(one),
      ...(files ? [filesField(mostOfAnswer, '答复带的材料；')] : []),
      when(now),
    ],
  }
}
