/** What the board says of what somebody did, by the word that travels in the address. */
const sentences: Readonly<Record<string, string>> = {
  sent: 'Requested. It is opened among the notifications.',
  burst: 'The burst is requested.',
  set: 'The dials are set.',
  reset: 'The carrier behaves as it usually does.',
  down: 'The carrier is out: nobody answers at its port.',
  up: 'The carrier is back.',
}

/** Nothing else can be made to be said by an address. */
export const said = (word: string | null): string =>
  word !== null && Object.hasOwn(sentences, word) ? (sentences[word] ?? '') : ''
