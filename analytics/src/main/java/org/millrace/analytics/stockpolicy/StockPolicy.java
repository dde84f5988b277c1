package org.millrace.analytics.stockpolicy;

/** How to keep one item: its classes, the service level they get, and the figures that follow. */
public record StockPolicy(String item, Classes classes, Levels levels) {

  /** Where an item stands by value and by steadiness of demand. */
  public record Classes(AbcClass abc, XyzClass xyz) {}

  /**
   * Order the order quantity when stock and open orders fall to the reorder point; the stock value
   * is that of half an order and the safety stock, the fill rate what to expect of it.
   */
  public record Levels(
      double serviceLevel,
      double safetyStock,
      double reorderPoint,
      double orderQuantity,
      double fillRate,
      double stockValue) {}
}
