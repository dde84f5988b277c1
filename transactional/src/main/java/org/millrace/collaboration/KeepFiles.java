package org.millrace.collaboration;

import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;

/** Keeps a file with a document that came from it or was made of it. */
public interface KeepFiles {
  /**
   * Attaches a file to a document that is there.
   *
   * @throws org.millrace.shared.Refused when it is empty, too large or of another type than those
   *     that offices exchange
   */
  void keep(CompanyCode company, DocumentRef document, String name, byte[] file);

  /** The latest file of that name that is attached to a document. */
  Optional<byte[]> kept(CompanyCode company, DocumentRef document, String name);
}
