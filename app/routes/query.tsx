import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openCase } from '#app/domain/party-page/open-case.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { isDemo } from '#app/domain/people/demo.server'
import { Refusal } from '#app/domain/refusal'
import { redirectWithTicket, ticketIn } from '#app/http/party.server'
import { Button } from '#ui/buttons'
import { TextField } from '#ui/field'
import { DemoBanner, PhonePage } from '#ui/page'
import { OwnCase } from '#ui/party/own-case'
import { TypeSize } from '#ui/plain'
import { Problem } from '#ui/problem'

export const meta: MetaFunction = () => [{ title: '当事人查进度·一站解纷' }, { name: 'robots', content: 'noindex' }]

/** The case that this browser opened, else the form. Number and code are never in an address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const large = new URL(request.url).searchParams.get('type') === 'large'
  const [own, demo] = await Promise.all([caseOf(await ticketIn(request)), isDemo()])
  return { own, demo, large }
}

const textOf = (form: FormData, name: string, limit: number): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, limit) : ''
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('leave')) return redirectWithTicket(null)
  const [number, code] = [textOf(form, 'number', 60), textOf(form, 'code', 40)]
  const errors = { number: number.trim() ? [] : ['请写登记编号，在回执上'], code: code.trim() ? [] : ['请写查询码，在回执上'] }
  if (errors.number.length + errors.code.length) return data({ number, errors, problem: null }, { status: 400 })
  try {
    return await redirectWithTicket(await openCase({ number, code, from: context.address }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ number, errors: null, problem: error.message }, { status: error.status })
  }
}

function Ask({ large }: { large: boolean }) {
  const answer = useActionData<typeof action>()
  return (
    <>
      <h1>我的事办到哪了</h1>
      <p className="quiet">编号和查询码写在登记回执上。不用注册，不收费。</p>
      {answer?.problem && <Problem title="没有打开" errors={[{ text: answer.problem, href: '#number' }]} />}
      <form method="post" action={large ? '/query?type=large' : '/query'} className="form">
        <TextField
          name="number"
          label="登记编号"
          hint="如 530702-2026-000417，中间的横线可以不写"
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
          defaultValue={answer?.number}
          errors={answer?.errors?.number}
        />
        <TextField
          name="code"
          label="查询码"
          hint="8 位字母和数字，大写小写都行"
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
          errors={answer?.errors?.code}
        />
        <Button weight="main" wide>
          查进度
        </Button>
      </form>
      <p className="small quiet after">
        查询码丢了，请找给您登记的人再打一张回执。
        <br />
        办理的人：<a href="/sign-in">从这里登录</a>
      </p>
    </>
  )
}

export default function Query() {
  const { own, demo, large } = useLoaderData<typeof loader>()
  return (
    <PhonePage
      type={large ? 'large' : 'plain'}
      signOut={own ? { action: '/query', hidden: { leave: 'yes' } } : undefined}
      saved={<TypeSize normal="/query" large="/query?type=large" chosen={large ? 'large' : 'normal'} />}
      demo={demo && <DemoBanner />}
      foot={own?.contact?.phone && <a className="button main" href={`tel:${own.contact.phone}`}>{`打电话问：${own.contact.phone}`}</a>}
    >
      {own ? <OwnCase own={own} /> : <Ask large={large} />}
    </PhonePage>
  )
}
