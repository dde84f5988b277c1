package org.millrace.collaboration;

import org.millrace.document.tag.Tags;
import org.millrace.shared.CompanyCode;

/**
 * A document that is there and that the caller may read.
 *
 * @param kind domain and type, {@code sales/order}
 * @param aggregateId under which its events stand
 */
public record Subject(CompanyCode company, String kind, String number, String aggregateId) {
  /** The document as its tags name it. */
  public Tags.Tagged tagged() {
    return new Tags.Tagged(company, kind, number);
  }
}
