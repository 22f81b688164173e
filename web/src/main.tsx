import { render } from "preact";
import { App } from "./app.tsx";
import { readConfig } from "./config.ts";
import "./style.css";

const place = document.getElementById("app");
if (place === null) throw new Error("index.html has no place for the pages");

readConfig().then(
  (config) => render(<App config={config} />, place),
  (error: unknown) => {
    place.textContent = `config.json: ${String(error)}`;
  },
);
