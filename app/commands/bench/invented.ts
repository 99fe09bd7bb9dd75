import type { DisputeStatus } from '#machines/dispute.machine'

/** What a generated district is made of. */
export const surnames = [...'赵钱孙李周吴郑王冯陈和木杨张刘段高施罗寸']
export const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰']
export const matters = [
  '院墙滴水冲坏邻家地基',
  '客栈房租涨价谈不拢',
  '工程队拖欠小工工资',
  '引水沟被填浇不上水',
  '包车行程缩水要求退费',
  '承包地边界被犁过一米',
]
/** The type of each matter. */
export const types = ['02', '04', '10', '07', '11', '06']
/** The way that most disputes go; its length is the mean of a real log. */
export const way: { act: string; to: DisputeStatus }[] = [
  { act: 'register', to: 'reported' },
  { act: 'offer', to: 'offered' },
  { act: 'receive', to: 'assigning' },
  { act: 'assign', to: 'mediating' },
  { act: 'session', to: 'mediating' },
  { act: 'session', to: 'mediating' },
  { act: 'agree', to: 'performing' },
  { act: 'perform', to: 'visiting' },
  { act: 'visit', to: 'visiting' },
  { act: 'close', to: 'closed' },
]

/** A repeatable draw: the same number gives the same district. */
export function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return Math.floor((state / 4294967296) * below)
  }
}
