/** Colours go through eight bits (0.5 comes back as 0.49803922), zero parts are left out: seen in recordings. */

const parts = new Set(["red", "green", "blue"]);

/** Float32 in as few digits as tell it apart, as the service prints it. */
function float32(value: number): number {
  const exact = Math.fround(value);
  for (let digits = 6; digits < 10; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (Math.fround(short) === exact) return short;
  }
  return exact;
}

const isColour = (object: object) => {
  const keys = Object.keys(object);
  return keys.length > 0 && keys.every((key) => parts.has(key) || key === "alpha");
};

/** The same JSON with every colour in it rounded. */
export function roundColours(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(roundColours);
  if (json === null || typeof json !== "object") return json;
  if (isColour(json)) {
    const entries = Object.entries(json as Record<string, number>).flatMap(([key, value]) => {
      if (!parts.has(key)) return key === "alpha" ? [[key, value]] : [];
      const bits = Math.floor(Math.min(1, Math.max(0, value)) * 255);
      return bits === 0 ? [] : [[key, float32(bits / 255)]];
    });
    return Object.fromEntries(entries);
  }
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, roundColours(value)]));
}
