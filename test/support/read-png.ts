import { inflateSync } from 'node:zlib';

/** What a PNG of four colours at most shows: a number of its palette for each dot, and the palette. */
export function readPng(base64: string) {
  const file = Buffer.from(base64, 'base64');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    chunks.set(name, file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const lineBytes = 1 + width / 4;
  const dots = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      const byte = packed[row * lineBytes + 1 + (column >> 2)];
      return (byte >> (6 - 2 * (column & 3))) & 3;
    }),
  );
  const colours = chunks.get('PLTE') ?? Buffer.alloc(0);
  const palette = Array.from(
    { length: colours.length / 3 },
    (_, at) => `#${colours.toString('hex', at * 3, at * 3 + 3)}`,
  );
  return { width, height, dots, palette };
}
