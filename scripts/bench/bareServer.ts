import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** What answers are compared with: Node's own server, which sends the bytes of the file `BODY` to everyone. */
const { PORT = "0", BODY = "" } = process.env;
const body = readFileSync(BODY);
createServer((_request, response) => {
  response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Length": body.length }).end(body);
}).listen(Number(PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));
