package org.millrace.custom;

import java.util.List;
import java.util.Optional;
import org.millrace.document.custom.CustomReferences;
import org.millrace.document.custom.CustomType;
import org.millrace.item.ItemCode;
import org.millrace.item.Items;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;

/** The customers, suppliers and items that are registered. */
final class RegisteredReferences implements CustomReferences {
  private final Parties parties;
  private final Items items;

  RegisteredReferences(Parties parties, Items items) {
    this.parties = parties;
    this.items = items;
  }

  @Override
  public boolean isKnown(CompanyCode company, CustomType type, String code) {
    return switch (type) {
      case CUSTOMER -> hasRole(company, code, Role.CUSTOMER);
      case SUPPLIER -> hasRole(company, code, Role.SUPPLIER);
      case ITEM -> !items.named(company, List.of(new ItemCode(code))).isEmpty();
      default -> false;
    };
  }

  private boolean hasRole(CompanyCode company, String code, Role role) {
    PartyCode wanted = new PartyCode(code);
    return Optional.ofNullable(parties.named(company, List.of(wanted)).get(wanted))
        .map(Party::roles)
        .filter(roles -> roles.contains(role))
        .isPresent();
  }
}
