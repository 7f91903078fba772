import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { toCanvas, toString } from "qrcode";
import { saveFile } from "../../parts/saveFile.ts";

/** Read also where a fifth of it is soiled: posters hang outside. */
const errorCorrectionLevel = "Q";
const pixels = 1_200;

/** An address as a QR code (ISO/IEC 18004), black on white in every scheme of colours, so that cameras read it. */
export function QrCode({ address, label }: { address: string; label: string }): JSX.Element {
  const [drawn, setDrawn] = useState("");
  useEffect(() => {
    void qrSvg(address).then(setDrawn);
  }, [address]);
  const source = drawn === "" ? "data:," : `data:image/svg+xml,${encodeURIComponent(drawn)}`;
  return <img class="qr-code" src={source} alt={label} />;
}

/** Has the browser save an address's code as a drawing that can be printed at any size. */
export async function saveQrSvg(address: string, name: string): Promise<void> {
  saveFile(new Blob([await qrSvg(address)], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Has the browser save an address's code as a picture. */
export async function saveQrPng(address: string, name: string): Promise<void> {
  const canvas = document.createElement("canvas");
  await toCanvas(canvas, address, { errorCorrectionLevel, width: pixels });
  canvas.toBlob((picture) => {
    if (picture !== null) saveFile(picture, `${name}.png`);
  });
}

function qrSvg(address: string): Promise<string> {
  return toString(address, { type: "svg", errorCorrectionLevel });
}
