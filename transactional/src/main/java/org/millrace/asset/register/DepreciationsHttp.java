package org.millrace.asset.register;

import java.time.LocalDate;
import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs over all assets of a company. */
@RestController
@RequestMapping("/api/companies/{company}/asset/depreciations")
class DepreciationsHttp {
  private final KeepAssets keep;

  DepreciationsHttp(KeepAssets keep) {
    this.keep = keep;
  }

  record Running(LocalDate through, Optional<Boolean> confirmed) {}

  /** Charges all periods that end by that day; a second run for it charges nothing. */
  @PostMapping
  @RequiresPermission("asset.write")
  KeepAssets.Run run(@PathVariable CompanyCode company, @RequestBody Running running) {
    LocalDate through =
        keep.day(
            company,
            new KeepAssets.Day(
                "through", Optional.of(running.through()), running.confirmed().orElse(false)));
    return keep.depreciateAll(company, through);
  }
}
