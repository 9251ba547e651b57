/** A state of the workflow, by its name in the definition, and where it is drawn. */
export interface Drawn {
  readonly x: number
  readonly y: number
  readonly width: number
  /** Whether the execution is over there. */
  readonly isEnd?: boolean
}

export const stateHeight = 28
export const size = { width: 730, height: 352 }

const end = (y: number): Drawn => ({ x: 590, y, width: 130, isEnd: true })

/** The workflow *deliver-notification*, as workflows/deliver-notification.ts defines it. */
export const states: Readonly<Record<string, Drawn>> = {
  Validate: { x: 10, y: 20, width: 110 },
  'What next?': { x: 160, y: 20, width: 110 },
  'Send and await receipt': { x: 330, y: 20, width: 180 },
  Send: { x: 370, y: 80, width: 100 },
  'Fall back': { x: 330, y: 150, width: 180 },
  'Hold until due': { x: 90, y: 110, width: 130 },
  Close: { x: 10, y: 260, width: 110 },
  Fault: { x: 160, y: 260, width: 110, isEnd: true },
  Delivered: end(20),
  Accepted: end(80),
  Undeliverable: end(140),
  Rejected: end(175),
  Expired: end(210),
  Suppressed: end(245),
  Cancelled: end(280),
  Unknown: end(315),
}

/** A way from one state to another, and the line it is drawn by. */
export interface Way {
  readonly from: string
  readonly to: string
  readonly line: string
  /** Taken only when something unexpected happened. */
  readonly unexpected?: boolean
}

/** Down from the choice, along below Fall back, and up or down to the end. */
const toEnd = (to: string, y: number): Way => ({ from: 'What next?', to, line: `M252 48V236H560V${y + 14}H590` })

export const ways: readonly Way[] = [
  ...['Delivered', 'Accepted', 'Undeliverable', 'Rejected', 'Expired', 'Suppressed', 'Cancelled', 'Unknown'].map((name) =>
    toEnd(name, states[name]?.y ?? 0),
  ),
  { from: 'Validate', to: 'What next?', line: 'M120 34H160' },
  { from: 'What next?', to: 'Send and await receipt', line: 'M270 34H330' },
  { from: 'What next?', to: 'Send', line: 'M270 42H300V94H370' },
  { from: 'What next?', to: 'Hold until due', line: 'M190 48V110' },
  { from: 'Hold until due', to: 'Validate', line: 'M105 110V48' },
  { from: 'Send and await receipt', to: 'Delivered', line: 'M510 34H590' },
  { from: 'Send', to: 'Accepted', line: 'M470 94H590' },
  { from: 'Send and await receipt', to: 'Fall back', line: 'M495 48V150' },
  { from: 'Send', to: 'Fall back', line: 'M420 108V150' },
  { from: 'Fall back', to: 'What next?', line: 'M330 164H264V48' },
  { from: 'What next?', to: 'Close', line: 'M236 48V222H65V260', unexpected: true },
  { from: 'Validate', to: 'Close', line: 'M30 48V260', unexpected: true },
  { from: 'Fall back', to: 'Close', line: 'M420 178V320H65V288', unexpected: true },
  { from: 'Close', to: 'Fault', line: 'M120 274H160', unexpected: true },
]
