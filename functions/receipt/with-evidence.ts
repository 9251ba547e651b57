import type { Receipt } from '../notification/receipt.ts'

/**
 * In countries whose networks report nothing from handsets, the network's word that it took the text is the best there is. Elsewhere
 * `sent` proves nothing yet.
 * @param networkOnly ISO 3166 alpha-2
 */
export const withEvidence = (receipt: Receipt, country: string | undefined, networkOnly: readonly string[]): Receipt =>
  receipt.status === 'sent' && country !== undefined && networkOnly.includes(country)
    ? { ...receipt, status: 'delivered', evidence: 'network' }
    : receipt
