package org.millrace.paper.received;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.paper.EInvoice;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;

/** Finds the supplier who sent an electronic invoice: by his VAT number, else by his name. */
final class FindSupplier {
  private final Documents<Party> parties;

  FindSupplier(Documents<Party> parties) {
    this.parties = parties;
  }

  /** The supplier, where there is exactly one with that number or name. */
  Optional<PartyCode> find(CompanyCode company, EInvoice.Seller seller) {
    return seller
        .vatNumber()
        .flatMap(number -> only(parties.having(company, Map.of("taxNumbers.number", number))))
        .or(() -> only(parties.having(company, Map.of("name", seller.name()))));
  }

  private static Optional<PartyCode> only(List<Versioned<Party>> found) {
    List<PartyCode> suppliers =
        found.stream()
            .map(Versioned::document)
            .filter(party -> party.actsAs(Role.SUPPLIER))
            .map(Party::code)
            .toList();
    return suppliers.size() == 1 ? Optional.of(suppliers.get(0)) : Optional.empty();
  }
}
