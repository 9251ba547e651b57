import type { Fault, FaultName, FaultOf } from './fault.ts'

/** The faults of a run, found by their place. */
export interface Aimed {
  /** The fault of a name that strikes this notification where `fits` says so; it counts as having struck. */
  readonly strike: <Name extends FaultName>(
    name: Name,
    of: number,
    fits?: (fault: FaultOf<Name>) => boolean,
  ) => FaultOf<Name> | undefined
  /** All of a name that strike the whole world now. @param seconds since the run's start */
  readonly spells: <Name extends FaultName>(name: Name, seconds: number) => readonly FaultOf<Name>[]
  /** All that strike a notification, without counting them. */
  readonly on: (of: number) => readonly Fault[]
  readonly struck: ReadonlySet<Fault>
  readonly count: (fault: Fault) => void
}

const isCalled =
  <Name extends FaultName>(name: Name) =>
  (fault: Fault): fault is FaultOf<Name> =>
    fault.fault === name

const isNow = (fault: Fault, seconds: number) => 'from' in fault && seconds >= fault.from && seconds < fault.from + fault.seconds

const none: readonly Fault[] = []

export const aimed = (faults: readonly Fault[]): Aimed => {
  const byNotification = Map.groupBy(faults, (fault) => ('of' in fault ? fault.of : -1))
  const struck = new Set<Fault>()
  const on = (of: number) => byNotification.get(of) ?? none
  return {
    on,
    struck,
    count: (fault) => struck.add(fault),
    strike: (name, of, fits = () => true) => {
      const fault = on(of).filter(isCalled(name)).find(fits)
      if (fault) struck.add(fault)
      return fault
    },
    spells: (name, seconds) => {
      const now = on(-1)
        .filter(isCalled(name))
        .filter((fault) => isNow(fault, seconds))
      for (const fault of now) struck.add(fault)
      return now
    },
  }
}
