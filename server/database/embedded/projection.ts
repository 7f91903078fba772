import { Query } from "mingo";
import { decode, decodeMembers, encode, type Plain } from "./bson.ts";
import { queryOptions } from "./scan.ts";

/** Prepares a projection: from a document's bytes to the bytes that the client asked for. */
export function projector(projection: Plain | undefined): (body: Buffer) => Buffer {
  const wanted = Object.entries(projection ?? {});
  if (wanted.length === 0) return (body) => body;
  const isPlainInclusion = wanted.every(
    ([path, value]) => !path.includes(".") && (value === 1 || value === true || (path === "_id" && !value)),
  );
  const included = wanted.filter(([, value]) => value === 1 || value === true).map(([path]) => path);
  if (isPlainInclusion && included.length > 0) {
    const members = new Set(
      projection?.["_id"] === 0 || projection?.["_id"] === false ? included : ["_id", ...included],
    );
    return (body) => encode(decodeMembers(body, members));
  }
  const query = new Query({}, queryOptions);
  return (body) => encode(query.find([decode(body)] as never, projection).all()[0] as Plain);
}
