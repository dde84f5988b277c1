/**
 * How commands and questions come in over HTTP: idempotency keys, versions, pages, problem answers.
 *
 * <p>Read {@link org.millrace.web.Replies} first. Imports shared, json, database, outbox and
 * settings.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "json", "database", "outbox", "settings"})
package org.millrace.web;
