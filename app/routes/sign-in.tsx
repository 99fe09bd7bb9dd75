import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { helpAt } from '#app/domain/help/help'
import { demoAccounts, demoPassword, type DemoAccount } from '#app/domain/people/demo.server'
import { welcomeOf } from '#app/domain/people/one-time-password.server'
import { signIn } from '#app/domain/people/sign-in.server'
import { Refusal } from '#app/domain/refusal'
import { redirectSignedIn, safePath, signedIn } from '#app/http/session.server'
import { Button } from '#ui/buttons'
import { Hidden, PasswordField, TextField } from '#ui/field'
import { PlainHelp } from '#ui/help'
import { DemoBanner, PhonePage } from '#ui/page'
import { Problem } from '#ui/problem'

export const meta: MetaFunction = () => [{ title: '登录·一站解纷' }]

/** The form, filled in where a demo account was picked; only a demo database offers some. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const to = safePath(searchParams.get('to'))
  if (await signedIn(request, context)) throw redirect(to)
  const accounts = await demoAccounts()
  const picked = accounts?.find(({ phone }) => phone === searchParams.get('as'))
  return { to, accounts, phone: picked?.phone ?? '', password: picked ? demoPassword : '' }
}

const help = helpAt('/sign-in')

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const phone = textOf(form, 'phone').slice(0, 40)
  const password = textOf(form, 'password')
  const errors = {
    phone: phone.trim() === '' ? ['请写手机号'] : [],
    password: password === '' ? ['请写密码'] : [],
  }
  if (errors.phone.length + errors.password.length > 0) return data({ phone, errors, problem: null }, { status: 400 })
  try {
    const welcome = await welcomeOf({ phone, password })
    if (welcome) return redirect(`/welcome/${welcome}`)
    const token = await signIn({ phone, password, from: context.address })
    return await redirectSignedIn(safePath(form.get('to')), token)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ phone, errors: null, problem: error.message }, { status: error.status })
  }
}

function DemoAccounts({ accounts, to }: { accounts: DemoAccount[]; to: string }) {
  const back = to === '/' ? '' : `&to=${encodeURIComponent(to)}`
  return (
    <section className="accounts" aria-labelledby="accounts">
      <h2 id="accounts">演示账号</h2>
      <p className="hint">点一个，手机号和密码自动填好，再点“登录”。</p>
      <ul>
        {accounts.map(({ role, phone }) => (
          <li key={phone}>
            <a className="button" href={`/sign-in?as=${phone}${back}`}>
              {role}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export default function SignIn() {
  const { to, accounts, phone, password } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PhonePage demo={accounts && <DemoBanner />}>
      <h1>一站解纷</h1>
      <p className="quiet">矛盾纠纷一站式调解</p>
      {answer?.problem && <Problem title="没有登录成功" errors={[{ text: answer.problem, href: '#phone' }]} />}
      <form method="post" className="form" key={phone}>
        <Hidden values={{ to }} />
        <TextField
          name="phone"
          label="手机号"
          inputMode="tel"
          autoComplete="username"
          defaultValue={answer?.phone ?? phone}
          errors={answer?.errors?.phone}
        />
        <PasswordField
          name="password"
          label="密码"
          autoComplete="current-password"
          defaultValue={password}
          errors={answer?.errors?.password}
        />
        <Button weight="main" wide>
          登录
        </Button>
      </form>
      <p className="links">
        <a href="/query">当事人查进度</a>
      </p>
      <details>
        <summary>忘了密码</summary>
        <p>请找本单位的管理员重设，拿一个一次性密码。用手机号和它登录，马上设自己的密码。</p>
      </details>
      {help && <PlainHelp help={help} />}
      {accounts && <DemoAccounts accounts={accounts} to={to} />}
    </PhonePage>
  )
}
