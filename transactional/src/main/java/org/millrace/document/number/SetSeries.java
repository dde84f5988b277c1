package org.millrace.document.number;

import org.millrace.document.DocumentKind;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;

/** The series that companies have set; kinds without one have the standard series. */
public interface SetSeries {
  /** A series with its version, 0 when it was never set. */
  record Stored(NumberSeries series, Version version) {}

  /** The series of a kind in a company. */
  Stored of(CompanyCode company, DocumentKind<?> kind);

  /**
   * Sets it, within the running transaction.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  Stored set(CompanyCode company, DocumentKind<?> kind, NumberSeries series, Version expected);
}
