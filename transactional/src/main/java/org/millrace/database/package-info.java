/**
 * The database as domains use it: transactions, rows in bulk, one schema per domain.
 *
 * <p>Read {@link org.millrace.database.Transactions} first. Imports shared and settings.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "settings"})
package org.millrace.database;
