/** The page of a picture, empty: its script draws what it is sent. It may load its own script and style, and nothing else. */
import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** The folder with the page's script. */
export function scriptFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist');
}

export function pageOf(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(16).toString('hex');
  const script = webview.asWebviewUri(Uri.joinPath(scriptFolder(extension), 'picture.js'));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

const STYLE = `
body { padding: 0 20px 20px; color: var(--vscode-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; flex-wrap: wrap; }
h1 { font-size: 1.3em; font-weight: 600; }
figure { margin: 0; }
svg { display: block; max-width: 100%; height: auto; }
svg .mark, svg .label { cursor: pointer; }
.rows { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-top: 12px; }
caption { text-align: start; padding: 4px 8px; color: var(--vscode-descriptionForeground); }
th, td { text-align: start; vertical-align: top; padding: 4px 8px; border-top: 1px solid var(--vscode-contrastBorder, var(--vscode-editorWidget-border, var(--vscode-descriptionForeground))); }
thead th { border-top: 0; font-weight: 600; vertical-align: bottom; }
td:nth-child(3) { white-space: nowrap; }
td:last-child { min-width: 11em; }
tbody button { padding: 0; border: 0; background: none; color: var(--vscode-textLink-foreground); font: inherit; font-weight: 600; text-align: start; cursor: pointer; }
tbody button:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
#save { border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); padding: 4px 11px; background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground); font: inherit; cursor: pointer; border-radius: 2px; }
#save:hover { background: var(--vscode-button-secondaryHoverBackground); }
`;
