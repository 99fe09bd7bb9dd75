import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptLink, openLink } from '#app/domain/people/one-time-link.server'
import { Refusal, wrong } from '#app/domain/refusal'
import { redirectSignedIn } from '#app/http/session.server'
import { Button, ButtonLink, Buttons } from '#ui/buttons'
import { PasswordField, TelField, TextField } from '#ui/field'
import { PhonePage } from '#ui/page'
import { Problem } from '#ui/problem'

export const meta: MetaFunction = () => [{ title: '设置密码·一站解纷' }]

/** Whom the link is for; a link that is gone is said so, with what to do. */
export async function loader({ params }: LoaderFunctionArgs) {
  const link = await openLink(params.token ?? '')
  const purpose = link?.purpose ?? null
  return data({ purpose, name: link?.name ?? null }, { status: link ? 200 : 404 })
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const [name, phone] = [textOf(form, 'name').slice(0, 100), textOf(form, 'phone').slice(0, 40)]
  const password = textOf(form, 'password')
  try {
    if (password !== textOf(form, 'again')) throw wrong('again', '两次输入的密码不一样，请再输一遍')
    const token = params.token ?? ''
    const first = (await openLink(token))?.purpose === 'firstAdministrator'
    return await redirectSignedIn(first ? '/people' : '/', await acceptLink({ token, name, phone, password }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { fields, message, status } = error
    return data({ name, phone, fields, problem: Object.keys(fields).length > 0 ? null : message }, { status })
  }
}

function Gone() {
  return (
    <>
      <h1>链接打不开了</h1>
      <p>这个链接已经用过，或者过期了。请找系统管理员再要一个。</p>
      <Buttons>
        <ButtonLink href="/sign-in" wide>
          去登录
        </ButtonLink>
      </Buttons>
    </>
  )
}

export default function Welcome() {
  const { purpose, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorsOf = (field: string) => {
    const text = answer?.fields[field]
    return text ? [text] : []
  }
  if (purpose === null)
    return (
      <PhonePage>
        <Gone />
      </PhonePage>
    )
  const first = purpose === 'firstAdministrator'
  return (
    <PhonePage>
      <h1>{first ? '建立第一个管理员账号' : `${name}，请设置密码`}</h1>
      <p className="quiet">密码至少 8 位，数字、字母、汉字都可以。设好以后就登录进去。</p>
      {answer?.problem && <Problem errors={[answer.problem]} />}
      <form method="post" className="form">
        {first && (
          <>
            <TextField name="name" label="姓名" autoComplete="name" defaultValue={answer?.name} errors={errorsOf('name')} />
            <TelField
              name="phone"
              label="手机号"
              hint="登录用它"
              autoComplete="username"
              defaultValue={answer?.phone}
              errors={errorsOf('phone')}
            />
          </>
        )}
        <PasswordField name="password" label="新密码" autoComplete="new-password" errors={errorsOf('password')} />
        <PasswordField name="again" label="再输一次" autoComplete="new-password" errors={errorsOf('again')} />
        <Button weight="main" wide>
          设好并登录
        </Button>
      </form>
    </PhonePage>
  )
}
