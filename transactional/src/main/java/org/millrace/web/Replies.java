package org.millrace.web;

import org.millrace.shared.Version;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that carry the version of a document as their ETag. */
public final class Replies {
  private Replies() {}

  /** 201 with the document made. */
  public static <T> ResponseEntity<T> created(T document, Version version) {
    return ResponseEntity.status(HttpStatus.CREATED).eTag(tag(version)).body(document);
  }

  /** 200 with the document as it is now. */
  public static <T> ResponseEntity<T> ok(T document, Version version) {
    return ResponseEntity.ok().eTag(tag(version)).body(document);
  }

  private static String tag(Version version) {
    return "\"" + version.number() + "\"";
  }
}
