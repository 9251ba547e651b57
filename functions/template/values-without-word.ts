import * as z from 'zod'

const EnumSlot = z.object({ type: z.literal('enum'), values: z.record(z.string(), z.record(z.string(), z.string())) })

/**
 * The values of enum slots that have no word in the default locale, to which every other one falls back.
 * @param slots by name; those that are no enum, or cannot be read, are passed over
 */
export const valuesWithoutWord = (
  slots: Readonly<Record<string, unknown>>,
  defaultLocale: string,
): readonly { readonly slot: string; readonly value: string }[] =>
  Object.entries(slots).flatMap(([slot, declared]) =>
    Object.entries(EnumSlot.safeParse(declared).data?.values ?? {})
      .filter(([, words]) => !Object.hasOwn(words, defaultLocale))
      .map(([value]) => ({ slot, value })),
  )
