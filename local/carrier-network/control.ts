import type { Reply } from './carrier.ts'
import { routesOf } from './control-routes.ts'
import type { Controlled } from './controlled.ts'
import { json } from './json-reply.ts'
import { PhoneNumber } from './phone-number.ts'

const failed = (status: number, sentence: string) => json(status, { error: sentence })

const decode = (segment: string) => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** @returns e.g. the pattern "/carriers/:carrier/phones/:phone", and the names in it */
const readPath = (path: string) => {
  const segments = path.split('/').map(decode)
  const after = (collection: string) => segments.findIndex((_segment, index) => segments[index - 1] === collection)
  const [carrier, phone] = [after('carriers'), after('phones')]
  const pattern = segments.map((segment, index) => (index === carrier ? ':carrier' : index === phone ? ':phone' : segment))
  return { pattern: pattern.join('/'), place: { carrier: segments[carrier], phone: segments[phone] } }
}

/** What a developer or a test asks of the network: scripts and the truth. */
export const createControl = (network: Controlled) => {
  const routes = routesOf(network)
  return async (method: string, path: string, body: string): Promise<Reply> => {
    const { pattern, place } = readPath(path)
    const route = routes[`${method} ${pattern}`]
    if (route === undefined) {
      return failed(404, `There is no ${method} ${path} here; there are ${Object.keys(routes).join(', ')}.`)
    }
    const carriers = network.carriers.filter(({ name }) => place.carrier === undefined || name === place.carrier)
    if (carriers.length === 0) {
      return failed(
        404,
        `There is no carrier ${place.carrier}; there are ${network.carriers.map(({ name }) => name).join(', ')}.`,
      )
    }
    if (place.phone !== undefined && !PhoneNumber.safeParse(place.phone).success) {
      return failed(400, `${place.phone} is not a number in E.164, such as +14155550123.`)
    }
    return route({ place, carriers, body })
  }
}
