package org.millrace.scenario;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A document that an act made: its number, the goods on it, and the document that it belongs to,
 * such as the order of a receipt.
 *
 * @param moment when it counts
 * @param price what one of the goods cost, where the document says so
 * @param lot the lot of the goods, where they have one
 */
public record Made(
    Kind kind,
    String number,
    String item,
    BigDecimal quantity,
    String order,
    String moment,
    Optional<BigDecimal> price,
    Optional<String> lot) {

  /** A document whose order and price nobody asks for. */
  public static Made of(Kind kind, String number, String item, BigDecimal quantity, String moment) {
    return new Made(kind, number, item, quantity, "", moment, Optional.empty(), Optional.empty());
  }

  /** What was made. */
  public enum Kind {
    /** An order to a supplier. */
    PURCHASE_ORDER("purchasing/orders"),
    /** Goods that came from a supplier. */
    RECEIPT("purchasing/receipts"),
    /** Goods that went back to a supplier. */
    SUPPLIER_RETURN("purchasing/receipts"),
    /** A supplier's bill. */
    BILL("purchasing/invoices"),
    /** Goods that went to a customer. */
    DELIVERY("sales/deliveries"),
    /** A movement of stock by hand. */
    MOVEMENT("stock/movements"),
    /** A fixed asset. */
    ASSET("asset/assets"),
    /** A count. */
    COUNT("stock/counts"),
    /** A new cost of goods, or a new standard cost. */
    COST_CHANGE("stock/cost-changes"),
    /** Freight, duty and the like, on goods that came. */
    LANDED_COST("stock/landed-costs"),
    /** Goods that a customer sent back. */
    CREDIT_NOTE("sales/invoices"),
    /** A transfer between locations. */
    TRANSFER("stock/transfers");

    private final String path;

    Kind(String path) {
      this.path = path;
    }
  }

  /** Its address below the company. */
  public String path() {
    return kind.path + "/" + number;
  }
}
