// Reads a JSON list of addresses from standard input; prints what WHATWG's URL makes of each: host, path, query and fragment.
import { readFileSync } from "node:fs";

const addresses = JSON.parse(readFileSync(0, "utf8"));
const parsed = addresses.map((address) => {
  const { protocol, host, pathname, search, hash, username } = new URL(address);
  return [protocol, host, pathname, search + hash + username];
});
process.stdout.write(JSON.stringify(parsed));
