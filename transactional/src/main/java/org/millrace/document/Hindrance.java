package org.millrace.document;

import java.util.Collection;
import java.util.Map;
import org.millrace.shared.CompanyCode;

/**
 * What keeps documents of a kind from an act that their own state allows: known by a domain that
 * the kind does not know, and refused by that when the act is tried.
 */
public interface Hindrance {
  /** The kind of the documents. */
  DocumentKind<?> kind();

  /** The act, as its address names it: {@code deliver}. */
  String act();

  /** Why it is not possible now, by the numbers of those that are kept from it. */
  Map<String, String> of(CompanyCode company, Collection<String> numbers);
}
