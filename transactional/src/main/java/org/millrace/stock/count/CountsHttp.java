package org.millrace.stock.count;

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
@RequestMapping("/api/companies/{company}/stock/counts")
class CountsHttp extends DocumentEndpoints<Count, CountNumber> {
  private final CountGoods goods;
  private final BusinessTime time;

  CountsHttp(
      Documents<Count> counts, DocumentHistory history, CountGoods goods, BusinessTime time) {
    super(counts, history);
    this.goods = goods;
    this.time = time;
  }

  /** The sheet of a location: of all that lies there, or of the items named. */
  record Drafting(
      LocationCode location,
      Optional<String> note,
      Optional<List<CountSheet.FoundLine>> lines,
      Optional<Instant> occurredAt) {}

  /** What was found; all lines of the sheet as they are to be, or again all that lies there. */
  record Changing(
      Optional<String> note,
      Optional<List<CountSheet.FoundLine>> lines,
      Optional<Instant> occurredAt) {}

  record Happening(Optional<Instant> occurredAt) {}

  record Reversing(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("stock.adjust")
  ResponseEntity<DocumentAnswer<Count>> draft(
      @PathVariable CompanyCode company, @RequestBody Drafting drafting) {
    return created(
        goods.draft(
            company,
            drafting.location(),
            new CountSheet.Found(drafting.note(), drafting.lines().orElse(List.of())),
            time.occurredAt(drafting.occurredAt())));
  }

  /** Takes in what was found, against what is booked at this moment. */
  @PutMapping("/{number}")
  @RequiresPermission("stock.adjust")
  ResponseEntity<DocumentAnswer<Count>> change(
      Versioned<Count> count, @RequestBody Changing changing) {
    return ok(
        goods.change(
            count,
            new CountSheet.Found(changing.note(), changing.lines().orElse(List.of())),
            time.occurredAt(changing.occurredAt())));
  }

  /** Books the differences. */
  @PostMapping("/{number}/post")
  @RequiresPermission("stock.adjust")
  ResponseEntity<DocumentAnswer<Count>> post(
      Versioned<Count> count, @RequestBody Happening happening) {
    return ok(goods.post(count, time.occurredAt(happening.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("stock.adjust")
  ResponseEntity<DocumentAnswer<Count>> cancel(
      Versioned<Count> count, @RequestBody Happening happening) {
    return ok(goods.cancel(count, time.occurredAt(happening.occurredAt())));
  }

  /** The count that takes the differences back; it names the one it reverses. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("stock.adjust")
  ResponseEntity<DocumentAnswer<Count>> reverse(
      Versioned<Count> count, @RequestBody Reversing reversing) {
    return created(
        goods.reverse(count, reversing.reason(), time.occurredAt(reversing.occurredAt())));
  }
}
