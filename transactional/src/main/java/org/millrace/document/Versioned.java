package org.millrace.document;

import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;

/** A document as it is stored: of which company, in which version; the first version is 1. */
public record Versioned<T>(CompanyCode company, T document, Version version) {
  /** A document just made. */
  public static <T> Versioned<T> first(CompanyCode company, T document) {
    return new Versioned<>(company, document, new Version(1));
  }

  /** The document after its next change. */
  public Versioned<T> next(T changed) {
    return new Versioned<>(company, changed, new Version(version.number() + 1));
  }
}
