package org.millrace.approval.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.approval.Delegation;
import org.millrace.approval.DelegationEnded;
import org.millrace.approval.DelegationMade;
import org.millrace.approval.DelegationNumber;
import org.millrace.approval.DelegationStatus;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.approval.Callers;

/** Lets another one decide in one's place; for others only who may set policies does it. */
final class Delegate {
  private static final String DECIDES = "approval.decide";
  private static final String SETS = "approval.policy";

  private final Documents<Delegation> delegations;
  private final Companies companies;
  private final Callers callers;

  Delegate(Documents<Delegation> delegations, Companies companies, Callers callers) {
    this.delegations = delegations;
    this.companies = companies;
    this.callers = callers;
  }

  /** From whom to whom, on which days. */
  record Asked(
      Optional<String> fromUser,
      String toUser,
      LocalDate firstDay,
      LocalDate lastDay,
      Optional<String> note) {}

  Versioned<Delegation> make(CompanyCode company, Asked asked, Instant occurredAt) {
    LocalDate day = companies.dayOf(company, occurredAt);
    Delegation delegation =
        new Delegation(
            new DelegationNumber(delegations.nextNumber(company, day)),
            DelegationStatus.ACTIVE,
            asked.fromUser().orElseGet(() -> Caller.current().user()),
            asked.toUser(),
            asked.firstDay(),
            asked.lastDay(),
            asked.note());
    requireOwn(company, delegation);
    new Problems()
        .require(
            !delegation.lastDay().isBefore(day), "lastDay", delegation.lastDay(), "not past yet")
        .require(
            mayDecide(company, delegation.toUser()),
            "toUser",
            delegation.toUser(),
            "a user who may decide for company " + company)
        .refuse("The delegation cannot be used");
    return delegations.make(company, delegation, occurredAt, DelegationMade::new);
  }

  Versioned<Delegation> end(Versioned<Delegation> before, Instant occurredAt) {
    requireOwn(before.company(), before.document());
    return delegations.change(before, before.document().ended(), occurredAt, DelegationEnded::new);
  }

  private boolean mayDecide(CompanyCode company, String user) {
    try {
      return callers.of(user).may(company.value(), DECIDES);
    } catch (Refused unknown) {
      return false;
    }
  }

  private static void requireOwn(CompanyCode company, Delegation delegation) {
    if (!Caller.current().user().equals(delegation.fromUser())) {
      Caller.current().require(company, SETS);
    }
  }
}
