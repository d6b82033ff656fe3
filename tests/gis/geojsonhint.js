// Mapbox's geojsonhint has nothing to say about the files that are named.
const { readFileSync } = require("fs");
const { hint } = require("@mapbox/geojsonhint");

for (const file of process.argv.slice(2)) {
  const hints = hint(readFileSync(file, "utf8"));
  if (hints.length > 0) {
    console.error(`${file}: ${JSON.stringify(hints.slice(0, 5))}`);
    process.exit(1);
  }
}
console.log(`geojsonhint has nothing to say about ${process.argv.length - 2} files`);
