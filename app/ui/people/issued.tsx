import { ButtonLink, Buttons } from '../buttons'
import { Notice } from '../problem'

/** Issued {name password days back more?}: a one-time password, shown this once. */
export const Issued = ({
  name,
  password,
  days,
  back,
  more,
}: {
  name: string
  password: string
  days: number
  back: string
  more?: string
}) => (
  <>
    <h1>{name}的一次性密码</h1>
    <p className="revealed num">{password}</p>
    <p>请当面或打电话告诉本人：用手机号和这个密码登录，登录后马上设自己的密码。{days} 天内有效。</p>
    <Notice tone="calm">离开这一页就不再显示，系统里也不存。没有记下的，请再重设一次。</Notice>
    <Buttons>
      <ButtonLink href={back} weight="main">
        记下了，到他的页面
      </ButtonLink>
      {more && <ButtonLink href={more}>再建一个人</ButtonLink>}
    </Buttons>
  </>
)
