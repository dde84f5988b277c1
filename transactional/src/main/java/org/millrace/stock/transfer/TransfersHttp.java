package org.millrace.stock.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("stock.read")
@RequestMapping("/api/companies/{company}/stock/transfers")
class TransfersHttp extends DocumentEndpoints<Transfer, TransferNumber> {
  private final TransferGoods goods;
  private final BusinessTime time;

  TransfersHttp(
      Documents<Transfer> transfers,
      DocumentHistory history,
      TransferGoods goods,
      BusinessTime time) {
    super(transfers, history);
    this.goods = goods;
    this.time = time;
  }

  record Drafting(
      LocationCode fromLocation,
      LocationCode toLocation,
      Optional<String> note,
      List<TransferGoods.WantedLine> lines,
      Optional<Instant> occurredAt) {
    TransferGoods.Wanted wanted() {
      return new TransferGoods.Wanted(fromLocation, toLocation, note, lines);
    }
  }

  record Happening(Optional<Instant> occurredAt) {}

  record Reversing(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("stock.transfer")
  ResponseEntity<DocumentAnswer<Transfer>> draft(
      @PathVariable CompanyCode company, @RequestBody Drafting drafting) {
    return created(goods.draft(company, drafting.wanted(), time.occurredAt(drafting.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("stock.transfer")
  ResponseEntity<DocumentAnswer<Transfer>> change(
      Versioned<Transfer> transfer, @RequestBody Drafting drafting) {
    return ok(goods.change(transfer, drafting.wanted(), time.occurredAt(drafting.occurredAt())));
  }

  /** Moves the goods. */
  @PostMapping("/{number}/post")
  @RequiresPermission("stock.transfer")
  ResponseEntity<DocumentAnswer<Transfer>> post(
      Versioned<Transfer> transfer, @RequestBody Happening happening) {
    return ok(goods.post(transfer, time.occurredAt(happening.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("stock.transfer")
  ResponseEntity<DocumentAnswer<Transfer>> cancel(
      Versioned<Transfer> transfer, @RequestBody Happening happening) {
    return ok(goods.cancel(transfer, time.occurredAt(happening.occurredAt())));
  }

  /** The transfer that takes the goods back; it names the one it reverses. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("stock.transfer")
  ResponseEntity<DocumentAnswer<Transfer>> reverse(
      Versioned<Transfer> transfer, @RequestBody Reversing reversing) {
    return created(
        goods.reverse(transfer, reversing.reason(), time.occurredAt(reversing.occurredAt())));
  }
}
