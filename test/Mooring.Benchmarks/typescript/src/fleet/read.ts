import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Fleet } from "./fleet";

export function readFleet(file: string): Fleet {
  return parse(readFileSync(file, "utf8")) as Fleet;
}
