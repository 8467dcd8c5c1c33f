/** The words that figures are written with. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the scanner's tables.
export interface NumberWords {}
