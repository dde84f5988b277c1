/**
 * One JSON for HTTP and events: money and codes as bare values, enums in kebab case.
 *
 * <p>Read {@link org.millrace.json.Json} first. Imports shared only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package org.millrace.json;
