import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A way to send text messages; `send` returns when the other side has taken the message, and throws otherwise. */
export interface TextMessages {
  send(to: string, text: string): Promise<void>
}

const patience = 10_000

/**
 * A provider's gateway over HTTPS: POST of `{ phone, text }` as JSON with the key as bearer; any 2xx is taken. What a provider
 * wants otherwise is said in its own adapter in front of it.
 */
export function gateway(address: string, key: string): TextMessages {
  return {
    async send(phone, text) {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
        body: JSON.stringify({ phone, text }),
        signal: AbortSignal.timeout(patience),
      })
      // The address may hold a secret and the body a number: neither is in what is thrown.
      if (!answer.ok) throw new Error(`the text message gateway answered ${answer.status}`)
    },
  }
}

/** Where no gateway is set: nothing leaves the machine; a line for each message, its number cut, is kept to be looked at. */
export function outbox(file: string): TextMessages {
  return {
    async send(phone, text) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await appendFile(file, `${JSON.stringify({ at: new Date().toISOString(), to: `…${phone.slice(-4)}`, text })}\n`, { mode: 0o600 })
    },
  }
}

/** What this installation sends with: SMS_GATEWAY and SMS_KEY, or the outbox beside the files. */
export function textMessages(): TextMessages {
  const { SMS_GATEWAY: address, SMS_KEY: key, FILES_DIR: files } = process.env
  if (address && key) return gateway(address, key)
  return outbox(join(files || '.data/files', '..', 'text-messages.jsonl'))
}
