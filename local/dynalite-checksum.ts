import { createRequire } from "node:module";
import { crc32 } from "node:zlib";

/**
 * dynalite 4.0.0 computes the checksum of each answer in JavaScript: a tenth of the time of a list of a hundred. Node has
 * it in C; both take a text as UTF-8. Known to fit exactly that version, which package.json pins.
 */
export function makeChecksumNative(): void {
  const require = createRequire(import.meta.url);
  const checksum = createRequire(require.resolve("dynalite"))("buffer-crc32") as { unsigned(body: string): number };
  checksum.unsigned = crc32;
}
