/** Word classes as the tables of English are written: a class a line, its words with spaces between them. */

/** By word its class. A word that several classes have is of the last. */
export const classes = <T extends string>(table: Readonly<Record<T, string>>): Map<string, T> =>
  new Map((Object.entries(table) as [T, string][]).flatMap(([name, list]) => list.split(' ').map((word) => [word, name] as const)));
