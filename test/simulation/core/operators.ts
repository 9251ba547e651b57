import type { World } from './world.ts'

const dayMs = 86_400_000

/** Time for the faults of the world to end, and less than a queue keeps what lies in it. */
const days = [1, 2, 3, 4, 5]

/** Redrives what lies in the queues of failures; what can only be read stays. */
const redrive = ({ ledger, tell }: World): void => {
  const again = ledger.deadLetters.filter((letter) => letter.redrive)
  const kept = ledger.deadLetters.filter((letter) => !letter.redrive)
  ledger.deadLetters.splice(0, ledger.deadLetters.length, ...kept)
  for (const letter of again) {
    ledger.redriven.add(letter.of)
    tell(letter.of, () => `somebody redrives what lies in the queue of ${letter.queue}`)
    letter.redrive?.()
  }
}

/** Operators answer an alarm within a day, and again as long as anything is left. */
export const letOperatorsRedrive = (world: World): void => {
  for (const day of days) world.time.after(day * dayMs, () => redrive(world))
}
