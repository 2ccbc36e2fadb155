// A PDF as its sheets: the words of each, and the size of its smallest letters.

// The reader can also draw, and asks for what drawing needs; nothing is drawn here.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

export async function read(bytes) {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false, useSystemFonts: true });
  const paper = await loading.promise;
  const sheets = [];
  for (let number = 1; number <= paper.numPages; number++) {
    const { items } = await (await paper.getPage(number)).getTextContent();
    const written = items.filter((item) => item.str?.trim());
    const words = items.map((item) => item.str + (item.hasEOL ? " " : "")).join("");
    sheets.push({ words: words.normalize("NFC").replace(/\s+/g, " ").trim(), smallest: Math.min(...written.map((item) => Math.hypot(item.transform[0], item.transform[1]))) });
  }
  await loading.destroy();
  return sheets;
}
