import type { Mutant } from './mutant.ts'
import { alarms } from './planted/alarms.ts'
import { arming } from './planted/arming.ts'
import { board } from './planted/board.ts'
import { callbacks } from './planted/callbacks.ts'
import { carriers } from './planted/carriers.ts'
import { checking } from './planted/checking.ts'
import { closing } from './planted/closing.ts'
import { deciding } from './planted/deciding.ts'
import { fallingBack } from './planted/falling-back.ts'
import { intervening } from './planted/intervening.ts'
import { kinds } from './planted/kinds.ts'
import { metrics } from './planted/metrics.ts'
import { operating } from './planted/operating.ts'
import { permitting } from './planted/permitting.ts'
import { planning } from './planted/planning.ts'
import { policies } from './planted/policy.ts'
import { receipts } from './planted/receipts.ts'
import { redriving } from './planted/redriving.ts'
import { meeting } from './planted/rendezvous.ts'
import { requests } from './planted/requests.ts'
import { reviewing } from './planted/reviewing.ts'
import { sending } from './planted/sending.ts'
import { settling } from './planted/settling.ts'
import { steering } from './planted/steering.ts'
import { symptoms } from './planted/symptoms.ts'
import { telling } from './planted/telling.ts'
import { template } from './planted/template.ts'
import { workflow } from './planted/workflow.ts'
import { writing } from './planted/writing.ts'

/** All of them: of a template's review and of whom to text, then in the order of a notification's path, of what operators do, and of the board. */
export const mutants: readonly Mutant[] = [
  ...reviewing,
  ...permitting,
  ...requests,
  ...intervening,
  ...checking,
  ...planning,
  ...kinds,
  ...policies,
  ...arming,
  ...sending,
  ...carriers,
  ...callbacks,
  ...receipts,
  ...meeting,
  ...settling,
  ...fallingBack,
  ...deciding,
  ...steering,
  ...closing,
  ...writing,
  ...telling,
  ...metrics,
  ...alarms,
  ...symptoms,
  ...workflow,
  ...template,
  ...operating,
  ...redriving,
  ...board,
]
