import { useNonce } from '#ui/nonce'
import kept from '../browser/kept.js?url'
import page from '../browser/keep-page.js?url'
import pieces from '../browser/pieces.js?url'
import keep from '../browser/keep.js?url'
import same from '../browser/same.js?url'

/** The scripts of a form that is kept in the browser until the system has it (U9), each after the one that it needs; of whom. */
export function Keep({ account }: { account: string }) {
  const nonce = useNonce()
  return (
    <>
      <script src={kept} data-account={account} defer nonce={nonce} />
      <script src={page} defer nonce={nonce} />
      <script src={pieces} defer nonce={nonce} />
      <script src={keep} defer nonce={nonce} />
    </>
  )
}

/** The script that asks, while one types who has a quarrel with whom, whether it is registered already. */
export function AskSame() {
  const nonce = useNonce()
  return <script src={same} defer nonce={nonce} />
}
