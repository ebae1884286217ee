// Where the page's parts come from: fetched beside it under hashed names, or, in so06.html, out of the
// page itself (gzip in base64 in data blocks). The bundler writes the list.

export type Assets = {
  wasm: string;
  fonts: { [name: string]: string };
  samples: { [name: string]: string };
};

declare const so06_assets: Assets;
export const assets: Assets = so06_assets;

/** A data block of the page is named "#id". */
export async function bytes_of(address: string): Promise<ArrayBuffer> {
  if (address.startsWith("#")) return unpack(document.getElementById(address.slice(1))?.textContent ?? "");
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** The module compiled while it comes in; its bytes where the browser or the server cannot do that. */
export async function module_of(address: string): Promise<WebAssembly.Module | ArrayBuffer> {
  if (address.startsWith("#")) return bytes_of(address);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const typed = answer.headers.get("content-type") === "application/wasm";
  return typed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

async function unpack(base64: string): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
