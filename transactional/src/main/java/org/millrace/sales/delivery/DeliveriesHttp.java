package org.millrace.sales.delivery;

import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What left when; goods are delivered with their order. */
@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/deliveries")
class DeliveriesHttp extends DocumentEndpoints<DeliveredGoods, DeliveredGoods.Number> {
  DeliveriesHttp(Documents<DeliveredGoods> deliveries, DocumentHistory history) {
    super(deliveries, history);
  }
}
