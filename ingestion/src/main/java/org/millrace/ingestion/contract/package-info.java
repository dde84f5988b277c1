/**
 * Holds each event against the contract that its type and version name.
 *
 * <p>Read {@link org.millrace.ingestion.contract.Contracts} first. May import envelope and outbox.
 */
package org.millrace.ingestion.contract;
