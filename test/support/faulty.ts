/** Called before and after every call of an async method; what it throws, the caller of the method gets. */
export type FaultHook = (moment: "before" | "after", method: string, args: readonly unknown[]) => void;

/** The same object, whose async methods can fail before they do anything or after they have done it. */
export function makeFaulty<T extends object>(inner: T, hook: FaultHook): T {
  return new Proxy(inner, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        hook("before", String(name), args);
        const answer = await (member as (...args: unknown[]) => unknown).apply(target, args);
        hook("after", String(name), args);
        return answer;
      };
    },
  });
}

/** What an injected crash throws. */
export class Crash extends Error {
  constructor(where: string) {
    super(`crash ${where}`);
    this.name = "Crash";
  }
}
