package org.millrace.dimension.master;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.Dimension;
import org.millrace.dimension.DimensionCode;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
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
@RequiresPermission("dimension.read")
@RequestMapping("/api/companies/{company}/dimensions")
class DimensionsHttp extends DocumentEndpoints<Dimension, DimensionCode> {
  private final KeepDimensions keep;
  private final Companies companies;
  private final BusinessTime time;

  DimensionsHttp(
      Documents<Dimension> stored,
      DocumentHistory history,
      KeepDimensions keep,
      Companies companies,
      BusinessTime time) {
    super(stored, history);
    this.keep = keep;
    this.companies = companies;
    this.time = time;
  }

  /** Needed by no account, and with no usual value, where nothing is said. */
  record NewDimension(
      DimensionCode code,
      String name,
      List<Dimension.Value> values,
      Optional<List<Dimension.Required>> required,
      Optional<List<Dimension.Usual>> usual,
      Optional<Instant> occurredAt) {
    Dimension dimension() {
      return new Dimension(code, name, values, required.orElse(List.of()), usual.orElse(List.of()));
    }
  }

  record Change(
      String name,
      List<Dimension.Value> values,
      Optional<List<Dimension.Required>> required,
      Optional<List<Dimension.Usual>> usual,
      Optional<Instant> occurredAt) {
    Dimension of(Dimension before) {
      return new Dimension(
          before.code(), name, values, required.orElse(List.of()), usual.orElse(List.of()));
    }
  }

  @PostMapping
  @RequiresPermission("dimension.write")
  ResponseEntity<DocumentAnswer<Dimension>> add(
      @PathVariable CompanyCode company, @RequestBody NewDimension asked) {
    companies.named(company);
    return created(keep.add(company, asked.dimension(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("dimension.write")
  ResponseEntity<DocumentAnswer<Dimension>> change(
      Versioned<Dimension> dimension, @RequestBody Change asked) {
    return ok(
        keep.change(
            dimension, asked.of(dimension.document()), time.occurredAt(asked.occurredAt())));
  }
}
