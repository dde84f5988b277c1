package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.millrace.shared.CompanyCode;

/** What of which paper was posted from files. */
interface PostedPieces {
  /** A piece that is posted, under the number of the document it became. */
  record Posted(
      String sourceNumber,
      int piece,
      Piece.Kind kind,
      String number,
      LocalDate postedOn,
      BigDecimal quantity,
      BigDecimal amount,
      List<UUID> hashes) {
    public Posted {
      hashes = List.copyOf(hashes);
    }
  }

  /** Lets one import at a time write to the company, until the transaction ends. */
  void hold(CompanyCode company);

  /** The pieces of these papers, by source number and in the order of their pieces. */
  Map<String, List<Posted>> of(CompanyCode company, Collection<String> sourceNumbers);

  void add(CompanyCode company, UUID run, List<Posted> pieces);
}
