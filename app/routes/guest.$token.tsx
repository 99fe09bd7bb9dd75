import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { lookAtLink, openGuestLink } from '#app/domain/guest/links.server'
import { Refusal } from '#app/domain/refusal'
import { redirectHolding } from '#app/http/guest.server'
import { Button } from '#ui/buttons'
import { PhonePage } from '#ui/page'

export const meta: MetaFunction = () => [{ title: '邀请·一站解纷' }, { name: 'robots', content: 'noindex' }]

const asked = async (token: string | undefined) => {
  try {
    return data({ name: (await lookAtLink(token ?? '')).name, problem: null })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ name: null, problem: error.message }, { status: error.status })
  }
}

/** Looking uses nothing up: the link is opened by the button, once, in the browser that then holds it. */
export const loader = ({ params }: LoaderFunctionArgs) => asked(params.token)

export async function action({ params }: ActionFunctionArgs) {
  try {
    return await redirectHolding(await openGuestLink(params.token ?? ''))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return data({ problem: error.message }, { status: error.status })
  }
}

export default function GuestLink() {
  const { name, problem: gone } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem ?? gone
  return (
    <PhonePage type="plain" saved="邀请">
      {problem || name === null ? (
        <>
          <h1>链接打不开了</h1>
          <p role="alert">{problem}</p>
        </>
      ) : (
        <>
          <h1>请{name}参加调解</h1>
          <p>这个链接只能打开一次，打开以后只在这台手机（电脑）上看得到。请不要转发。</p>
          <form method="post" className="form">
            <Button weight="main" wide>
              打开
            </Button>
          </form>
        </>
      )}
    </PhonePage>
  )
}
