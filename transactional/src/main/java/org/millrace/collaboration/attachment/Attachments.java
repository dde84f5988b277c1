package org.millrace.collaboration.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.millrace.collaboration.Subject;

/** The files attached to documents. */
interface Attachments {
  Attachment add(Subject subject, AttachedFile file, String by, Instant now);

  /** Those of a document that were not removed, the oldest first. */
  List<Attachment> of(Subject subject);

  /** The content of one of them. */
  Optional<AttachedFile> file(Subject subject, UUID id);

  /** Removes one from the document; its content stays, as who removed it is kept. */
  void remove(Subject subject, UUID id, String by, Instant now);
}
