import { hanging } from '../hanging.ts'
import { styled } from '../styled.ts'
import type { Finding, Found } from './finding.ts'

const colours = { fine: 'green', advice: 'yellow', fault: 'red', unknown: 'yellow' } as const

const widths = { state: 7, check: 17 }

const linesOf = ({ check, ...finding }: Found, columns: number | undefined): string[] => {
  const head = `${styled(colours[finding.state], finding.state.padEnd(widths.state))}  ${check.padEnd(widths.check)}  `
  const indent = widths.state + widths.check + 4
  const remedy = finding.state === 'fine' ? [] : hanging(' '.repeat(indent), indent, finding.remedy, columns)
  return [...hanging(head, indent, finding.says, columns), ...remedy]
}

const count = (found: readonly Finding[], state: Finding['state']): number => found.filter((one) => one.state === state).length

const verdict = (found: readonly Finding[]): string => {
  const faults = count(found, 'fault')
  const all = `fault ${faults}, advice ${count(found, 'advice')}, unknown ${count(found, 'unknown')}`
  return faults > 0 ? `Not ready: ${all}` : `Nothing that was looked at is in the way of texts: ${all}`
}

/** Every finding with its remedy, and what they come to. @param columns of the terminal; undefined in a pipe: nothing is wrapped */
export const describeFindings = (found: readonly Found[], columns: number | undefined): string[] => [
  ...found.flatMap((one) => linesOf(one, columns)),
  '',
  verdict(found),
]
