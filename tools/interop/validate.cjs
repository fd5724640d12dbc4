// Validates each file of a folder as FHIR R4, by two validators that know nothing of each other. Prints what they find
// wrong, one line each, and ends with 1 where there is anything. What they cannot look up is no fault.
const fs = require("node:fs");
const path = require("node:path");
const SchemaValidator = require("@asymmetrik/fhir-json-schema-validator");
const { Fhir } = require("fhir");

const folder = process.argv[2];
const bySchema = new SchemaValidator();
const byProfiles = new Fhir();
let wrong = 0;

function told(file, validator, what) {
  wrong += 1;
  console.log(`${file}: ${validator}: ${what}`);
}

for (const file of fs.readdirSync(folder).sort()) {
  const bundle = JSON.parse(fs.readFileSync(path.join(folder, file), "utf-8"));
  for (const error of (bySchema.validate(bundle, true) || []).slice(0, 20)) {
    told(file, "schema", `${error.dataPath} ${error.message}`);
  }
  const { messages } = byProfiles.validate(bundle, { errorOnUnexpected: true });
  for (const found of messages.filter(({ severity }) => severity === "error" || severity === "fatal")) {
    told(file, "fhir", `${found.location} ${found.message}`);
  }
  const again = byProfiles.xmlToObj(byProfiles.objToXml(bundle));
  if (again.entry.length !== bundle.entry.length) told(file, "fhir", "is another bundle as XML");
}
process.exit(wrong ? 1 : 0);
