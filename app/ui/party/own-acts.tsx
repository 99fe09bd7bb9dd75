import { Button, ButtonLink, Buttons } from '../buttons'
import { DateField, FileField, Hidden, TextArea } from '../field'
import { accepts } from '../file-view'
import { Notice, Problem } from '../problem'

type Base = Readonly<Record<string, string>>
type Refused =
  | { intent?: string; questionId?: string; text?: string; fromDay?: string; toDay?: string; problem: string; field?: string | undefined }
  | undefined

export type OwnQuestion = { id: string; text?: string | undefined; until?: string | undefined }

const beside = (refused: Refused, field: string) => (refused?.field === field ? [refused.problem] : undefined)

/** OwnQuestions {questions action base refused? phone?}: what the desk asked of this party, each with its box for the answer. */
export const OwnQuestions = ({
  questions,
  action,
  base,
  refused,
}: {
  questions: readonly OwnQuestion[]
  action: string
  base: Base
  refused?: Refused
}) =>
  questions.length === 0 ? null : (
    <section className="asked" aria-label="请您补充">
      <h2>请您补充</h2>
      {questions.map(({ id, text, until }) => {
        const wrong = refused?.questionId === id ? refused : undefined
        return text === undefined ? (
          <Notice key={id}>有一件事要请您补充，请打电话问。{until}</Notice>
        ) : (
          <form key={id} method="post" action={action} className="form">
            <Hidden values={{ ...base, questionId: id }} />
            <TextArea
              name="text"
              id={`answer-${id}`}
              label={text}
              hint={until}
              rows={3}
              defaultValue={wrong?.text}
              errors={beside(wrong, 'text')}
            />
            <Button name="intent" value="answer">
              答复
            </Button>
          </form>
        )
      })}
    </section>
  )

type DoWords = {
  title: string
  lines: readonly string[]
  label: string
  hint: string
  button: string
  photos?: true | undefined
  days?: true | undefined
}

/** OwnAct {words intent action base back refused? contact?}: one wish of a party: what comes of it, in the own words, with photographs. */
export const OwnAct = ({
  words,
  intent,
  action,
  base,
  back,
  refused,
}: {
  words: DoWords
  intent: string
  action: string
  base: Base
  back: string
  refused?: Refused
}) => (
  <>
    <h1>{words.title}</h1>
    {refused && <Problem title="还没有发出" errors={[{ text: refused.problem, href: `#${refused.field ?? 'text'}` }]} />}
    {words.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <form method="post" action={action} className="form" {...(words.photos && { encType: 'multipart/form-data' as const })}>
      <Hidden values={base} />
      {words.days && (
        <>
          <DateField name="fromDay" label="从哪天" defaultValue={refused?.fromDay} errors={beside(refused, 'fromDay')} />
          <DateField
            name="toDay"
            label="到哪天"
            hint="只有一天的可以空着"
            defaultValue={refused?.toDay}
            errors={beside(refused, 'toDay')}
          />
        </>
      )}
      <TextArea
        name="text"
        label={words.label}
        hint={words.hint}
        rows={words.days ? 2 : 5}
        defaultValue={refused?.text}
        errors={beside(refused, 'text')}
      />
      {words.photos && (
        <FileField
          name="photos"
          label="照片、材料、录音"
          hint="jpg、png、pdf、m4a，一次最多 6 份；位置和手机信息会去掉。没有就空着"
          accept={accepts.all}
          multiple
          errors={beside(refused, 'photos')}
        />
      )}
      <Buttons>
        <Button weight="main" name="intent" value={intent}>
          {words.button}
        </Button>
        <ButtonLink href={back}>返回</ButtonLink>
      </Buttons>
    </form>
  </>
)

/** OwnWays {ways phone? back}: where else one may go, by the kind of the matter; nothing is sent from here. */
export const OwnWays = ({
  ways,
  back,
  stop,
}: {
  ways: readonly { say: string; article?: string | undefined }[]
  back: string
  stop: string
}) => (
  <>
    <h1>去法院、找别的部门</h1>
    <p>调解不成，或者您不想调解，都可以走下面的路。正在调解的，不用等调解结束。</p>
    <ol className="ways">
      {ways.map(({ say, article }) => (
        <li key={say}>
          {say}
          {article && <span className="small quiet">　{article}</span>}
        </li>
      ))}
    </ol>
    <p>起诉要写起诉状，带上身份证和材料，到对方住的地方，或者事情发生地方的法院立案庭。不会写的，法院和法律援助可以帮您。</p>
    <p>
      不懂的打 <a href="tel:12348">12348</a>，问法律援助，不收钱。起诉、仲裁有期限，想好了尽早去。
    </p>
    <Buttons>
      <ButtonLink href={back}>返回</ButtonLink>
      <ButtonLink href={stop}>告诉经办的人：不想调解了</ButtonLink>
    </Buttons>
  </>
)
