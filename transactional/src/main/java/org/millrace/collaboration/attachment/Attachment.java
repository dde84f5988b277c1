package org.millrace.collaboration.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on a document.
 *
 * @param size in bytes
 */
record Attachment(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    String addedBy,
    Instant addedAt) {}
