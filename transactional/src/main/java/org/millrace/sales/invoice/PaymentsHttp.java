package org.millrace.sales.invoice;

import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.sales.payment.Payment;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("salesPaymentsHttp")
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/payments")
class PaymentsHttp extends DocumentEndpoints<Payment, PaymentNumber> {
  private final ReversePayment reverse;
  private final BusinessTime time;

  PaymentsHttp(
      Documents<Payment> payments,
      DocumentHistory history,
      ReversePayment reverse,
      BusinessTime time) {
    super(payments, history);
    this.reverse = reverse;
    this.time = time;
  }

  /** The payment that takes this one back. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("sales.pay")
  ResponseEntity<DocumentAnswer<Payment>> reverse(
      Versioned<Payment> payment, @RequestBody Reversal asked) {
    return created(reverse.reverse(payment, asked, time.occurredAt(Optional.empty())));
  }
}
