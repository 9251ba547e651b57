import type { Carrier, Reply } from './carrier.ts'
import type { Asked, Controlled } from './controlled.ts'
import { json } from './json-reply.ts'
import { replyRoutes } from './reply-routes.ts'
import { readScript } from './written-script.ts'

type Route = (asked: Asked) => Reply | Promise<Reply>

const done: Reply = { status: 204, headers: {}, body: '' }

const scriptRoutes = ({ scripts, doors }: Controlled) => {
  const moveDoors = async (carriers: readonly Carrier[]) => {
    for (const carrier of carriers) {
      const door = doors.get(carrier.name)
      await (scripts.inForce(carrier).down ? door?.shut() : door?.open())
    }
  }
  /** Answers with the script as it was understood. */
  const keep: Route = async ({ place, carriers, body }) => {
    const read = readScript(body, place, carriers)
    if ('error' in read) return json(400, read)
    scripts.keep(place, read.script)
    await moveDoors(carriers)
    return json(200, read.script)
  }
  const drop: Route = async ({ place, carriers }) => {
    scripts.drop(place)
    await moveDoors(carriers)
    return done
  }
  const show: Route = ({ place, carriers }) => json(200, carriers.map((carrier) => scripts.inForce(carrier, place.phone)).at(0))
  return { keep, drop, show }
}

/** By method and pattern. */
export const routesOf = (network: Controlled): Readonly<Record<string, Route>> => {
  const { scripts, truth, doors } = network
  const stateOf = (carrier: Carrier) => {
    const { name } = carrier
    return { carrier: name, url: doors.get(name)?.url, script: scripts.inForce(carrier) }
  }
  const { keep, drop, show } = scriptRoutes(network)
  const { keepAddress, write } = replyRoutes(network)
  return {
    'GET /carriers': ({ carriers }) => json(200, carriers.map(stateOf)),
    'GET /carriers/:carrier': show,
    'PUT /carriers/:carrier': keep,
    'DELETE /carriers/:carrier': drop,
    'GET /phones/:phone': ({ place }) => json(200, scripts.at(place)),
    'PUT /phones/:phone': keep,
    'DELETE /phones/:phone': drop,
    'GET /carriers/:carrier/phones/:phone': show,
    'PUT /carriers/:carrier/phones/:phone': keep,
    'DELETE /carriers/:carrier/phones/:phone': drop,
    'GET /scripts': () => json(200, scripts.all()),
    'GET /phones/:phone/messages': ({ place }) => json(200, truth.textsOn(place.phone ?? '')),
    'PUT /carriers/:carrier/replies': keepAddress,
    'POST /phones/:phone/replies': write,
    'GET /messages': () => json(200, truth.messages()),
    'GET /calls': () => json(200, truth.calls()),
    'DELETE /messages': () => {
      truth.forget()
      return done
    },
  }
}
