/**
 * The verbs that hold bronze against the outbox, each a JVM of ingestion beside the running one.
 *
 * <p>Read {@link org.millrace.deploy.bronze.Verify} first. May import home and part.
 */
package org.millrace.deploy.bronze;
