import { configureGlobal } from 'fast-check'

/** Properties try the same examples against every change, so that no change is noticed by luck. */
configureGlobal({ seed: 4711 })
