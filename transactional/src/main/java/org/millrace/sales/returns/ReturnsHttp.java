package org.millrace.sales.returns;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;
import org.millrace.stock.LotShares;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("sales.read")
@RequestMapping("/api/companies/{company}/sales/returns")
class ReturnsHttp extends DocumentEndpoints<GoodsReturn, ReturnNumber> {
  private final HandleReturns handle;
  private final BusinessTime time;

  ReturnsHttp(
      Documents<GoodsReturn> returns,
      DocumentHistory history,
      HandleReturns handle,
      BusinessTime time) {
    super(returns, history);
    this.handle = handle;
    this.time = time;
  }

  /** What a customer wants to send back, by line of the invoice; all of it without lines. */
  record Asking(
      InvoiceNumber invoice,
      String reason,
      Optional<LocationCode> location,
      Optional<List<Back>> lines,
      Optional<Instant> occurredAt) {}

  /** How much of a line of the invoice. */
  record Back(int line, Quantity quantity) {}

  /** How much of a line of the invoice came, and of which lot where lots are kept. */
  record Came(int line, Quantity quantity, Optional<LotCode> lot) {}

  /** When. */
  record Happening(Optional<Instant> occurredAt) {}

  /** Why. */
  record Deciding(String reason, Optional<Instant> occurredAt) {}

  /** What came, by line; all that was asked for without lines. */
  record Receiving(Optional<List<Came>> lines, Optional<Instant> occurredAt) {}

  /** What was found, by line; what is not named is restocked and credited. */
  record Inspecting(
      Optional<List<Found>> lines, Optional<String> decision, Optional<Instant> occurredAt) {}

  /** What becomes of a line and what the customer gets: restocked and credited when not said. */
  record Found(
      int line,
      Optional<GoodsReturn.Outcome> outcome,
      Optional<GoodsReturn.Compensation> compensation) {
    GoodsReturn.Verdict verdict() {
      return new GoodsReturn.Verdict(
          outcome.orElse(GoodsReturn.Outcome.RESTOCK),
          compensation.orElse(GoodsReturn.Compensation.CREDIT));
    }
  }

  @PostMapping
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<GoodsReturn>> ask(
      @PathVariable CompanyCode company, @RequestBody Asking asked) {
    HandleReturns.Wanted wanted =
        new HandleReturns.Wanted(
            asked.invoice(), quantities(asked.lines()), asked.reason(), asked.location());
    return created(handle.ask(company, wanted, time.occurredAt(asked.occurredAt())));
  }

  private static Map<Integer, Quantity> quantities(Optional<List<Back>> lines) {
    return lines.orElse(List.of()).stream()
        .collect(Collectors.toMap(Back::line, Back::quantity, Quantity::plus));
  }

  @PostMapping("/{number}/authorise")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<GoodsReturn>> authorise(
      Versioned<GoodsReturn> before, @RequestBody Happening asked) {
    return ok(
        handle.changed(
            before, before.document().authorised(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/deny")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<GoodsReturn>> deny(
      Versioned<GoodsReturn> before, @RequestBody Deciding asked) {
    return ok(
        handle.changed(
            before, before.document().denied(asked.reason()), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/receive")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<GoodsReturn>> receive(
      Versioned<GoodsReturn> before, @RequestBody Receiving asked) {
    List<Came> lines = asked.lines().orElse(List.of());
    Map<Integer, Quantity> came =
        lines.stream().collect(Collectors.toMap(Came::line, Came::quantity, Quantity::plus));
    LotShares lots =
        LotShares.of(lines, Came::line, one -> new LotShares.Share(one.quantity(), one.lot()));
    return ok(handle.receive(before, came, lots.single(), time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/inspect")
  @RequiresPermission("sales.deliver")
  ResponseEntity<DocumentAnswer<GoodsReturn>> inspect(
      Versioned<GoodsReturn> before, @RequestBody Inspecting asked) {
    Map<Integer, GoodsReturn.Verdict> verdicts = new HashMap<>();
    asked.lines().orElse(List.of()).forEach(one -> verdicts.put(one.line(), one.verdict()));
    return ok(
        handle.changed(
            before,
            before.document().inspected(verdicts, asked.decision()),
            time.occurredAt(asked.occurredAt())));
  }

  /** Books the goods, and makes the credit notes. */
  @PostMapping("/{number}/settle")
  @RequiresPermission("sales.credit")
  ResponseEntity<DocumentAnswer<GoodsReturn>> settle(
      Versioned<GoodsReturn> before, @RequestBody Happening asked) {
    return ok(handle.settle(before, time.occurredAt(asked.occurredAt())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("sales.write")
  ResponseEntity<DocumentAnswer<GoodsReturn>> cancel(
      Versioned<GoodsReturn> before, @RequestBody Happening asked) {
    return ok(
        handle.changed(before, before.document().cancelled(), time.occurredAt(asked.occurredAt())));
  }

  /** Bills the customer again for what he keeps after all. */
  @PostMapping("/{number}/reverse")
  @RequiresPermission("sales.credit")
  ResponseEntity<DocumentAnswer<GoodsReturn>> reverse(
      Versioned<GoodsReturn> before, @RequestBody Deciding asked) {
    return ok(handle.reverse(before, asked.reason(), time.occurredAt(asked.occurredAt())));
  }
}
