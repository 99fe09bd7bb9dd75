import { Button, ButtonLink } from '../buttons'

export type StepNumber = 1 | 2 | 3 | 4

const nextWords: Record<StepNumber, string> = { 1: '下一步：当事人', 2: '下一步：事情经过', 3: '下一步：看一遍', 4: '登记' }

/** StepFoot {step}: under the thumb: one step back or one person more, and on. */
export const StepFoot = ({ step }: { step: StepNumber }) => (
  <>
    {step === 1 && <ButtonLink href="/register">取消</ButtonLink>}
    {step === 2 && (
      <Button form="step" name="go" value="add">
        再加一人
      </Button>
    )}
    {step > 2 && (
      <Button form="step" name="go" value="back">
        上一步
      </Button>
    )}
    <Button form="step" name="go" value={step === 4 ? 'submit' : 'next'} weight="main">
      {nextWords[step]}
    </Button>
  </>
)
