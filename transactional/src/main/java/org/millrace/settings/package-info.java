/**
 * What the operator can set, read once from the environment and checked at start.
 *
 * <p>Read {@link org.millrace.settings.CoreSettings}. Imports shared only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared"})
package org.millrace.settings;
