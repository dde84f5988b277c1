package org.millrace.tax.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxEntry;

/** Proposes the tax codes of lines by the rules of a company. */
public interface TaxDetermination {
  /** A document with that party on that day: of sales (output) or purchases (input). */
  record Deal(TaxEntry.Side side, PartyCode party, LocalDate day) {}

  /** The tax code, and the rule that says so. */
  record Determined(TaxCodeName taxCode, TaxRuleCode rule) {}

  /** For each item in their order; empty where no rule fits, or party or item are unknown. */
  List<Optional<Determined>> of(CompanyCode company, Deal deal, List<ItemCode> items);
}
