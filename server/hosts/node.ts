/** The language server on Node: stdio or IPC, and all of its file access. */
console.error('not yet');
