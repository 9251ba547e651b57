import { marshall } from '@aws-sdk/util-dynamodb'
import { Notification } from '../../../functions/notification/notification.ts'
import { type Command, inProcessDynamo } from '../dynamo/in-process-dynamo.ts'
import type { Item } from '../dynamo/value.ts'
import { Numbered } from './numbered.ts'
import type { Reply } from './place.ts'
import { replyOf } from './reply-of.ts'
import { type Held, tidiedRecord } from './tidied-record.ts'
import { type Key, touchedBy } from './touched-by.ts'

/** Items by place, both by number; 0 where there is none. */
type Items = readonly number[]

/** What a command came to: its reply, and what became of the items that it touched. */
interface Done {
  readonly reply: Reply
  readonly places: readonly number[]
  readonly items: Items
}

export interface Made {
  readonly reply: Reply
  readonly table: number
}

const placeOf = ({ PK, SK }: Key) => `${PK} ${SK}`

/** Whatever the table ever was, by number. What a command does to the same items it does once. */
export class Tables {
  readonly #tables = new Numbered<Items>()
  readonly #places = new Numbered<string>()
  readonly #partitions = new Map<string, Set<number>>()
  readonly #items = new Numbered<Item | undefined>()
  readonly #done = new Map<string, Done>()
  readonly #tidied = new Map<string, number>()
  readonly #notifications = new Map<number, Notification>()

  constructor() {
    this.#items.numberOf('nothing', undefined)
  }

  /** The table with these items. */
  holding(items: readonly Item[]): number {
    const table: number[] = []
    for (const item of items) table[this.#place(item)] = this.#items.numberOf(JSON.stringify(item), item)
    return this.#numberOf(table)
  }

  itemsOf(table: number): readonly Item[] {
    return this.#tables
      .of(table)
      .map((number) => this.#items.of(number))
      .filter((item) => item !== undefined)
  }

  /** Whether there is an item of a sort, e.g. "INTERVENTION", that fits. */
  has(table: number, sort: string, fits: (item: Item) => boolean = () => true): boolean {
    return this.itemsOf(table).some((item) => item.SK === sort && fits(item))
  }

  notificationOf(table: number): Notification {
    const known = this.#notifications.get(table)
    if (known) return known
    const notification = Notification.parse(this.#record(table))
    this.#notifications.set(table, notification)
    return notification
  }

  /** The notification's record as the table's stream holds it. */
  imageOf(table: number): object {
    return marshall(this.#record(table), { removeUndefinedValues: true })
  }

  /** Whether a name stands in the notification's record. */
  mentions(table: number, name: string): boolean {
    return JSON.stringify(this.#record(table) ?? {}).includes(`"${name}.`)
  }

  /** The table with the records of its notification and its recipient tidied. */
  tidied(table: number, names: readonly string[], held: Held): number {
    const key = `${table} ${held.notification} ${held.recipient} ${[...names].sort().join()}`
    const known = this.#tidied.get(key)
    if (known !== undefined) return known
    const tidy = this.holding(this.itemsOf(table).map((item) => tidiedRecord(item, names, held)))
    this.#tidied.set(key, tidy)
    return tidy
  }

  #record(table: number): Item | undefined {
    return this.itemsOf(table).find(({ SK }) => SK === 'NOTIFICATION')
  }

  /** Does a command. */
  make(table: number, command: Command, commandKey: string): Made {
    const items = this.#tables.of(table)
    const touched = touchedBy(command)
    const places = 'partition' in touched ? this.#placesOf(touched.partition) : touched.map((key) => this.#place(key))
    const key = `${places.map((place) => items[place] ?? 0).join()} ${commandKey}`
    const done = this.#done.get(key) ?? this.#execute(items, places, command)
    this.#done.set(key, done)
    return { reply: done.reply, table: this.#with(items, done) }
  }

  #with(items: Items, done: Done): number {
    const after = [...items]
    for (const [index, place] of done.places.entries()) after[place] = done.items[index] ?? 0
    return this.#numberOf(after)
  }

  #numberOf(items: Items): number {
    const filled = Array.from(items, (item: number | undefined) => item ?? 0)
    while (filled.at(-1) === 0) filled.pop()
    return this.#tables.numberOf(filled.join(), filled)
  }

  #execute(items: Items, places: readonly number[], command: Command): Done {
    const there = places.map((place) => this.#items.of(items[place] ?? 0)).filter((item) => item !== undefined)
    const dynamo = inProcessDynamo({ items: there })
    const reply = replyOf(() => dynamo.execute(command))
    const after = new Map(dynamo.items().map((item) => [this.#place(item), this.#items.numberOf(JSON.stringify(item), item)]))
    return { reply, places, items: places.map((place) => after.get(place) ?? 0) }
  }

  #placesOf(partition: string): readonly number[] {
    return [...(this.#partitions.get(partition) ?? [])]
  }

  #place(key: Key): number {
    const place = this.#places.numberOf(placeOf(key), placeOf(key))
    const { PK = '' } = key
    this.#partitions.set(PK, (this.#partitions.get(PK) ?? new Set()).add(place))
    return place
  }
}
