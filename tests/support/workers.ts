import { build } from 'esbuild'
import { fork, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'

/** Where packages are found from; a file for each process of the tests. */
const bundle = resolve('.cache/tests', `worker-${process.pid}.mjs`)

/** Bundles the worker as the product does; answers how to start one on this test's own database. */
export async function theWorker() {
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' } as const
  await build({ ...options, entryPoints: [join('app/commands', 'worker.ts')], outfile: bundle, logLevel: 'warning' })
  return (env: Record<string, string> = {}): Worker => new Worker(fork(bundle, { env: { ...process.env, ...env }, stdio: 'inherit' }))
}

/** One process of the worker, as a real installation runs it. */
export class Worker {
  readonly ready: Promise<void>
  private readonly ended: Promise<number | NodeJS.Signals | null>

  constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)))
    this.ready = new Promise((done, fail) => {
      child.once('message', () => done())
      child.once('exit', (code) => fail(new Error(`the worker ended before it was ready: ${code}`)))
    })
    // Who is killed before it is ready is waited for by nobody.
    this.ready.catch(() => undefined)
  }

  /** As if the power went; resolves when the process is gone. */
  kill() {
    this.child.kill('SIGKILL')
    return this.ended
  }

  /** In good order; resolves with its exit code. */
  stop() {
    this.child.kill('SIGTERM')
    return this.ended
  }
}
