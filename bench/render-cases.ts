import { compile, type WithSlots } from '../functions/template/compose.ts'
import type { Slot } from '../functions/template/slot.ts'

/** A template with parameters for it, whose text comes to so many parts of an encoding. */
export interface RenderCase {
  readonly name: string
  readonly alphabet: Alphabet
  readonly parts: number
  readonly template: WithSlots
  readonly params: Readonly<Record<string, unknown>>
}

export type Alphabet = keyof typeof alphabets

interface Message {
  readonly slots: Readonly<Record<string, Slot>>
  readonly params: Readonly<Record<string, unknown>>
  readonly text: string
}

/** As the five industry kinds write: codes and words, amounts, days, times and names of things. */
const messages: Readonly<Record<string, Message>> = {
  verification: {
    slots: { code: { type: 'code', length: 6, example: '042817' } },
    params: { code: '042817' },
    text: 'Shop: {{code}}.',
  },
  order: {
    slots: {
      orderNo: { type: 'text', maxLength: 20, characters: 'identifier', example: '4711' },
      name: { type: 'text', maxLength: 20, example: 'Ada' },
    },
    params: { orderNo: 'HX-20931', name: 'Grace' },
    text: 'Shop: {{name}}, {{orderNo}} is sent.',
  },
  payment: {
    slots: {
      amount: { type: 'money', currencies: ['EUR'], maxMinorUnits: 1_000_000, example: { minorUnits: 4990, currency: 'EUR' } },
    },
    params: { amount: { minorUnits: 129_950, currency: 'EUR' } },
    text: 'Shop: {{amount}} paid.',
  },
  logistics: {
    slots: {
      parcelNo: { type: 'text', maxLength: 20, characters: 'identifier', example: 'HX-20931' },
      day: { type: 'date', example: '2026-11-24' },
    },
    params: { parcelNo: 'HX-20931', day: '2026-11-24' },
    text: 'Shop: {{parcelNo}} comes {{day}}.',
  },
  membership: {
    slots: {
      level: { type: 'enum', values: { gold: { en: 'Gold' }, silver: { en: 'Silver' } }, example: 'gold' },
      points: { type: 'number', min: 0, max: 100_000, example: 1200 },
    },
    params: { level: 'silver', points: 12_500 },
    text: 'Shop: {{level}}, {{points}}.',
  },
}

/** What a text is filled up with. */
const alphabets = {
  GSM: ' Thank you for being with us.',
  'UCS-2': ' Σας ευχαριστούμε πολύ.',
  emoji: ' Thank you 🎉😀',
}

const filledUp = ({ slots, params, text }: Message, filling: string, parts: number): WithSlots => {
  for (let filled = text + filling; ; filled += filling) {
    const template = { slots, texts: { en: filled }, defaultLocale: 'en' }
    const composed = compile(template)(params)
    if (!composed.ok || composed.parts > parts) throw new Error('the text does not come to the parts it should have')
    if (composed.parts === parts) return template
  }
}

export const renderCases: readonly RenderCase[] = Object.entries(messages).flatMap(([name, message]) =>
  (['GSM', 'UCS-2', 'emoji'] as const).flatMap((alphabet) =>
    [1, 2, 3].map((parts) => ({
      name,
      alphabet,
      parts,
      template: filledUp(message, alphabets[alphabet], parts),
      params: message.params,
    })),
  ),
)
