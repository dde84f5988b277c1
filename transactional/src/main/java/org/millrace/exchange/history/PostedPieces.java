package org.millrace.exchange.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.millrace.shared.CompanyCode;

/** What of which document was posted from files. */
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
      List<UUID> hashes,
      List<String> items) {
    /** The item of a row that was posted before items were noted. */
    static final String UNKNOWN = "";

    public Posted {
      hashes = List.copyOf(hashes);
      items = List.copyOf(items);
    }

    /** The item of the row with the hash at that place. */
    String item(int place) {
      return place < items.size() ? items.get(place) : UNKNOWN;
    }
  }

  /** Lets one import at a time write to the company, until the transaction ends. */
  void hold(CompanyCode company);

  /** The pieces of these documents, by source number and in the order of their pieces. */
  Map<String, List<Posted>> of(CompanyCode company, Collection<String> sourceNumbers);

  void add(CompanyCode company, UUID run, List<Posted> pieces);
}
