import { App } from "cdktf";
import { readFleet } from "./fleet/read";
import { addFleet } from "./stacks/layout";

const [fleetFile, outdir] = process.argv.slice(2);
if (fleetFile === undefined || outdir === undefined) {
  console.error("usage: node dist/main.js <fleet.yaml> <outdir>");
  process.exit(2);
}

const app = new App({ outdir, skipValidation: true });
addFleet(app, readFleet(fleetFile));
app.synth();
