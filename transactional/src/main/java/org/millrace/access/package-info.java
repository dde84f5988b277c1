/**
 * Who may come in and what they may do: users, roles, login, tokens.
 *
 * <p>Read {@link org.millrace.access.PermissionsHttp} for what each role may do. Imports shared,
 * settings, json and web.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "settings", "json", "web"})
package org.millrace.access;
