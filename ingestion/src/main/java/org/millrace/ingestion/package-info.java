/**
 * Carries what the outbox records into the bronze tables of the lake, exactly once.
 *
 * <p>Read {@link org.millrace.ingestion.IngestionJob} first: the whole topology on one screen. This
 * package may import everything below it; it knows the envelope and no word of any business.
 */
package org.millrace.ingestion;
