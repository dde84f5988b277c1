package org.millrace.supply.plan;

import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.production.WorkOrder;
import org.millrace.production.WorkStatus;
import org.millrace.purchasing.OrderStatus;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.Quantity;

/**
 * What was arranged for a sales order, and what still is to be bought by hand because it was never
 * ordered from anybody.
 */
record Supply(
    OrderNumber salesOrder,
    List<WorkOrder> workOrders,
    List<PurchaseOrder> purchaseOrders,
    List<Unsourced> withoutSupplier) {
  Supply {
    workOrders = List.copyOf(workOrders);
    purchaseOrders = List.copyOf(purchaseOrders);
    withoutSupplier = List.copyOf(withoutSupplier);
  }

  /** An item that nobody ever supplied. */
  record Unsourced(ItemCode item, Quantity quantity) {}

  /** Whether anything of it stands; what was cancelled can be arranged anew. */
  boolean isArranged() {
    return workOrders.stream().anyMatch(order -> order.status() != WorkStatus.CANCELLED)
        || purchaseOrders.stream().anyMatch(order -> order.status() != OrderStatus.CANCELLED);
  }
}
