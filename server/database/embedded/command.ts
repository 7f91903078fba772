import type { Plain } from "./bson.ts";
import type { Catalog } from "./catalog.ts";
import type { Cursors } from "./cursors.ts";
import type { GroupCommit } from "./groupCommit.ts";
import type { Sqlite } from "./sqlite.ts";
import type { RawBatch, Request } from "./wire.ts";

/** What commands work with. */
export interface Engine {
  readonly sqlite: Sqlite;
  readonly catalog: Catalog;
  readonly cursors: Cursors;
  readonly commits: GroupCommit;
}

/** A command in hand: its database and collection, and documents that came as bytes. */
export interface Call {
  readonly command: Plain;
  readonly database: string;
  readonly name: string;
  readonly sections: Request["sections"];
}

/** A command's answer: a document, or a batch of documents as bytes. */
export type Answer = { readonly document: Plain } | { readonly batch: RawBatch };

/** Does one command. */
export type Command = (engine: Engine, call: Call) => Answer | Promise<Answer>;
