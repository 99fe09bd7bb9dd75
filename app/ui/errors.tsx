import type { ReactNode } from 'react'
import { ButtonLink, Buttons } from './buttons'

export type ErrorWords = { title: string; words: string; next: string }

const known: Readonly<Record<number, ErrorWords>> = {
  400: {
    title: '填的内容有问题',
    words: '系统没有看懂这次提交，什么都没有改动。',
    next: '请返回上一页，核对以后再提交一次。',
  },
  403: {
    title: '您不能办这一步',
    words: '这一步由别的岗位办理，什么都没有改动。',
    next: '需要办的话，请找页面上写着的经办单位。',
  },
  404: {
    title: '没有找到这一页',
    words: '地址可能写错了，或者这件事不由您办理。',
    next: '请从待办或者查找里重新打开。',
  },
  409: {
    title: '情况已经变了',
    words: '您打开页面以后，别人已经办了一步，这次没有改动。',
    next: '请看一看最新的情况，再决定怎么办。',
  },
  413: { title: '文件太大了', words: '一个文件最多 10 MB，这次没有存下来。', next: '请换小一点的照片再传。' },
  429: {
    title: '试得太多了',
    words: '为了安全，系统暂时不再接受您的提交。',
    next: '请过几分钟再试，或者打电话给经办单位。',
  },
  500: {
    title: '系统出了问题',
    words: '不是您填错了；刚才的操作可能没有办成。',
    next: '请稍后再试，先看一看那一步办成了没有。',
  },
}

/** The words of a status; anything unknown is a 500. */
export const errorWords = (status: number): ErrorWords => known[status] ?? (known[500] as ErrorWords)

/** ErrorPage {status detail? home? again? children?}: what happened and what to do, in plain words; put it inside a Page or by itself. */
export function ErrorPage({
  status,
  detail,
  home = '/',
  again,
  reference,
  children,
}: {
  status: number
  /** The refusal's own sentence, said in place of the general one. */
  detail?: string | undefined
  home?: string
  /** The page to look at anew. */
  again?: string | undefined
  /** Number of the request, to be told on the telephone. */
  reference?: string | undefined
  children?: ReactNode
}) {
  const { title, words, next } = errorWords(status)
  return (
    <div className="wrong-page">
      <h1>{title}</h1>
      <p role="alert">{detail ?? words}</p>
      <p className="quiet">{next}</p>
      {children}
      {reference && <p className="small quiet num">告诉管理员这个编号：{reference}</p>}
      <Buttons>
        {again && <ButtonLink href={again}>看最新的情况</ButtonLink>}
        <ButtonLink href={home}>回到首页</ButtonLink>
      </Buttons>
    </div>
  )
}
