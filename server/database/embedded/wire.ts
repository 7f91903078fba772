import { decode, encode, type Plain } from "./bson.ts";

/** A request as it came over the wire. */
export interface Request {
  readonly requestId: number;
  /** The legacy form, which a driver uses for its first `hello` only. */
  readonly isQuery: boolean;
  /** Whether the client waits for an answer. */
  readonly wantsReply: boolean;
  /** The command, with documents that were sent apart from it as bytes under their name. */
  readonly command: Plain;
  readonly sections: ReadonlyMap<string, readonly Buffer[]>;
}

const operations = { reply: 1, query: 2004, message: 2013 } as const;
const flags = { checksum: 1, moreToCome: 2 } as const;
const headerLength = 16;

/** The largest message taken: what MongoDB allows. */
const mostMessageBytes = 48_000_000;

/**
 * Takes the whole messages off the front of `bytes`.
 *
 * @throws {RangeError} for what is not MongoDB's protocol; the connection should then be closed.
 */
export function takeMessages(bytes: Buffer): { requests: Request[]; rest: Buffer } {
  const requests: Request[] = [];
  let at = 0;
  while (bytes.length - at >= headerLength) {
    const length = bytes.readInt32LE(at);
    if (length < headerLength || length > mostMessageBytes) throw new RangeError("Not a message of MongoDB's protocol");
    if (bytes.length - at < length) break;
    requests.push(readMessage(bytes.subarray(at, at + length)));
    at += length;
  }
  return { requests, rest: bytes.subarray(at) };
}

function readMessage(message: Buffer): Request {
  const requestId = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === operations.query) return readQuery(message, requestId);
  if (operation !== operations.message)
    throw new RangeError(`Operation ${operation} of MongoDB's protocol is not spoken here`);
  const bits = message.readUInt32LE(headerLength);
  const end = message.length - ((bits & flags.checksum) === 0 ? 0 : 4);
  const sections = new Map<string, Buffer[]>();
  let command: Plain = {};
  let at = headerLength + 4;
  while (at < end) {
    const kind = message[at];
    const size = message.readInt32LE(at + 1);
    const body = message.subarray(at + 1, at + 1 + size);
    if (kind === 0) command = decode(body);
    else readSequence(body, sections);
    at += 1 + size;
  }
  return { requestId, isQuery: false, wantsReply: (bits & flags.moreToCome) === 0, command, sections };
}

function readSequence(section: Buffer, sections: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = section.readInt32LE(at);
    // A copy: the bytes are kept, and the message they came in should not be.
    documents.push(Buffer.from(section.subarray(at, at + size)));
    at += size;
  }
  sections.set(section.toString("latin1", 4, nameEnd), documents);
}

function readQuery(message: Buffer, requestId: number): Request {
  const nameEnd = message.indexOf(0, headerLength + 4);
  const command = decode(message.subarray(nameEnd + 9));
  return { requestId, isQuery: true, wantsReply: true, command, sections: new Map() };
}

/** The batch of a cursor as raw documents. */
export interface RawBatch {
  readonly id: bigint;
  readonly namespace: string;
  readonly batchName: "firstBatch" | "nextBatch";
  readonly documents: readonly Buffer[];
}

/** The bytes of a reply to a request. */
export function replyTo({ requestId, isQuery }: Request, document: Buffer): Buffer {
  const front = Buffer.alloc(isQuery ? headerLength + 20 : headerLength + 5);
  front.writeInt32LE(front.length + document.length, 0);
  front.writeInt32LE(requestId, 8);
  front.writeInt32LE(isQuery ? operations.reply : operations.message, 12);
  if (isQuery) front.writeInt32LE(1, front.length - 4);
  return Buffer.concat([front, document]);
}

/** `{ cursor: { id, ns, firstBatch: [...] }, ok: 1 }` around documents that are not decoded. */
export function cursorDocument({ id, namespace, batchName, documents }: RawBatch): Buffer {
  const items = documents.map((body, place) => Buffer.concat([element(3, String(place)), body]));
  const batch = wrap(items);
  const idBytes = Buffer.alloc(8);
  idBytes.writeBigInt64LE(id);
  const name = Buffer.from(`${namespace}\0`, "utf8");
  const nameLength = Buffer.alloc(4);
  nameLength.writeInt32LE(name.length);
  const cursor = wrap([element(18, "id"), idBytes, element(2, "ns"), nameLength, name, element(4, batchName), batch]);
  const ok = encode({ ok: 1 });
  return wrap([element(3, "cursor"), cursor, ok.subarray(4, -1)]);
}

function element(type: number, name: string): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`, "utf8")]);
}

function wrap(parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.from([0])], length);
}
