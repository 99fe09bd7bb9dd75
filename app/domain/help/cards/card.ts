import type { Role } from '../../actor'
import type { Cannot } from './cannot'

/** A thing done often; in its steps `{offer}` stands for the word on the button of that act. */
export type Task = { title: string; steps: readonly string[] }

/** Two pages on the table of whoever holds a post. */
export type Card = {
  role: Role
  /** 您负责什么 */
  duties: readonly string[]
  /** 一天怎么过: in order, where to look first. */
  day: readonly string[]
  /** 最常用的五件事 */
  tasks: readonly [Task, Task, Task, Task, Task]
  /** Codes of the rules of periods that this post has to keep or to tell. */
  periods: readonly string[]
  cannot: readonly Cannot[]
  /** 快捷键, where it works at a desk. */
  keys: readonly { key: string; does: string }[]
  /** 找谁: to be filled in by hand. */
  ask: readonly string[]
}
