/** Lists that are kept in order while items come and go. */

/** Where an item stands in such a list, or would: behind those that come before it. */
export function placeIn<Item>(list: readonly Item[], comesBefore: (other: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
