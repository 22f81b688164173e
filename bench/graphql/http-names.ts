export const httpServers = ["ours", "Apollo standalone", "graphql-yoga", "mercurius", "mercurius + jit"] as const;
