package org.millrace.purchasing.invoice;

import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.purchasing.payment.SupplierPaymentNumber;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("supplierPaymentsHttp")
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/payments")
class PaymentsHttp extends DocumentEndpoints<SupplierPayment, SupplierPaymentNumber> {
  private final PaySupplier pay;
  private final BusinessTime time;

  PaymentsHttp(
      Documents<SupplierPayment> payments,
      DocumentHistory history,
      PaySupplier pay,
      BusinessTime time) {
    super(payments, history);
    this.pay = pay;
    this.time = time;
  }

  /** The payment that takes this one back. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("purchasing.pay")
  ResponseEntity<DocumentAnswer<SupplierPayment>> reverse(
      Versioned<SupplierPayment> payment, @RequestBody Reversal asked) {
    return created(pay.reverse(payment, asked, time.occurredAt(Optional.empty())));
  }
}
