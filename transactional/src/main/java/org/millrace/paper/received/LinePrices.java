package org.millrace.paper.received;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.millrace.einvoice.Line;
import org.millrace.paper.EInvoice;
import org.millrace.shared.Money;
import org.millrace.shared.UnitPrice;

/** Prices of one unit, so that quantity x price is the net amount to the cent. */
final class LinePrices {
  private LinePrices() {}

  /** BT-146 for one unit: 100.00 for 100 of them (BT-149) is 1. */
  static BigDecimal ofOne(Line line) {
    return line.price()
        .per()
        .map(Line.Amount::number)
        .filter(per -> per.signum() != 0)
        .map(per -> line.price().net().divide(per, UnitPrice.DECIMALS, RoundingMode.HALF_UP))
        .orElse(line.price().net());
  }

  /**
   * The price of one unit that makes a net amount: the printed one where it does, else the amount
   * divided by the quantity. 46.50 for 25 printed at 1.86 is 1.86; 9.99 for 3 printed at 3.34 is
   * 3.33.
   */
  static BigDecimal exact(EInvoice.Line line, BigDecimal net) {
    int decimals = Money.digits(line.netAmount().currency());
    BigDecimal printed = line.unitPrice();
    boolean isExact =
        printed.stripTrailingZeros().scale() <= UnitPrice.DECIMALS
            && printed
                    .multiply(line.quantity())
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .compareTo(net)
                == 0;
    return isExact || line.quantity().signum() == 0
        ? printed
        : net.divide(line.quantity(), UnitPrice.DECIMALS, RoundingMode.HALF_UP);
  }
}
