/** Too many are waiting already; nothing was begun. */
export class TooManyWaiting extends Error {
  constructor() {
    super('too many are waiting for their turn')
    this.name = 'TooManyWaiting'
  }
}

/** Lets at most `abreast` pieces of work run at a time in this process, the others in order; refuses beyond `waitingLimit`. */
export function takeTurns(abreast: number, waitingLimit: number) {
  let running = 0
  const waiting: (() => void)[] = []

  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < abreast) running++
    else if (waiting.length >= waitingLimit) throw new TooManyWaiting()
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await work()
    } finally {
      // The place is handed to the next one, so that nobody slips in between.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
