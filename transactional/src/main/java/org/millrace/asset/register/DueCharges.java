package org.millrace.asset.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.millrace.asset.Asset;
import org.millrace.asset.DueDepreciation;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.CompanyCode;

/** Asks each active asset what a run would charge. */
final class DueCharges implements DueDepreciation {
  private final Documents<Asset> assets;

  DueCharges(Documents<Asset> assets) {
    this.assets = assets;
  }

  @Override
  public List<DocumentNumber> through(CompanyCode company, LocalDate day) {
    return assets.having(company, Map.of("status", "active")).stream()
        .map(Versioned::document)
        .filter(asset -> !asset.depreciated(day).isEmpty())
        .map(Asset::number)
        .toList();
  }
}
