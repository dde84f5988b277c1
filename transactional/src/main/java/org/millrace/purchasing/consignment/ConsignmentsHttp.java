package org.millrace.purchasing.consignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.stock.LocationCode;
import org.millrace.web.BusinessTime;
import org.millrace.web.Confirmation;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("purchasing.read")
@RequestMapping("/api/companies/{company}/purchasing/consignments")
class ConsignmentsHttp extends DocumentEndpoints<Consignment, ConsignmentNumber> {
  private final KeepConsignments keep;
  private final BusinessTime time;

  ConsignmentsHttp(
      Documents<Consignment> consignments,
      DocumentHistory history,
      KeepConsignments keep,
      BusinessTime time) {
    super(consignments, history);
    this.keep = keep;
    this.time = time;
  }

  /** What came of a supplier, and where it lies; prices in the company's currency or another. */
  record Receiving(
      PartyCode supplier,
      Optional<LocationCode> location,
      Optional<Currency> priceCurrency,
      Optional<String> note,
      List<KeepConsignments.CameLine> lines,
      Optional<Instant> occurredAt) {
    KeepConsignments.Came came() {
      return new KeepConsignments.Came(supplier, location, priceCurrency, note, lines);
    }
  }

  /** What is ours from now on; without lines all that is left. */
  record TakingOver(
      Optional<List<KeepConsignments.Part>> lines,
      Optional<Boolean> confirmed,
      Optional<Instant> occurredAt,
      Optional<LocalDate> postingDate) {}

  /** The receipt by which goods were taken over. */
  record GivingBack(
      String receipt, Optional<Instant> occurredAt, Optional<LocalDate> postingDate) {}

  /** What the supplier takes home; without lines all that is left. */
  record Returning(
      Optional<List<KeepConsignments.Part>> lines, String reason, Optional<Instant> occurredAt) {}

  /** Why it should not have been noted. */
  record Cancelling(String reason, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("purchasing.receive")
  ResponseEntity<DocumentAnswer<Consignment>> receive(
      @PathVariable CompanyCode company, @RequestBody Receiving receiving) {
    return created(
        keep.receive(
            company, receiving.came(), time.happened(receiving.occurredAt(), Optional.empty())));
  }

  /** Buys goods of it at the prices agreed, which are on hand then. */
  @PostMapping("/{number}/take-over")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<DocumentAnswer<Consignment>> takeOver(
      Versioned<Consignment> consignment, @RequestBody TakingOver taking) {
    return ok(
        Confirmation.by(
            taking.confirmed(),
            () ->
                keep.takeOver(
                    consignment,
                    taking.lines().orElse(List.of()),
                    time.happened(taking.occurredAt(), taking.postingDate()))));
  }

  /** Goods that were taken over are the supplier's again; they leave the stock. */
  @PostMapping("/{number}/give-back")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<DocumentAnswer<Consignment>> giveBack(
      Versioned<Consignment> consignment, @RequestBody GivingBack giving) {
    return ok(
        keep.giveBack(
            consignment,
            giving.receipt(),
            time.happened(giving.occurredAt(), giving.postingDate())));
  }

  /** The supplier takes goods home that are his. */
  @PostMapping("/{number}/return")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<DocumentAnswer<Consignment>> sendHome(
      Versioned<Consignment> consignment, @RequestBody Returning returning) {
    return ok(
        keep.sendHome(
            consignment,
            returning.lines().orElse(List.of()),
            returning.reason(),
            time.happened(returning.occurredAt(), Optional.empty())));
  }

  @PostMapping("/{number}/cancel")
  @RequiresPermission("purchasing.receive")
  ResponseEntity<DocumentAnswer<Consignment>> cancel(
      Versioned<Consignment> consignment, @RequestBody Cancelling cancelling) {
    return ok(
        keep.cancel(
            consignment,
            cancelling.reason(),
            time.happened(cancelling.occurredAt(), Optional.empty())));
  }
}
