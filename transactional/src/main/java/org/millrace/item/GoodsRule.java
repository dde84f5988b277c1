package org.millrace.item;

/**
 * How the goods of an item are kept.
 *
 * @param costing how they are valued
 * @param tracking what tells them apart: the lot at least, where they expire
 * @param expires whether they are good until a day that their lot names
 */
public record GoodsRule(CostingRule costing, Item.Tracking tracking, boolean expires) {
  public GoodsRule {
    tracking = expires && tracking == Item.Tracking.NONE ? Item.Tracking.LOT : tracking;
  }
}
