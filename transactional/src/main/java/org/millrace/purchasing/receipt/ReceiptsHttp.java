package org.millrace.purchasing.receipt;

import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What arrived when; goods are received with their order. */
@RestController
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/receipts")
class ReceiptsHttp extends DocumentEndpoints<ReceivedGoods, ReceivedGoods.Number> {
  ReceiptsHttp(Documents<ReceivedGoods> receipts, DocumentHistory history) {
    super(receipts, history);
  }
}
