/*
 * The schemas of what is asked, and their validators: compiled when the site's scripts are built
 * (build.mjs), so that the page's policy need not let anything be compiled in the browser.
 */
import createPrecompiledValidator from "@rjsf/validator-ajv8/lib/createPrecompiledValidator.js"
import internal from "./asked.schema.json"
import open from "./asked-public.schema.json"
import * as internalValidators from "validators:asked"
import * as openValidators from "validators:asked-public"

/** What is asked, and what judges it; without internal keys where anyone reads the repository. */
export function asked(withInternal) {
  const [schema, validators] = withInternal ? [internal, internalValidators] : [open, openValidators]
  return { schema, validator: createPrecompiledValidator({ ...validators }, schema) }
}
