/** What the PDF library looks for in a browser, and reading has no use for. Imported before it. */

const browser = globalThis as Record<string, unknown>;
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) browser[name] ??= class {};
browser.navigator ??= { platform: '', userAgent: '', language: 'en' };
