package org.millrace.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;

/**
 * A document as it is stored: of which company, in which version, with what in its custom fields;
 * the first version is 1.
 */
public record Versioned<T>(
    CompanyCode company, T document, Version version, Map<String, Object> custom) {
  public Versioned {
    custom = Collections.unmodifiableMap(new TreeMap<>(custom));
  }

  /** A document without custom fields. */
  public Versioned(CompanyCode company, T document, Version version) {
    this(company, document, version, Map.of());
  }

  /** A document just made. */
  public static <T> Versioned<T> first(CompanyCode company, T document) {
    return new Versioned<>(company, document, new Version(1));
  }

  /** The document after its next change. */
  public Versioned<T> next(T changed) {
    return new Versioned<>(company, changed, new Version(version.number() + 1), custom);
  }

  /** The same with these custom fields. */
  public Versioned<T> with(Map<String, Object> fields) {
    return new Versioned<>(company, document, version, fields);
  }
}
