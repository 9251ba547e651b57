/** So many reads at once are quick, and no table or quota feels them. */
const mostAtOnce = 50

/** Yields what is read of each, in their order. */
export async function* readEach<Item, Read>(items: readonly Item[], read: (item: Item) => Promise<Read>): AsyncGenerator<Read> {
  for (let start = 0; start < items.length; start += mostAtOnce)
    yield* await Promise.all(items.slice(start, start + mostAtOnce).map(read))
}
