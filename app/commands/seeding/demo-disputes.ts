import demoCases from '../../../prisma/district/demo-cases.json'
import { readCase } from '../replay/case'
import { People } from '../replay/people'
import { replay } from '../replay/run'

const dayMs = 86_400_000

/**
 * Invented disputes at every stage of their way, carried through the domain's own acts as the demo's people, so that
 * each desk of a demo has something on it. Answers how many.
 */
export async function seedDemoDisputes(now = new Date()): Promise<number> {
  const people = await People.read()
  const carried = new Map<string, string>()
  for (const { endsDaysAgo, ...demo } of demoCases) {
    const { failed } = await replay(readCase(JSON.stringify(demo)), { people, carried, now: new Date(now.getTime() - endsDaysAgo * dayMs) })
    if (failed) throw new Error(`${demo.id} 第 ${failed.index} 步 ${failed.act}：${failed.why}`)
  }
  return demoCases.length
}
