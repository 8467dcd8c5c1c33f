/** The words that tell names from other capitals, and their kinds. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the names' tables.
export interface NameWords {}
