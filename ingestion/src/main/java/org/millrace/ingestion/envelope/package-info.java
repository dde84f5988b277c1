/**
 * The envelope around every event, which is all that ingestion knows of it.
 *
 * <p>Read {@link org.millrace.ingestion.envelope.Event} first. Imports nothing; the records are
 * public with plain fields so that Flink serialises them without a generic serializer.
 */
package org.millrace.ingestion.envelope;
