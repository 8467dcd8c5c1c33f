/** The words that tell what a figure measures, of whom, in which role, and who says so. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the claims' tables.
export interface ClaimWords {}
