import { createHmac } from 'node:crypto'

/** Twilio's X-Twilio-Signature: over the URL, without a fragment, and each name and value in the order of the names. */
export const signature = (authToken: string, url: string, form: Readonly<Record<string, string>>) => {
  const parameters = Object.keys(form)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => name + form[name])
  return createHmac('sha1', authToken)
    .update(url + parameters.join(''))
    .digest('base64')
}
