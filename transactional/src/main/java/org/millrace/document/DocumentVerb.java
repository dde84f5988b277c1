package org.millrace.document;

import java.util.function.Function;
import org.millrace.shared.CompanyCode;

/**
 * What people do to one document by a request of its own, and so by a row of a file: receipts of an
 * order, its cancellation.
 *
 * @param kind of the document
 * @param name the word in its address; {@code change} where the whole document is said anew
 * @param permission the permission that it needs
 * @param request the record of what is asked
 * @param take does it to the document as it is now, within the running transaction; gives what the
 *     verb answers
 */
public record DocumentVerb<R extends Record>(
    DocumentKind<?> kind,
    String name,
    String permission,
    Class<R> request,
    Function<Asked, Object> take) {
  /** The verb that changes a document as a whole. */
  public static final String CHANGE = "change";

  /** A request for one document. */
  public record Asked(CompanyCode company, String number, Record request) {}
}
