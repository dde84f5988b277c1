package org.millrace.purchasing.confirmation;

import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What suppliers promised when; orders are confirmed at their own address. */
@RestController
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/confirmations")
class ConfirmationsHttp
    extends DocumentEndpoints<SupplierConfirmation, SupplierConfirmation.Number> {
  ConfirmationsHttp(Documents<SupplierConfirmation> confirmations, DocumentHistory history) {
    super(confirmations, history);
  }
}
