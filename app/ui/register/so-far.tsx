import { Button } from '../buttons'

export type SoFarPart = { step: number; title: string; words: readonly string[] }

const Part = ({ part: { step, title, words }, at, reached }: { part: SoFarPart; at: number; reached: number }) => (
  <li className={step === at ? 'here' : undefined} aria-current={step === at ? 'step' : undefined}>
    {step !== at && step <= reached ? (
      <Button form="step" name="go" value={`to-${step}`} weight="plain">
        {step}. {title}
      </Button>
    ) : (
      <b>
        {step}. {title}
      </b>
    )}
    {at < 4 && words.map((word) => <p key={word}>{word}</p>)}
  </li>
)

/** SoFar {parts at reached}: beside a page of a registration, on a wide screen: what the other pages hold (the last page says it itself), and the way there. */
export const SoFar = ({ parts, at, reached }: { parts: readonly SoFarPart[]; at: number; reached: number }) => (
  <>
    <h2>这次登记</h2>
    <ol className="so-far">
      {parts.map((part) => (
        <Part key={part.step} part={part} at={at} reached={reached} />
      ))}
    </ol>
    <p className="small quiet">每按一次“下一步”就存到系统，换一台电脑、手机登录也能接着填。人民调解不收费。</p>
  </>
)
