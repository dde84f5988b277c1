package org.millrace.stock;

import org.millrace.item.ItemCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Quantity;

/**
 * What an open document still wants of an item, or what of it is reserved, changed. Both are 0 when
 * the goods were moved or the document was given up.
 */
@EventType("stock.goods-reserved")
public record GoodsReserved(
    EventHead head,
    DocumentRef document,
    ItemCode item,
    LocationCode location,
    Quantity wantedQuantity,
    Quantity reservedQuantity)
    implements DomainEvent {}
