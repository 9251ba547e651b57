import type * as z from 'zod'
import type { Carrier, Reply } from './carrier.ts'
import type { Asked, Controlled } from './controlled.ts'
import { json } from './json-reply.ts'
import { ReplyAddress, WrittenReply } from './phone-reply.ts'
import { readWritten } from './written-script.ts'

/** Who a text goes to that names nobody: whoever texted the phone last, or else Twilio's number for trying things. */
const nobodysNumber = '+15005550006'

const failed = (status: number, sentence: string) => json(status, { error: sentence })

const readBody = <Schema extends z.ZodType>(
  schema: Schema,
  body: string,
  take: (read: z.infer<Schema>) => Reply | Promise<Reply>,
) => {
  const read = readWritten(schema, body)
  return 'error' in read ? json(400, read) : take(read.written)
}

/** What phones write back, and where it is brought. */
export const replyRoutes = ({ truth, signal }: Pick<Controlled, 'truth' | 'signal'>) => {
  const addresses = new Map<string, string>()
  const lastSenderTo = (phone: string) => truth.textsOn(phone).findLast(({ from }) => from?.startsWith('+'))?.from

  const keepAddress = ({ carriers: [carrier], body }: Asked) =>
    readBody(ReplyAddress, body, ({ url }) => {
      if (carrier?.sendReply === undefined) return failed(400, `${carrier?.name} brings replies to nobody.`)
      addresses.set(carrier.name, url)
      return json(200, { url })
    })

  const bring = async ({ name, sendReply }: Carrier, phone: string, written: WrittenReply) => {
    const url = addresses.get(name)
    if (sendReply === undefined || url === undefined) return undefined
    const reply = { ...written, from: phone, to: written.to ?? lastSenderTo(phone) ?? nobodysNumber }
    return { carrier: name, ...(await sendReply(reply, url, signal)) }
  }
  /** To every carrier that has been told where to bring it. */
  const write = ({ place: { phone = '' }, carriers, body }: Asked) =>
    readBody(WrittenReply, body, async (written) => {
      const answers = await Promise.all(carriers.map((carrier) => bring(carrier, phone, written)))
      const brought = answers.filter((answer) => answer !== undefined)
      return brought.length > 0 ? json(200, brought) : failed(409, 'No carrier has been told where to bring replies.')
    })
  return { keepAddress, write }
}
