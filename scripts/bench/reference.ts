import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import express from "express";
import { openSqlite } from "../../server/database/embedded/sqlite.ts";

/**
 * What admission is compared with, both on the store's own SQLite with `synchronous=FULL`: `bare`, Node's HTTP server
 * with one durable put a request, and `express`, Express and JSON with the puts of one turn in one transaction.
 */
const { PORT = "0", DATA_DIRECTORY = ".", REFERENCE = "bare" } = process.env;
const sqlite = openSqlite(join(DATA_DIRECTORY, `${REFERENCE}.sqlite`));
sqlite.exec("CREATE TABLE IF NOT EXISTS puts (place INTEGER PRIMARY KEY, body BLOB NOT NULL)");
const put = sqlite.prepare("INSERT INTO puts (body) VALUES (?)");

const server = REFERENCE === "bare" ? createServer(bare) : createServer(grouped());
server.listen(Number(PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));

function bare(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    put.run([Buffer.concat(chunks)]);
    response.writeHead(201, { "Content-Type": "application/json" }).end('{"kept":true}');
  });
}

function grouped(): express.Express {
  const waiting: { body: Buffer; done: () => void }[] = [];
  const commit = (): void => {
    const group = waiting.splice(0);
    sqlite.exec("BEGIN IMMEDIATE");
    for (const { body } of group) put.run([body]);
    sqlite.exec("COMMIT");
    for (const { done } of group) done();
  };
  const app = express();
  app.use(express.json({ limit: 131_072 }), (request, response) => {
    const body = Buffer.from(JSON.stringify(request.body));
    if (waiting.push({ body, done: () => response.status(201).json({ kept: true }) }) === 1) setImmediate(commit);
  });
  return app;
}
