package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.util.List;
import org.millrace.exchange.history.row.SalesRow;
import org.millrace.party.Company;

/**
 * Tells of a document whose rows in the file differ from those that are posted under its number.
 * The rows that differ are not posted: the document is corrected in the books, or not at all.
 */
record Changed(
    String event,
    String number,
    long line,
    BigDecimal fileQuantity,
    BigDecimal bookQuantity,
    BigDecimal fileAmount,
    BigDecimal bookAmount) {

  static Changed of(
      Company company,
      SalesDocument document,
      List<SalesRow> changed,
      List<PostedPieces.Posted> posted,
      CompareBooks.Standing standing) {
    return new Changed(
        "changed",
        document.number(),
        changed.get(0).line(),
        sum(document.rows().stream().map(SalesRow::quantity).toList()),
        sum(posted.stream().map(PostedPieces.Posted::quantity).toList()),
        sum(document.rows().stream().map(row -> row.amount(company.currency())).toList()),
        sum(posted.stream().map(standing::amount).toList()));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
