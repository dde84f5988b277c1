package org.millrace.document;

import java.util.Optional;
import java.util.function.BiFunction;
import org.millrace.document.together.RecordsMany;
import org.millrace.shared.CompanyCode;

/**
 * How a person records documents of a kind, and so what files of them hold: the columns of a file
 * are the components of the request in snake case, those of a list of records with the list's name
 * and a dot before them. Rows of the same {@code number} that follow each other are one document;
 * it gets a number of its own.
 *
 * @param kind what the kernel knows of the kind
 * @param permission the permission that it needs
 * @param request the record of what a new document holds
 * @param take makes one document within the running transaction; refuses what does not fit, gives
 *     what the verb answers
 * @param areTogether whether many may be made together
 * @param many makes many at once, where the kind has a way of its own
 */
public record DocumentImport<R extends Record>(
    DocumentKind<?> kind,
    String permission,
    Class<R> request,
    BiFunction<CompanyCode, Record, Object> take,
    boolean areTogether,
    Optional<RecordsMany<R, ?>> many) {

  /** The number of the document that an answer of the verb tells of. */
  public Optional<String> number(Object answer) {
    return numberOf(kind, answer);
  }

  private static <T extends Record> Optional<String> numberOf(DocumentKind<T> of, Object answer) {
    Object document = answer instanceof DocumentAnswer<?> told ? told.document() : answer;
    return of.record().isInstance(document)
        ? Optional.of(of.numberOf(of.record().cast(document)))
        : Optional.empty();
  }
}
