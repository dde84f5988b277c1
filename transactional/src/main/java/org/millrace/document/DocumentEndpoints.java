package org.millrace.document;

import java.util.List;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.web.Replies;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What every kind of document answers at its address: the list, one document, its history. The
 * adapter of a kind adds the verbs.
 *
 * @param <T> the record of the document
 * @param <N> its number
 */
public abstract class DocumentEndpoints<T extends Record, N extends Code> {
  private final Documents<T> documents;
  private final DocumentHistory history;

  protected DocumentEndpoints(Documents<T> documents, DocumentHistory history) {
    this.documents = documents;
    this.history = history;
  }

  /** The documents of the list, as {@link ListRequest} tells. */
  @GetMapping
  public ListAnswer<T> list(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    DocumentPage<T> page = documents.page(company, ListRequest.of(query));
    return new ListAnswer<>(
        page.rowsAs(row -> DocumentAnswer.of(documents.kind(), row)),
        page.page(),
        page.size(),
        page.hasMore(),
        page.total(),
        page.isTotalExact());
  }

  /** One document. */
  @GetMapping("/{number}")
  public ResponseEntity<DocumentAnswer<T>> one(
      @PathVariable CompanyCode company, @PathVariable N number) {
    return ok(documents.named(company, number));
  }

  /** Who did what with it when, the latest first. */
  @GetMapping("/{number}/history")
  public List<DocumentHistory.Entry> history(
      @PathVariable CompanyCode company, @PathVariable N number) {
    return history.of(documents.kind(), documents.named(company, number));
  }

  /** What the kernel knows of the kind. */
  public DocumentKind<T> kind() {
    return documents.kind();
  }

  /** The documents of the kind. */
  protected Documents<T> documents() {
    return documents;
  }

  /** 201 with the document made. */
  protected ResponseEntity<DocumentAnswer<T>> created(Versioned<T> made) {
    return Replies.created(DocumentAnswer.of(documents.kind(), made), made.version());
  }

  /** 200 with the document as it is now. */
  protected ResponseEntity<DocumentAnswer<T>> ok(Versioned<T> stored) {
    return Replies.ok(DocumentAnswer.of(documents.kind(), stored), stored.version());
  }
}
