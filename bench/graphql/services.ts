import { silentLog } from "../../core/log.ts";
import { makeRollups } from "../../core/rollup/rollup.ts";
import type { Store } from "../../core/store/store.ts";
import { makeTokenVerifier } from "../../graphql/auth.ts";
import type { Services } from "../../graphql/context.ts";
import { makeLocalIssuer } from "../../local/issuer.ts";

/** The product's services over a store, with the local issuer's real tokens. */
export async function makeServices(store: Store): Promise<{ readonly services: Services; readonly token: string }> {
  const issuer = await makeLocalIssuer();
  const world = { nowMs: Date.now, random: (bound: number) => Math.floor(Math.random() * bound) };
  const notHere = () => Promise.reject(new Error("no sync in this bench"));
  const services: Services = {
    store,
    world,
    log: silentLog,
    verifyToken: makeTokenVerifier(issuer, world.nowMs, issuer.keys),
    accounts: [],
    rollups: makeRollups({ store, world, log: silentLog }),
    sync: { preview: notHere, run: notHere, read: notHere, tellPaused: notHere },
    health: async () => ({ ok: true }),
  };
  return { services, token: await issuer.token({ unit: "cn", role: "VERIFIER" }) };
}
