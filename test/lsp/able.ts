/** What the clients of the tests can do. */

/** What VS Code can do. */
export const able = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
  },
};

/** The same of a client that takes code actions and edits of several files. */
export const ableToEdit = {
  ...able,
  workspace: { ...able.workspace, workspaceEdit: { documentChanges: true } },
  textDocument: {
    ...able.textDocument,
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } }, isPreferredSupport: true, dataSupport: true },
  },
};

/** As able, but diagnostics have to be sent. */
export const unasking = { ...able, textDocument: { ...able.textDocument, diagnostic: undefined } };
