package org.millrace.bank.booking;

import java.util.Optional;
import org.millrace.bank.BankBooking;
import org.millrace.bank.BookingNumber;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.shared.Problems;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("bank.read")
@RequestMapping("/api/companies/{company}/bank/bookings")
class BookingsHttp extends DocumentEndpoints<BankBooking, BookingNumber> {
  private final BookLines book;
  private final BusinessTime time;

  BookingsHttp(
      Documents<BankBooking> bookings, DocumentHistory history, BookLines book, BusinessTime time) {
    super(bookings, history);
    this.book = book;
    this.time = time;
  }

  /** Undoes it: its lines are open again, and what it posted is taken back. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("bank.statement")
  ResponseEntity<DocumentAnswer<BankBooking>> reverse(
      Versioned<BankBooking> booking, @RequestBody Reversal asked) {
    new Problems()
        .require(!asked.reason().isBlank(), "reason", asked.reason(), "why it is undone")
        .refuse(BankBooking.KIND.titled(booking.document().number()) + " cannot be undone");
    return ok(
        book.reverse(booking, asked.reason(), asked.date(), time.occurredAt(Optional.empty())));
  }
}
