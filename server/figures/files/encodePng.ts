import type { SKRSContext2D } from "@napi-rs/canvas";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflate } from "node:zlib";

/** How many rows of dots are read and compressed at a time: memory does not grow with the height. */
const bandRows = 128;

/**
 * Compression of zlib. Flat colour is found again as it stands, so that a prediction from neighbours (PNG, section 9)
 * makes drawings larger. The canvas' own encoder predicts, and takes more than twice as long for files a third larger.
 */
const level = 4;

/** What is painted on a canvas as PNG, 8 bits a channel with opacity, row by row without prediction. */
export async function encodePng(context: SKRSContext2D): Promise<Buffer> {
  const { width, height } = context.canvas;
  const compressed = await pipeline(bandsOf(context), createDeflate({ level }), (parts) => buffer(parts));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", compressed), chunk("IEND", Buffer.alloc(0))]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Rows from the top, each behind a 0: it is as it is. */
function* bandsOf(context: SKRSContext2D): Generator<Buffer> {
  const { width, height } = context.canvas;
  const rowBytes = width * 4;
  for (let top = 0; top < height; top += bandRows) {
    const rows = Math.min(bandRows, height - top);
    const { data } = context.getImageData(0, top, width, rows);
    const band = Buffer.alloc(rows * (rowBytes + 1));
    for (let row = 0; row < rows; row++)
      band.set(data.subarray(row * rowBytes, (row + 1) * rowBytes), row * (rowBytes + 1) + 1);
    yield band;
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
