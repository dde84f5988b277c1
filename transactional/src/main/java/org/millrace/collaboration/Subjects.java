package org.millrace.collaboration;

import java.time.Instant;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;

/** Finds the documents that people add something to. */
public final class Subjects {
  private final DocumentStores stores;

  Subjects(DocumentStores stores) {
    this.stores = stores;
  }

  /**
   * The document of that address.
   *
   * @throws org.millrace.shared.Refused when there is none or the caller may not read it
   */
  public Subject find(CompanyCode company, String domain, String type, String number) {
    return find(company, stores.named(domain + "/" + type), number);
  }

  private static <T extends Record> Subject find(
      CompanyCode company, Documents<T> documents, String number) {
    Caller.current().requireSome(company, documents.kind().readPermission());
    Versioned<T> found = documents.named(company, new DocumentNumber(number));
    String aggregate = documents.kind().head(found, Instant.EPOCH).aggregateId();
    return new Subject(company, documents.kind().name(), number, aggregate);
  }

  /**
   * The name of a kind whose documents the caller may read.
   *
   * @throws org.millrace.shared.Refused when there is no such kind or it may not be read
   */
  public String kind(CompanyCode company, String domain, String type) {
    DocumentKind<?> kind = stores.named(domain + "/" + type).kind();
    Caller.current().require(company, kind.readPermission());
    return kind.name();
  }

  /** Whether the caller may read that document of a kind in a company. */
  public boolean mayRead(String company, String kind, String number) {
    Caller caller = Caller.current();
    Documents<?> documents = stores.named(kind);
    String permission = documents.kind().readPermission();
    return caller.may(company, permission)
        || caller.maySeeSome(company, permission)
            && !documents
                .find(new CompanyCode(company), List.of(new DocumentNumber(number)))
                .isEmpty();
  }
}
