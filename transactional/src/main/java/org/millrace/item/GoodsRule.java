package org.millrace.item;

/**
 * How the goods of an item are kept.
 *
 * @param costing how they are valued
 * @param tracking what tells them apart
 */
public record GoodsRule(CostingRule costing, Item.Tracking tracking) {}
