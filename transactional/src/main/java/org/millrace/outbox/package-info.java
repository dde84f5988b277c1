/**
 * Events kept in the transaction that made them: one outbox row each, then the handlers of other
 * domains.
 *
 * <p>Read {@link org.millrace.outbox.Events} first. Imports shared and database only.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "database"})
package org.millrace.outbox;
