import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts processor time in hundredths of a second. */
const msPerTick = 10

type Use = { comm: string; ticks: number }

function useOf(pid: string): Use | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const comm = line.slice(line.indexOf('(') + 1, line.lastIndexOf(')'))
    const rest = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const [user = 0, system = 0, deadUser = 0, deadSystem = 0] = rest.slice(11, 15).map(Number)
    return { comm, ticks: user + system + deadUser + deadSystem }
  } catch {
    return null // it has just ended
  }
}

/** A connection's process says whose database it serves: `postgres: role database address(port) …`. */
const serves = (pid: string, database: string) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(` ${database} `)
  } catch {
    return false
  }
}

/** What each connection had used when it was last seen: one that has ended since is not taken back. */
const connections = new Map<string, number>()

/** Processor milliseconds that these processes and the connections to this database have used so far. */
export function cpuMs(pids: number[], database: string): { server: number; database: number } {
  let ours = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const use = useOf(pid)
    if (!use) continue
    if (pids.includes(Number(pid))) ours += use.ticks
    if (use.comm === 'postgres' && serves(pid, database)) connections.set(`${database} ${pid}`, use.ticks)
  }
  const theirs = [...connections].reduce((sum, [name, ticks]) => (name.startsWith(`${database} `) ? sum + ticks : sum), 0)
  return { server: ours * msPerTick, database: theirs * msPerTick }
}

/** Resident memory of a process in MB. */
export const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
