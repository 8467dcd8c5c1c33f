/** The names that settings go by, in the editor and in a file. */

/** The settings section that `workspace/configuration` is asked for. */
export const settingsSection = 'secondSource';

/** Keys of that section which are about what the editor shows: the server has no such settings. */
export const editorSettings: readonly string[] = ['gutterMarks'];

/** The file at a folder's root that says the same as the settings and wins key by key. */
export const settingsFile = 'second-source.json';
