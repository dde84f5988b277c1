package org.millrace.document.together;

import java.util.List;
import org.millrace.document.Documents;
import org.millrace.shared.CompanyCode;

/** Documents in their tables, where what is made is written at once. */
public interface StoredDocuments<T extends Record> extends Documents<T> {
  /**
   * Passes when no master has a code like one of these, in capital or small letters; other
   * documents pass.
   *
   * @throws org.millrace.shared.Refused as conflict, naming the one that is there
   */
  void refuseAlike(CompanyCode company, List<T> masters);
}
