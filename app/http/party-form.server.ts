import { doAsParty, isPartyAct } from '#app/domain/party-page/acts.server'
import { formToken } from '#app/domain/party-page/own.server'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { picturesIn } from './pictures.server'

/** What the party's forms carry: a token of this browser's ticket, and a key that makes two presses one. */
export const partyBase = (ticket: string) => ({ csrf: formToken(ticket), key: newId() })

/** What a refused message of a party goes back with. */
export type PartyReply = {
  intent: string
  questionId?: string
  text: string
  problem: string
  field?: string
  status: number
  fromDay?: string
  toDay?: string
}

/** What was typed under a name, cut at a limit where one is given; a file or nothing is an empty text. */
export const textIn = (form: FormData, name: string, limit?: number): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, limit) : ''
}

/** Does what the party's page sent; null when it was done, else why not with what was typed. */
export async function answerParty(form: FormData, ticket: string | null, from: string): Promise<PartyReply | null> {
  const days = { fromDay: textIn(form, 'fromDay', 10), toDay: textIn(form, 'toDay', 10) }
  const [intent, text, questionId] = [textIn(form, 'intent'), textIn(form, 'text'), textIn(form, 'questionId')]
  try {
    if (!isPartyAct(intent)) throw new Refusal('invalid', '页面不完整，请重新打开再办')
    const photos = (await picturesIn(form, 'photos', 'photo')).map(({ bytes }) => bytes)
    await doAsParty({ ticket, token: form.get('csrf'), key: form.get('key'), act: intent, text, questionId, days, photos, from })
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const [field, words] = Object.entries(error.fields)[0] ?? []
    const { status, message } = error
    return { intent, text, status, problem: words ?? message, ...days, ...(questionId && { questionId }), ...(field && { field }) }
  }
}
