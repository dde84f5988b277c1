package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A document that an act made: its number, the goods on it, and the document that it belongs to,
 * such as the order of a receipt.
 *
 * @param moment when it counts
 * @param price what one of the goods cost, where the document says so
 * @param answer what the core answered, where somebody asks for it
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
    Optional<String> lot,
    Optional<JsonNode> answer) {

  /** A document whose order and price nobody asks for. */
  public static Made of(Kind kind, String number, String item, BigDecimal quantity, String moment) {
    return new Made(
        kind,
        number,
        item,
        quantity,
        "",
        moment,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, with what the core answered. */
  public Made answered(JsonNode core) {
    return new Made(kind, number, item, quantity, order, moment, price, lot, Optional.of(core));
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
    /** An invoice to a customer. */
    SALES_INVOICE("sales/invoices"),
    /** Money for an invoice or a bill. */
    PAYMENT("payments"),
    /** What the check of a document found. */
    TAX_CHECK("tax/checks"),
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
