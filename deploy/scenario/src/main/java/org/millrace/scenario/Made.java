package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A document that an act made: its number, the goods on it, and the document that it belongs to,
 * such as the order of a receipt.
 *
 * @param moment when it counts
 * @param answer what the core answered, where somebody asks for it
 */
public record Made(
    Kind kind, String number, Goods goods, String order, String moment, Optional<JsonNode> answer) {

  /**
   * The goods on a document.
   *
   * @param price what one of them cost, where the document says so
   * @param lot their lot, where they have one
   */
  public record Goods(
      String item, BigDecimal quantity, Optional<BigDecimal> price, Optional<String> lot) {}

  /** A document whose answer nobody asks for. */
  public static Made of(Kind kind, String number, Goods goods, String order, String moment) {
    return new Made(kind, number, goods, order, moment, Optional.empty());
  }

  /** A document whose order and price nobody asks for. */
  public static Made of(Kind kind, String number, String item, BigDecimal quantity, String moment) {
    return of(
        kind, number, new Goods(item, quantity, Optional.empty(), Optional.empty()), "", moment);
  }

  /** The same, with what the core answered. */
  public Made answered(JsonNode core) {
    return new Made(kind, number, goods, order, moment, Optional.of(core));
  }

  /** The code of the goods. */
  public String item() {
    return goods.item();
  }

  /** How much of them. */
  public BigDecimal quantity() {
    return goods.quantity();
  }

  /** What one of them cost, where the document says so. */
  public Optional<BigDecimal> price() {
    return goods.price();
  }

  /** Their lot, where they have one. */
  public Optional<String> lot() {
    return goods.lot();
  }

  /** What was made. */
  public enum Kind {
    /** An order to a supplier. */
    PURCHASE_ORDER("purchasing/orders"),
    /** Goods of a supplier that lie here. */
    CONSIGNMENT("purchasing/consignments"),
    /** Goods that came from a supplier. */
    RECEIPT("purchasing/receipts"),
    /** Goods that went back to a supplier. */
    SUPPLIER_RETURN("purchasing/receipts"),
    /** A supplier's bill. */
    BILL("purchasing/invoices"),
    /** A bill that does not fit, and is held. */
    BLOCKED_BILL("purchasing/blocked-bills"),
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
    /** Whether a line passes the match. */
    MATCH_CHECK("purchasing/match-checks"),
    /** What the check of a document found. */
    TAX_CHECK("tax/checks"),
    /** Goods that a customer sent back. */
    CREDIT_NOTE("sales/invoices"),
    /** What a customer gets back for his turnover. */
    REBATE("sales/rebate-agreements"),
    /** Money of a partner, and what it settles. */
    SETTLEMENT("settlement/payments"),
    /** Documents set off against each other. */
    ALLOCATION("settlement/allocations"),
    /** Foreign items at a closing day. */
    REVALUATION("currency/revaluations"),
    /** A trial balance in the currency of a group. */
    TRANSLATION("ledger/group/translations"),
    /** What companies of a group owe each other. */
    MUTUAL_BALANCE("ledger/group/mutual-balances"),
    /** What a sale inside a group earned on goods that are still there. */
    STOCK_PROFIT("ledger/group/stock-profits"),
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
