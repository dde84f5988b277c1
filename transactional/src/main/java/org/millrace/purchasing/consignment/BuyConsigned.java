package org.millrace.purchasing.consignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.purchasing.NewPurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

/** Buys goods that lie here already. */
public interface BuyConsigned {
  /**
   * Places an order for goods and receives them at once in the location in which they lie.
   *
   * @param lots of which lot the goods of each line are
   */
  Bought buy(
      CompanyCode company,
      NewPurchaseOrder wanted,
      LocationCode location,
      List<Lot> lots,
      Happened happened);

  /**
   * Sends goods back that were bought so, of each line of the order.
   *
   * @throws org.millrace.shared.Refused as invalid when some of them went back already, as conflict
   *     when they are gone
   */
  void sendBack(CompanyCode company, Bought bought, List<Part> parts, Happened happened);

  /** So much of a line, of its lot. */
  record Part(Quantity quantity, Optional<LotCode> lot) {}

  /** The lot of goods where lots are kept, and until when they are good where they expire. */
  record Lot(Optional<LotCode> lot, Optional<LocalDate> expiresOn) {}

  /** An order and the receipt of its goods. */
  record Bought(PurchaseOrderNumber order, String receipt) {}
}
