import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerAsGuest, guestAnswers, guestPage, isGuestAnswer } from '#app/domain/guest/page.server'
import { newId } from '#app/domain/id'
import { formToken, isFormToken } from '#app/domain/party-page/own.server'
import { Refusal } from '#app/domain/refusal'
import { readForm } from '#app/http/form-data.server'
import { heldIn, redirectHolding } from '#app/http/guest.server'
import { textIn } from '#app/http/party-form.server'
import { picturesIn } from '#app/http/pictures.server'
import { Guest } from '#ui/party/guest'
import { PhonePage } from '#ui/page'

export const meta: MetaFunction = () => [{ title: '邀请·一站解纷' }, { name: 'robots', content: 'noindex' }]

/** What this browser was invited to, while that lasts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const held = await heldIn(request)
  const page = await guestPage(held)
  const answers = Object.entries(guestAnswers).map(([value, { label }]) => ({ value, label }))
  const sent = new URL(request.url).searchParams.has('sent')
  return { page, answers, sent, base: page && held ? { csrf: formToken(held), key: newId() } : {} }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const held = await heldIn(request)
  const [answer, text] = [textIn(form, 'answer'), textIn(form, 'text')]
  try {
    if (!held || !isFormToken(form.get('csrf'), held)) throw new Refusal('forbidden', '页面不完整，请重新打开再填')
    const photos = (await picturesIn(form, 'photos', 'photo')).map(({ bytes }) => bytes)
    await answerAsGuest({ held, key: form.get('key'), answer, text, photos, from: context.address })
    return await redirectHolding(null, '/guest?sent=yes')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { fields, message: problem, status } = error
    return data({ fields, problem, text, answer: isGuestAnswer(answer) ? answer : '' }, { status })
  }
}

export default function GuestIndex() {
  const { page, answers, sent, base } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PhonePage
      type="plain"
      saved="邀请"
      foot={page?.phone && <a className="button" href={`tel:${page.phone}`}>{`打电话问：${page.phone}`}</a>}
    >
      {page ? (
        <Guest page={page} answers={answers} base={base} reply={reply} />
      ) : (
        <>
          <h1>{sent ? '已经答复，谢谢' : '这里没有可以看的'}</h1>
          <p>
            {sent
              ? '您的答复已经交给邀请您的人。这个页面以后不再显示内容。'
              : '邀请已经答复、停用或者过期了。还要再看，请向邀请您的人再要一个链接。'}
          </p>
        </>
      )}
    </PhonePage>
  )
}
