import { ButtonLink } from '../buttons'
import { Elsewhere, type ElsewhereWords } from '../elsewhere'
import { Hidden, Suggestions } from '../field'
import { Notice } from '../problem'
import { type Reason, WhyList } from '../why-list'
import { insteadList, insteadReasons, Offer, type OfferTo, type Refused } from './offer-form'

export type CandidatesWords = {
  best: readonly OfferTo[]
  rest: readonly OfferTo[]
  unsuitable: readonly { id: string; name: string; href: string; reasons: readonly Reason[] }[]
  otherHref: string
  /** By which version of the rules, and where they are read. */
  version: string
  rulesHref: string
  /** Nobody has asked yet whether it is elsewhere (U5). */
  elsewhere: ElsewhereWords | null
}

const Unsuitable = ({ bodies }: { bodies: CandidatesWords['unsuitable'] }) => (
  <details className="candidate">
    <summary>不宜分流的 {bodies.length} 个，看原因</summary>
    {bodies.map(({ id, name, href, reasons }) => (
      <div key={id} className="not-fit">
        <a href={href}>{name}</a>
        <WhyList reasons={reasons} />
      </div>
    ))}
  </details>
)

/** Candidates {words base action? refused?}: who could take it, the fittest first, each with its reasons and its own button, in one form; those that cannot are folded with the reason why. Keys 1, 2, 3 go to the first three, 0 answers that it is nowhere else. */
export function Candidates({
  words,
  base,
  action,
  refused,
}: {
  words: CandidatesWords
  base: Readonly<Record<string, string | number | undefined>>
  action?: string | undefined
  refused?: Refused | undefined
}) {
  const inRest = words.rest.some(({ id }) => id === refused?.bodyId)
  return (
    <>
      <form method="post" action={action} aria-label="分流">
        <button className="unseen" name="intent" value="enter" tabIndex={-1} aria-hidden="true" />
        <Hidden values={base} />
        <Suggestions id={insteadList} words={insteadReasons} />
        {words.elsewhere && (
          <div className="candidate">
            <Elsewhere sheet={{ values: refused?.values ?? {}, errors: refused?.errors ?? {} }} words={words.elsewhere} hotkey="0" />
          </div>
        )}
        <header>
          <h2>建议承办组织</h2>
          <p className="small quiet">
            按<a href={words.rulesHref}>分流规则 {words.version} 版</a>；标“内部”的不告知当事人，其余都可以告知。由您决定，理由留存。
          </p>
        </header>
        {words.best.length === 0 && (
          <Notice title="无人可派" live>
            没有一个组织现在接得了，原因在下面。可以上报区级、请别的单位协办，或者请管理员补人员；分流岗和区级值班会收到提醒。
          </Notice>
        )}
        {words.best.map((body, at) => (
          <Offer
            key={body.id}
            body={body}
            best={at === 0}
            instead={at > 0}
            hotkey={at < 3 ? String(at + 1) : undefined}
            refused={refused}
          />
        ))}
        {words.rest.length > 0 && (
          <details className="more-bodies" open={inRest}>
            <summary>其余可以承办的 {words.rest.length} 个</summary>
            {words.rest.map((body) => (
              <Offer key={body.id} body={body} instead refused={refused} />
            ))}
          </details>
        )}
      </form>
      {words.unsuitable.length > 0 && <Unsuitable bodies={words.unsuitable} />}
      <p className="candidate small">
        都不合适？<a href={words.otherHref}>从全部组织里选</a>
      </p>
    </>
  )
}

/** As many acts as stand in the open; the rarer ones are folded away. */
const atOnce = 3

/** OtherActs {acts}: what else the post may do with it, each with a form of its own. */
export const OtherActs = ({ acts }: { acts: readonly { type: string; label: string; href: string }[] }) => (
  <div className="acts">
    {acts.slice(0, atOnce).map(({ type, label, href }) => (
      <ButtonLink key={type} href={href}>
        {label}…
      </ButtonLink>
    ))}
    {acts.length > atOnce && (
      <details>
        <summary>其他 {acts.length - atOnce} 项</summary>
        <ul>
          {acts.slice(atOnce).map(({ type, label, href }) => (
            <li key={type}>
              <a href={href}>{label}…</a>
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
)
