/**
 * Who may come in and what they may do: users, roles, login, sessions, API keys.
 *
 * <p>Read {@code access/roles.yaml} for what each role may do, and {@link
 * org.millrace.access.PermissionsHttp} for how endpoints ask. Imports shared, settings, json and
 * web.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "settings",
      "json",
      "web",
      "web::approval",
      "document",
      "document::list"
    })
package org.millrace.access;
