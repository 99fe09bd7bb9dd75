import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { openCase } from '#app/domain/party-page/open-case.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { doWords, isDo, sentWords } from '#app/domain/party-page/words'
import { isDemo } from '#app/domain/people/demo.server'
import { Refusal } from '#app/domain/refusal'
import { readForm } from '#app/http/form-data.server'
import { answerParty, partyBase, textIn } from '#app/http/party-form.server'
import { redirectWithTicket, ticketIn } from '#app/http/party.server'
import { Button } from '#ui/buttons'
import { Hidden } from '#ui/field'
import { DemoBanner, PhonePage } from '#ui/page'
import { AskCode } from '#ui/party/ask-code'
import { OwnAct, OwnQuestions, OwnWays } from '#ui/party/own-acts'
import { OwnCase } from '#ui/party/own-case'
import { TypeSize } from '#ui/plain'

export const meta: MetaFunction = () => [{ title: '当事人查进度·一站解纷' }, { name: 'robots', content: 'noindex' }]

/** This page's addresses; the size of its letters goes along. Number, code and what was written are never in one. */
const addresses = (url: URL) => {
  const large = url.searchParams.get('type') === 'large'
  const to = (more: Record<string, string> = {}, type = large) => {
    const query = new URLSearchParams({ ...more, ...(type && { type: 'large' }) }).toString()
    return query ? `/query?${query}` : '/query'
  }
  return { large, to }
}

/** The case that this browser opened, else the form. */
export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  const { large, to } = addresses(url)
  const ticket = await ticketIn(request)
  const [own, demo] = await Promise.all([caseOf(ticket), isDemo()])
  const opened = url.searchParams.get('do')
  const name = own && isDo(opened) && own.can.some(({ opens }) => opens === opened) ? opened : null
  const same: Record<string, string> = name ? { do: name } : {}
  const done = url.searchParams.get('sent') ?? ''
  return {
    own: own && { ...own, can: own.can.map(({ opens, ...can }) => ({ ...can, ...(opens && { href: to({ do: opens }) }) })) },
    base: own && ticket ? partyBase(ticket) : {},
    act: name && (name === 'sue' ? { name, words: null } : { name, words: doWords[name] }),
    said: own && Object.hasOwn(sentWords, done) ? sentWords[done] : undefined,
    sizes: { normal: to(same, false), large: to(same, true) },
    ...{ here: to(same), home: to(), stop: to({ do: 'stop' }) },
    demo,
    large,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { to } = addresses(new URL(request.url))
  if (form.get('leave')) return redirectWithTicket(null)
  if (form.has('intent')) {
    const refused = await answerParty(form, await ticketIn(request), context.address)
    const sent = textIn(form, 'intent', 20)
    return refused ? data({ refused, asked: undefined }, { status: refused.status }) : redirect(to({ sent }))
  }
  const [number, code] = [textIn(form, 'number', 60), textIn(form, 'code', 40)]
  const errors = { number: number.trim() ? [] : ['请写登记编号，在回执上'], code: code.trim() ? [] : ['请写查询码，在回执上'] }
  const again = (problem: string | null, status: number) =>
    data({ refused: undefined, asked: { number, errors: problem ? null : errors, problem } }, { status })
  if (errors.number.length + errors.code.length) return again(null, 400)
  try {
    return await redirectWithTicket(await openCase({ number, code, from: context.address }), to())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return again(error.message, error.status)
  }
}

export default function Query() {
  const { own, act, base, said, sizes, here, home, stop, demo, large } = useLoaderData<typeof loader>()
  const { asked, refused } = useActionData<typeof action>() ?? {}
  const weight = own?.chase === 'open' ? 'button' : 'button main'
  const number = `：${own?.contact?.phone ?? ''}`
  const call = !act && own?.contact?.phone && (
    <a className={weight} href={`tel:${own.contact.phone}`}>
      打电话问{weight === 'button' ? <span className="unseen">{number}</span> : number}
    </a>
  )
  const chase = own?.chase === 'open' && !act && (
    <form method="post" action={home}>
      <Hidden values={base} />
      <Button weight="main" wide name="intent" value="chase">
        催一下（每天 1 次）
      </Button>
    </form>
  )
  const chased = own?.chase === 'today' ? '今天已经催过，明天还可以再催。' : undefined
  const told = said ?? (refused && !refused.questionId ? refused.problem : chased)
  return (
    <PhonePage
      type={large ? 'large' : 'plain'}
      signOut={own ? { action: '/query', hidden: { leave: 'yes' } } : undefined}
      saved={<TypeSize {...sizes} chosen={large ? 'large' : 'normal'} />}
      demo={demo && <DemoBanner />}
      foot={
        (call || chase) && (
          <Fragment>
            {call}
            {chase}
          </Fragment>
        )
      }
    >
      {!own && <AskCode action={home} answer={asked ?? (refused && { number: '', errors: null, problem: refused.problem })} />}
      {own && act?.words && <OwnAct words={act.words} intent={act.name} action={here} base={base} back={home} refused={refused} />}
      {own && act && !act.words && <OwnWays ways={own.ways} back={home} stop={stop} />}
      {own && !act && (
        <OwnCase own={own} said={told} asked={<OwnQuestions questions={own.questions} action={home} base={base} refused={refused} />} />
      )}
    </PhonePage>
  )
}
