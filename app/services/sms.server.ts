import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { signed } from './signature.server'

/** `id` is the message's own, the same at every attempt: whoever takes it twice sends it once. */
export type TextToSend = { id: string; phone: string; text: string }

/** A way to send text messages; `send` answers the other side's id once it has taken the message, and throws otherwise. */
export interface TextMessages {
  send(message: TextToSend): Promise<string | null>
}

/** The other side will not take this message, and will not take it later either. */
export class TextRefused extends Error {}

const patience = 10_000
/** A number or a text that is not taken. Whatever else goes wrong may be right at the next attempt. */
const refusals = [400, 404, 410, 422]

/** `{ id }` of an answer, where there is one; a gateway that answers nothing has taken the message all the same. */
const idIn = (answer: unknown): string | null => {
  const id = answer && typeof answer === 'object' && 'id' in answer ? answer.id : null
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 100) : null
}

/**
 * A provider's gateway over HTTPS: POST of `{ id, phone, text }` as JSON, signed (X-Timestamp, X-Nonce, X-Signature), under
 * an Idempotency-Key; any 2xx is taken. What a provider wants otherwise is said in its own adapter in front of it.
 */
export function gateway(address: string, key: string): TextMessages {
  return {
    async send({ id, phone, text }) {
      const body = JSON.stringify({ id, phone, text })
      const { timestamp, nonce, signature } = signed(key, body)
      const headers = { 'X-Timestamp': timestamp, 'X-Nonce': nonce, 'X-Signature': signature, 'Idempotency-Key': id }
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      }).catch((error: unknown) => {
        // The address may hold a secret, and what was thrown names it.
        throw new Error(
          `the text message gateway ${error instanceof Error && error.name === 'TimeoutError' ? 'is silent' : 'is not reached'}`,
        )
      })
      // Nor does the answer's body, which may repeat the number, stand in what is thrown.
      if (refusals.includes(answer.status)) throw new TextRefused(`the text message gateway refused: ${answer.status}`)
      if (!answer.ok) throw new Error(`the text message gateway answered ${answer.status}`)
      return idIn(await answer.json().catch(() => null))
    },
  }
}

/** Where no gateway is set: nothing leaves the machine; a file for each message, its number cut, is kept to be looked at. */
export function outbox(folder: string): TextMessages {
  return {
    async send({ id, phone, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `.${randomBytes(8).toString('hex')}`)
      const line = { id, at: new Date().toISOString(), to: `…${phone.slice(-4)}`, text }
      await writeFile(draft, `${JSON.stringify(line)}\n`, { mode: 0o600 })
      // Whole or not at all, and a repeat leaves the first as it is.
      await link(draft, join(folder, `${id}.json`)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
      await rm(draft, { force: true })
      return null
    },
  }
}

/** Whether messages leave this machine. */
export const hasGateway = (): boolean => Boolean(process.env.SMS_GATEWAY && process.env.SMS_KEY)

/** What this installation sends with: SMS_GATEWAY and SMS_KEY, or the outbox beside the files. */
export function textMessages(): TextMessages {
  const { SMS_GATEWAY: address, SMS_KEY: key, FILES_DIR: files } = process.env
  if (address && key) return gateway(address, key)
  return outbox(join(files || '.data/files', '..', 'text-messages'))
}
